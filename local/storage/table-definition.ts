import type { JsonObject } from '../json.ts';

export interface KeyElement {
  readonly AttributeName: string;
  readonly KeyType: 'HASH' | 'RANGE';
}

export interface IndexDefinition {
  readonly IndexName: string;
  readonly KeySchema: readonly KeyElement[];
  readonly Projection: { readonly ProjectionType: string; readonly NonKeyAttributes?: readonly string[] };
}

/** A table as CreateTable and the template's `AWS::DynamoDB::Table` write it. Capacity is always on demand. */
export interface TableDefinition {
  readonly TableName: string;
  readonly AttributeDefinitions: readonly { readonly AttributeName: string; readonly AttributeType: string }[];
  readonly KeySchema: readonly KeyElement[];
  readonly GlobalSecondaryIndexes?: readonly IndexDefinition[];
  readonly LocalSecondaryIndexes?: readonly IndexDefinition[];
}

/** An item in DynamoDB's JSON, e.g. `{ "day": { "S": "samps#2025-07-04#0" } }`. */
export type Item = JsonObject;

/** Name of the partition key of a table or index. */
export function partitionKeyOf(keyed: { readonly KeySchema: readonly KeyElement[] }): string {
  const name = keyed.KeySchema.find((element) => element.KeyType === 'HASH')?.AttributeName;
  if (name === undefined) throw new Error(`key schema without a HASH element: ${JSON.stringify(keyed.KeySchema)}`);
  return name;
}

export function indexesOf(table: TableDefinition): readonly IndexDefinition[] {
  return [...(table.GlobalSecondaryIndexes ?? []), ...(table.LocalSecondaryIndexes ?? [])];
}

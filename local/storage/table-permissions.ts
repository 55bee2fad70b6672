import { isJsonObject, type Json, type JsonObject } from '../json.ts';
import { EndpointError } from './endpoint-error.ts';
import { type Item, indexesOf, partitionKeyOf, type TableDefinition } from './table-definition.ts';
import type { TableOperation } from './table-engine.ts';

export interface TablePermission {
  readonly action: string;
  readonly resource: string;
  readonly conditions: Readonly<Record<string, readonly string[]>>;
}

export interface TableScope {
  /** e.g. `arn:aws:dynamodb:eu-central-1:000000000000`. */
  readonly arnPrefix: string;
  readonly table: (name: string) => TableDefinition | undefined;
}

/** What IAM must allow for a request (service authorization reference, DynamoDB), with `dynamodb:LeadingKeys` where it is known. */
export function tablePermissions(operation: TableOperation, input: JsonObject, scope: TableScope): TablePermission[] {
  const action = `dynamodb:${operation}`;
  const on = (name: string, index: Json | undefined, keys: readonly (string | undefined)[]): TablePermission => ({
    action,
    resource: `${scope.arnPrefix}:table/${name}${typeof index === 'string' ? `/index/${index}` : ''}`,
    conditions: keys.length > 0 ? { 'dynamodb:LeadingKeys': keys.filter((key) => key !== undefined) } : {},
  });
  const batch = input['RequestItems'];
  if (operation === 'BatchGetItem' || operation === 'BatchWriteItem') {
    if (!isJsonObject(batch)) throw new EndpointError('ValidationException', `${operation}: RequestItems is required`);
    return Object.entries(batch).map(([name, requests]) => {
      const table = scope.table(tableName(name));
      return on(tableName(name), undefined, table ? batchItems(requests).map((item) => leadingKey(table, item)) : []);
    });
  }
  if (operation === 'ListTables') return [{ action, resource: '*', conditions: {} }];
  const name = tableName(input['TableName']);
  const table = scope.table(name);
  const index = input['IndexName'];
  if (operation === 'Query') return [on(name, index, table ? [queriedKey(table, index, input)] : [])];
  const item = input['Key'] ?? input['Item'];
  return [on(name, index, table && isJsonObject(item) ? [leadingKey(table, item)] : [])];
}

/** The name in a `TableName`, which may be an ARN. */
export function tableName(nameOrArn: Json | undefined): string {
  if (typeof nameOrArn !== 'string') throw new EndpointError('ValidationException', 'TableName: a string is required');
  return nameOrArn.replace(/^arn:[^/]*\//, '');
}

/** Items or keys of a batch on one table. */
export function batchItems(requests: Json): Item[] {
  const list = Array.isArray(requests) ? requests : isJsonObject(requests) ? requests['Keys'] : [];
  return (Array.isArray(list) ? list : []).flatMap((request) => {
    if (!isJsonObject(request)) return [];
    const put = request['PutRequest'];
    const remove = request['DeleteRequest'];
    const item = isJsonObject(put) ? put['Item'] : isJsonObject(remove) ? remove['Key'] : request;
    return isJsonObject(item) ? [item] : [];
  });
}

function leadingKey(table: TableDefinition, item: Item): string | undefined {
  return scalar(item[partitionKeyOf(table)]);
}

/** Value that a Query asks of the partition key, read from its key condition. */
function queriedKey(table: TableDefinition, index: Json | undefined, input: JsonObject): string | undefined {
  const keyed = indexesOf(table).find((one) => one.IndexName === index) ?? table;
  const attribute = partitionKeyOf(keyed);
  const names = isJsonObject(input['ExpressionAttributeNames']) ? input['ExpressionAttributeNames'] : {};
  const values = isJsonObject(input['ExpressionAttributeValues']) ? input['ExpressionAttributeValues'] : {};
  for (const [, name = '', value = ''] of String(input['KeyConditionExpression'] ?? '').matchAll(
    /([#\w.-]+)\s*=\s*(:\w+)/g,
  )) {
    if ((names[name] ?? name) === attribute) return scalar(values[value]);
  }
  return undefined;
}

function scalar(value: Json | undefined): string | undefined {
  if (!isJsonObject(value)) return undefined;
  const [content] = Object.values(value);
  return typeof content === 'string' ? content : undefined;
}

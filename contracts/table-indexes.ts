import { type TableName, tables } from './tables.ts';

/** An index of a table: keys alone, since what it leads to is read again on its item. */
export interface TableIndex {
  readonly name: string;
  readonly partitionKey: string;
  readonly sortKey: string;
}

/** Indexes of a table: the one by which most of its items are found, and the one by which some are searched. */
export function tableIndexes(name: TableName): readonly TableIndex[] {
  const shape = tables[name];
  return [...('dueIndex' in shape ? [shape.dueIndex] : []), ...('searchIndex' in shape ? [shape.searchIndex] : [])];
}

import { canonicalJson, type Json } from '../json.ts';
import { itemSize } from './item-size.ts';
import { type IndexDefinition, type Item, indexesOf, type TableDefinition } from './table-definition.ts';

/** Write request units of one item write: the table's, and those of each index it touches. */
export interface WriteUnits {
  readonly table: number;
  readonly indexes: Readonly<Record<string, number>>;
}

const unitBytes = 1024;

/**
 * Units of a write that turned `before` into `after` (absent = no item), as DynamoDB bills them (developer guide, "Read/write
 * capacity" and "Global secondary indexes, write capacity"): the larger of the two items by 1 KB; an index pays one write when
 * an entry appears, disappears or has a projected attribute changed, two when its key changes, none otherwise.
 */
export function writeUnits(table: TableDefinition, before: Item | undefined, after: Item | undefined): WriteUnits {
  const units = (...items: (Item | undefined)[]) =>
    Math.max(1, ...items.map((item) => (item === undefined ? 0 : Math.ceil(itemSize(item) / unitBytes))));
  const indexes: Record<string, number> = {};
  for (const index of indexesOf(table)) {
    const old = before && indexEntry(table, index, before);
    const fresh = after && indexEntry(table, index, after);
    if (old === undefined && fresh === undefined) continue;
    if (old === undefined || fresh === undefined) indexes[index.IndexName] = units(old, fresh);
    else if (!sameKey(table, index, old, fresh)) indexes[index.IndexName] = units(old) + units(fresh);
    else if (canonicalJson(old) !== canonicalJson(fresh)) indexes[index.IndexName] = units(old, fresh);
  }
  return { table: units(before, after), indexes };
}

/** What the index keeps of the item; undefined when the item lacks one of its keys. */
function indexEntry(table: TableDefinition, index: IndexDefinition, item: Item): Item | undefined {
  const keys = keyNames(table, index);
  if (keys.some((name) => item[name] === undefined)) return undefined;
  if (index.Projection.ProjectionType === 'ALL') return item;
  const names = [...keys, ...(index.Projection.NonKeyAttributes ?? [])];
  const entry: Record<string, Json> = {};
  for (const name of names) {
    const value = item[name];
    if (value !== undefined) entry[name] = value;
  }
  return entry;
}

function sameKey(table: TableDefinition, index: IndexDefinition, a: Item, b: Item): boolean {
  return keyNames(table, index).every((name) => canonicalJson(a[name] ?? null) === canonicalJson(b[name] ?? null));
}

function keyNames(table: TableDefinition, index: IndexDefinition): string[] {
  return [...new Set([...index.KeySchema, ...table.KeySchema].map((element) => element.AttributeName))];
}

import { appendFileSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { TableEngine } from '../../../local/storage/table-engine.ts';

const table = {
  TableName: 'people',
  AttributeDefinitions: [{ AttributeName: 'id', AttributeType: 'S' }],
  KeySchema: [{ AttributeName: 'id', KeyType: 'HASH' }],
  BillingMode: 'PAY_PER_REQUEST',
};

async function opened(folder: string): Promise<TableEngine> {
  const engine = new TableEngine(folder);
  await engine.open();
  return engine;
}

/** A folder with people a (written twice) and c; b was deleted. The engine is left open, as a killed process leaves it. */
async function written(): Promise<{ folder: string; file: string }> {
  const folder = mkdtempSync(join(tmpdir(), 'tables-'));
  const engine = await opened(folder);
  await engine.call('CreateTable', table);
  const described = () => engine.call('DescribeTable', { TableName: 'people' });
  while (JSON.stringify(await described()).includes('CREATING')) await setImmediate();
  const put = (id: string, name: string) =>
    engine.call('PutItem', { TableName: 'people', Item: { id: { S: id }, name: { S: name } } });
  for (const [id, name] of [
    ['a', 'Ada'],
    ['b', 'Bob'],
    ['a', 'Adèle'],
    ['c', 'Cleo'],
  ] as const) {
    await put(id, name);
  }
  await engine.call('DeleteItem', { TableName: 'people', Key: { id: { S: 'b' } } });
  return { folder, file: join(folder, 'tables.jsonl') };
}

async function names(engine: TableEngine): Promise<unknown[]> {
  const found: unknown[] = [];
  for (const id of ['a', 'b', 'c']) {
    const { Item: item } = await engine.call('GetItem', { TableName: 'people', Key: { id: { S: id } } });
    found.push(item === undefined ? undefined : JSON.parse(JSON.stringify(item)).name.S);
  }
  return found;
}

describe('tables after a kill', () => {
  it('are those of the writes that were answered, and the file keeps no more than they need', async () => {
    const { folder, file } = await written();
    const long = readFileSync(file, 'utf8').length;
    expect(await names(await opened(folder))).toEqual(['Adèle', undefined, 'Cleo']);
    expect(readFileSync(file, 'utf8').length).toBeLessThan(long);
    expect(await names(await opened(folder))).toEqual(['Adèle', undefined, 'Cleo']);
  });

  it('lack a write that was cut short', async () => {
    const { folder, file } = await written();
    appendFileSync(file, '[["item-people~torn",{"id":{"S":"t');
    expect(await names(await opened(folder))).toEqual(['Adèle', undefined, 'Cleo']);
  });

  it.each(['[["item-people', '{"key":1}', '[[3,"value"]]'])(
    'are refused when a whole line is damaged: %s',
    async (line) => {
      const { folder, file } = await written();
      const [first = '', ...rest] = readFileSync(file, 'utf8').split('\n');
      writeFileSync(file, [first, line, ...rest].join('\n'));
      await expect(opened(folder)).rejects.toThrow(/tables\.jsonl: line 2 .*start with --fresh/);
    },
  );
});

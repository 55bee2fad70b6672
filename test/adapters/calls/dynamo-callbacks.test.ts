import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dynamoCallbacks } from '../../../adapters/dynamo-callbacks.ts';
import { learn } from '../../../domain/callback/learn.ts';
import { type NumberFacts, noFacts, type Source } from '../../../domain/callback/number-facts.ts';
import { samps } from '../../../programmes/samps/programme.ts';
import { type EmbeddedTables, embeddedTables } from '../../support/calls/dynalite-tables.ts';
import { at } from '../../support/calls/records.ts';

let tables: EmbeddedTables;
beforeAll(async () => {
  tables = await embeddedTables('callbacks');
});
afterAll(() => tables.stop());

const register = () => dynamoCallbacks(tables.client, 'callbacks');
const rules = { calendar: samps.calendar, callbackPolicy: samps.callbackPolicy };
const source = (callId: string, second: number): Source => ({
  callId,
  startedAt: at(second),
  endedAt: at(second + 60),
  day: '2025-07-04',
  scheme: 'BOURSES',
  reason: 'abandoned',
  deadline: '2025-07-07T05:00:00.000Z',
  maxAttempts: 3,
  certainty: 'recorded',
  revision: at(second + 90),
});
const asking = (...sources: Source[]): NumberFacts => ({ ...noFacts, sources });
const talked = (second: number): NumberFacts => ({
  ...noFacts,
  conversations: [{ contactId: `a${second}`, callId: `a${second}`, startedAt: at(second), talkedAt: at(second + 20) }],
});

describe('the callback register', () => {
  it('COMMON-37: gives back what was learnt, and a repeat writes nothing', async () => {
    const facts = await learn(register(), 'samps', 'A', asking(source('u1', 0)), rules);
    expect(await register().read('samps', 'A')).toEqual({
      facts,
      version: 1,
      next: { type: 'dial', at: at(60), oldest: at(0), callbackId: 'cb-u1' },
    });
    await learn(register(), 'samps', 'A', asking(source('u1', 0)), rules);
    expect((await register().read('samps', 'A')).version).toBe(1);
  });

  it('COMMON-08: keeps the zones of a number met outside its calling window', async () => {
    const zones = ['Indian/Reunion', 'Indian/Mayotte'];
    await learn(register(), 'samps', 'Z', { ...asking(source('u9', 0)), zones }, rules);
    expect((await register().read('samps', 'Z')).facts.zones).toEqual(zones);
  });

  it('SAMPS-04: lists what is due by due instant, and nothing of a closed callback or another programme', async () => {
    await learn(register(), 'due', 'B', asking(source('u2', 300)), rules);
    await learn(register(), 'due', 'C', asking(source('u3', 100)), rules);
    await learn(register(), 'due', 'D', asking(source('u4', 100)), rules);
    await learn(register(), 'due', 'D', talked(400), rules);
    await learn(register(), 'other', 'E', asking(source('u5', 100)), rules);
    const due = await register().dueUntil('due', at(360));
    expect(due.map(({ numberKey }) => numberKey)).toEqual(['C', 'B']);
    expect(due[0]?.next).toEqual({ type: 'dial', at: at(160), oldest: at(100), callbackId: 'cb-u3' });
    expect(await register().dueUntil('due', at(200))).toHaveLength(1);
  });

  it('SAMPS-04: keeps who is dialled by hand out of the sight of the dispatcher', async () => {
    await learn(register(), 'hand', 'A', { ...asking(source('h1', 100)), channel: 'manual' }, rules);
    await learn(register(), 'hand', 'B', asking(source('h2', 200)), rules);
    const keys = (lines: readonly { readonly numberKey: string }[]) => lines.map(({ numberKey }) => numberKey);
    expect(keys(await register().dueUntil('hand', at(360)))).toEqual(['B']);
    const [line] = await register().manualUntil('hand', at(360));
    expect(line).toEqual({
      numberKey: 'A',
      next: { type: 'manual', at: at(160), oldest: at(100), callbackId: 'cb-h1' },
    });
    await learn(register(), 'hand', 'A', talked(400), rules);
    expect(await register().manualUntil('hand', at(360))).toEqual([]);
  });

  it('COMMON-37: ten writers at once lose nothing', async () => {
    const writers = Array.from({ length: 10 }, (_, n) =>
      learn(register(), 'samps', 'F', asking(source(`w${n}`, n * 10)), rules),
    );
    await Promise.all(writers);
    expect((await register().read('samps', 'F')).facts.sources).toHaveLength(10);
  });

  it('keeps one owner of a number until its lease runs out or it lets go', async () => {
    const lock = register();
    expect(await lock.acquire('N', 'one', at(600), at(0))).toBe(true);
    expect(await lock.acquire('N', 'two', at(700), at(10))).toBe(false);
    expect(await lock.acquire('N', 'one', at(800), at(20))).toBe(true);
    await lock.release('N', 'two');
    expect(await lock.acquire('N', 'two', at(900), at(30))).toBe(false);
    expect(await lock.acquire('N', 'two', at(1500), at(801))).toBe(true);
    await lock.release('N', 'two');
    expect(await lock.acquire('N', 'three', at(1600), at(802))).toBe(true);
  });

  it('gives one dispatcher its turn at a time, and lets the same one go on', async () => {
    expect(await register().take('samps', 'one', at(0))).toBe(true);
    expect(await register().take('samps', 'two', at(1))).toBe(false);
    expect(await register().take('samps', 'one', at(1))).toBe(true);
    expect(await register().take('samps', 'two', at(10))).toBe(true);
  });
});

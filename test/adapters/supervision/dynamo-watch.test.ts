import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dynamoWatch } from '../../../adapters/dynamo-watch.ts';
import { noWatchState, type WatchState } from '../../../domain/watch/watch-state.ts';
import { type EmbeddedTables, embeddedTables } from '../../support/calls/dynalite-tables.ts';

let tables: EmbeddedTables;
beforeAll(async () => {
  tables = await embeddedTables('connections');
});
afterAll(() => tables.stop());

describe('COMMON-44: what is watched', () => {
  it('is written over what was read, and by one of two who read the same', async () => {
    const register = dynamoWatch(tables.client, 'connections');
    expect(await register.read('samps')).toEqual(noWatchState);
    const at = '2025-07-04T00:00:00.000Z';
    const episode = { id: `waiting-${at}`, code: 'waiting', beganAt: at, value: 9, told: ['house'] } as const;
    const state: WatchState = {
      ...{ revision: 1, at, rules: { waiting: { episode, toldAt: at } }, ended: [] },
      pending: [{ notice: { id: `${episode.id}#began`, type: 'began', episode, at, value: 9 }, mail: 'taken' }],
    };
    expect(await register.write('samps', state)).toBe(true);
    expect(await register.write('samps', { ...state, rules: {} })).toBe(false);
    expect(await register.read('samps')).toMatchObject(state);
    expect(await register.write('samps', { ...state, revision: 2, pending: [] })).toBe(true);
    expect(await register.read('reflex')).toEqual(noWatchState);
  });
});

import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { programmeWorld } from '../../simulation/programme-world.ts';
import { playThroughCrashes } from '../../simulation/proofs/crashes.ts';
import { type DaysProved, proveDays } from '../../simulation/proofs/days.ts';
import { filedReports } from '../../simulation/proofs/filed-reports.ts';
import { assembly, scratch } from '../support/assembly.ts';
import { freePorts } from '../support/free-port.ts';

/** Monday and Tuesday: the first gets its definitive report at the close of the second. */
const days = { seed: 11, date: '2025-07-07', days: 2, agents: 2, volume: 12 };

describe('COMMON-03: the same seed gives the same days', () => {
  let state: string;
  let calm: DaysProved;

  beforeAll(async () => {
    state = scratch('calm');
    const world = programmeWorld('samps');
    calm = await proveDays({ ...days, world, assembly: assembly(), state, concurrency: 1, inProcess: {} });
  }, 120_000);

  it('which keep every promise', () => {
    expect(calm.faults).toEqual([]);
    expect(calm.calls).toBeGreaterThanOrEqual(25);
    expect(calm.reconciled).toBe(1);
    expect(Object.keys(filedReports(state)).filter((key) => key.includes('definitif'))).not.toEqual([]);
  });

  it('in threads, at concurrency 4, with random real delays on every endpoint', async () => {
    const delayed = scratch('delayed');
    const world = programmeWorld('samps');
    const slow = { ...days, world, assembly: assembly(), state: delayed, concurrency: 4, endpointDelayMs: 4 };
    expect(await proveDays(slow)).toEqual(calm);
    expect(filedReports(delayed)).toEqual(filedReports(state));
  }, 120_000);

  it('on a machine in Los Angeles, killed twice and started again', async () => {
    const crashed = {
      ...days,
      assembly: assembly(),
      state: scratch('killed'),
      port: await freePorts(5),
      concurrency: 4,
      environment: { TZ: 'America/Los_Angeles' },
    };
    const { kills, last, reports } = await playThroughCrashes(crashed, 2, [2500, 6000]);
    expect(kills).toBe(2);
    expect(last.journalHash).toBe(calm.journal.hash);
    expect(reports).toEqual(filedReports(state));
    expect(filedReports(join(crashed.state, 'cloud'))).toEqual(reports);
  }, 180_000);
});

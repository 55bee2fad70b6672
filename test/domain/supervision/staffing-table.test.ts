import { describe, expect, it } from 'vitest';
import { addDays } from '../../../domain/calendar/local-time.ts';
import type { JournalEntry } from '../../../domain/journal/entry.ts';
import { type StaffingInputs, staffingTable } from '../../../domain/supervision/staffing-table.ts';
import { samps } from '../../../programmes/samps/programme.ts';
import { MemoryContent, MemoryJournal } from '../../support/calls/memory-ports.ts';
import { at, friday, inbound, sha256, talk } from '../report/journal-fixture.ts';

/** Two Fridays with 40 calls from 9 to half past, and one that nobody rang on. */
const past = [addDays(friday, -7), addDays(friday, -14)];
const entries: JournalEntry[] = past.flatMap((day) =>
  Array.from({ length: 40 }, (_, n) => {
    const initiatedAt = at('09:10:00', day);
    return { ...inbound(`${day}-${n}`, { initiatedAt, ...(n < 30 ? talk() : {}) }), day };
  }),
);

async function table(inputs: StaffingInputs = {}, day = friday, of: readonly JournalEntry[] = entries) {
  const journal = new MemoryJournal();
  await journal.append(of);
  const centre = { now: async () => ({ ...load, agentsOnline: 6 }) };
  const ports = {
    journal: {
      read: async (name: string, read: string) => await journal.read(name, read),
      questionsThrough: async () => [],
    },
    ...{ content: new MemoryContent(), sha256, centre },
  };
  return await staffingTable({ programme: samps, day, at: at('07:00:00') }, inputs, ports);
}

const load = { agentsOnline: 0, agentsAvailable: 0, agentsAfterCall: 0, agentsOnContact: 0, contactsWaiting: 0 };

describe('SAMPS-42, COMMON-41: agents by half-hour', () => {
  it('expects the calls of the same days before, when they came, as long as they took', async () => {
    const today = await table();
    expect(today).toMatchObject({ callsFrom: 'history', pastDays: past, calls: 40, agentsOnline: 6 });
    expect(today).toMatchObject({ handlingFrom: 'history', handlingSeconds: 260 });
    expect(today.halfHours).toHaveLength(17);
    const busy = today.halfHours.find(({ from }) => from === '09:00');
    expect(busy?.calls).toBeCloseTo(40, 9);
    expect(busy?.load).toBeCloseTo((40 * 260) / 1800, 9);
    expect(busy?.achieved).toBeGreaterThanOrEqual(0.8);
    expect(today.halfHours.filter(({ agents }) => agents > 0)).toEqual([busy]);
  });

  it('says what is entered and what is assumed where there is no past', async () => {
    expect(await table({}, friday, [])).toMatchObject({ callsFrom: 'nothing', halfHours: [], pastDays: [] });
    const entered = await table({ calls: 385 }, addDays(friday, 3), []);
    expect(entered).toMatchObject({ callsFrom: 'entered', handlingFrom: 'assumed', handlingSeconds: 300 });
    expect(entered.agentsOnline).toBeUndefined();
    expect(entered.halfHours.reduce((sum, { calls }) => sum + calls, 0)).toBeCloseTo(385, 6);
    // Requirements S0, reference §2.7: load 3.7 erlangs, 5 agents answer 89 % of the calls of an average half-hour, 6 answer 94.5 %.
    expect(new Set(entered.halfHours.map(({ agents }) => agents))).toEqual(new Set([5]));
    expect(entered.halfHours[0]?.load).toBeCloseTo(3.77, 1);
    expect((await table({ calls: 385, share: 0.9 }, friday, [])).halfHours[0]).toMatchObject({ agents: 6 });
  });

  it('asks for more agents when all wait and are to be answered in 20 s, and for none on a closed day', async () => {
    const within = await table({ calls: 377.4, handlingSeconds: 300, share: 0.8, withinSeconds: 20 }, friday, []);
    expect(within.halfHours[0]).toMatchObject({ agents: 6 });
    expect(await table({ calls: 385 }, '2025-09-24')).toMatchObject({ isOpen: false, halfHours: [] });
  });

  it('lets people try other figures over the half-hours that are known', async () => {
    const tried = await table({ calls: 80, handlingSeconds: 400, share: 0.9, patienceSeconds: 60, shrinkage: 0 });
    const busy = tried.halfHours.find(({ from }) => from === '09:00');
    expect(busy?.calls).toBeCloseTo(80, 9);
    expect(busy?.scheduled).toBe(busy?.agents);
    expect(busy?.achieved).toBeGreaterThanOrEqual(0.9);
  });
});

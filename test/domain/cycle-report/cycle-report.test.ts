import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cycleFacts } from '../../../domain/cycle-report/cycle-facts.ts';
import { cycleReport } from '../../../domain/cycle-report/cycle-report.ts';
import type { JournalEntry } from '../../../domain/journal/entry.ts';
import {
  activated,
  attempt,
  closed,
  cycle,
  cycleChange,
  loaded,
  paris,
  referral,
  sha256,
  status,
  subject,
  talk,
} from './cycle-fixture.ts';

const asOf = paris(8, '09:30');
const complete = attempt('anna', 1, paris(6, '09:03'), 'complete', { agent: 'agent.un' });
const entries: readonly JournalEntry[] = [
  activated,
  cycleChange(paris(6, '09:02'), { type: 'ready', size: 4, callable: 3 }),
  loaded('anna'),
  complete,
  talk(complete, { talk: 240, hold: 30, wrapUp: 42 }),
  closed('anna', paris(6, '09:04'), 'useful'),
  loaded('berthe', { sector: '75002' }),
  attempt('berthe', 1, paris(6, '09:05'), 'abandoned', { complianceAbandon: true }),
  attempt('berthe', 2, paris(6, '12:30'), 'deceased', { agent: 'agent.un' }),
  closed('berthe', paris(6, '12:31'), 'deceased'),
  loaded('charles'),
  attempt('charles', 1, paris(6, '10:00'), 'no-answer'),
  loaded('denise', { reason: 'no-number' }),
  status('agent.un', paris(6, '09:00'), 'ROUTABLE'),
  status('agent.un', paris(6, '12:45'), 'OFFLINE'),
  referral(paris(6, '09:05'), { type: 'created', causeId: 'c1' }),
  referral(paris(6, '09:17'), { type: 'acknowledged', by: 'medecin' }),
];

function reportOf(journal: readonly JournalEntry[]) {
  const facts = cycleFacts(journal, cycle);
  if (facts === undefined) {
    throw new Error('the fixture has no cycle');
  }
  return cycleReport(subject, facts, asOf, sha256);
}

describe('REFLEX-32: report of a cycle', () => {
  const report = reportOf(entries);

  test('people, attempts and states are counted once each', () => {
    expect(report.total).toEqual({
      people: 4,
      callable: 3,
      attempted: 3,
      attempts: 4,
      counted: 4,
      answered: 3,
      complianceAbandons: 1,
      useful: 1,
      byThirdParty: 0,
      byRingBack: 0,
      refused: 0,
      unreachable: 0,
      open: 1,
      otherwise: { deceased: 1, 'no-number': 1 },
      partial: 0,
    });
    expect(report.ranks.map(({ rank, attempts, useful }) => [rank, attempts, useful])).toEqual([
      [1, 3, 1],
      [2, 1, 0],
    ]);
  });

  test('sectors, ages and half-hours add up to the total', () => {
    for (const rows of [report.sectors, report.ages]) {
      expect(rows.reduce((sum, { figures }) => sum + figures.people, 0)).toBe(report.total.people);
    }
    expect(report.sectors.map(({ name }) => name)).toEqual(['75002', '75013']);
    expect(report.halfHours.reduce((sum, { attempts }) => sum + attempts, 0)).toBe(report.total.attempts);
    expect(report.halfHours).toHaveLength(40);
  });

  test('REFLEX-29, REFLEX-30: handling time is of useful contacts, hours of connected agents in calling hours', () => {
    expect(report.handlingSeconds).toBe(312);
    expect(report.agentHours).toBeCloseTo(3.75, 10);
  });

  test('REFLEX-19: delays of a cell', () => {
    expect(report.cells).toEqual([
      {
        cell: 'sanitaire',
        created: 1,
        acknowledged: 1,
        closed: 0,
        escalated: 0,
        medianMinutes: 12,
        longestMinutes: 12,
      },
    ]);
  });

  test('REFLEX-24: what calls found wrong goes back', () => {
    expect(report.corrections).toEqual([
      { recipientId: 'berthe', what: 'death', at: paris(6, '12:31'), by: 'agent.un' },
    ]);
  });

  test('COMMON-30, COMMON-37: any order and any repeat of the entries give the same report', () => {
    fc.assert(
      fc.property(
        fc.shuffledSubarray([...entries], { minLength: entries.length }),
        fc.nat(entries.length - 1),
        (shuffled, again) => {
          expect(reportOf([...shuffled, ...entries.slice(again)])).toEqual(report);
        },
      ),
    );
  });

  test('a later revision of an attempt wins; another cycle is another report; a cycle never activated has none', () => {
    const corrected = attempt('charles', 1, paris(6, '10:00'), 'refused', { revision: 2, id: 'attempt#again' });
    const other = { ...attempt('charles', 2, paris(6, '14:00'), 'complete'), cycle: 2 };
    const { total } = reportOf([...entries, corrected, other, closed('charles', paris(6, '10:01'), 'refused')]);
    expect(total).toMatchObject({ attempts: 4, refused: 1, open: 0 });
    expect(cycleFacts(entries, { ...cycle, cycle: 2 })).toBeUndefined();
  });
});

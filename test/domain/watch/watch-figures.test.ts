import { describe, expect, it } from 'vitest';
import type { BoardCampaign, CampaignBoard } from '../../../contracts/campaign-board.ts';
import type { LiveBoard } from '../../../contracts/live-board.ts';
import { watchFigures } from '../../../domain/watch/watch-figures.ts';
import { samps } from '../../../programmes/samps/programme.ts';

const at = '2025-07-04T01:00:00.000Z';
const seen = { calendar: samps.calendar, at };
const row = { received: 130, offered: 120, answered: 90, abandoned: 30, reachedByCallback: 9, callbacksOpen: 12 };
const board: LiveBoard = {
  ...{
    programme: 'samps',
    title: 'SAMPS',
    timeZone: 'Pacific/Noumea',
    at,
    day: '2025-07-04',
    schemes: [],
    halfHours: [],
  },
  total: { code: 'TOTAL', label: 'Total', ...row, longestWait: 412 },
  ...{ objective: 0.8, pendingQuestions: 0, forecast: { lowest: 0.7, likely: 0.763, highest: 0.9, expectedCalls: 88 } },
  callbacks: { open: 12, dueNow: 4, reached: 9, notReached: 1, oldestDue: '2025-07-03T23:00:00.000Z' },
  now: { waiting: 3, agentsOnline: 7, agentsAvailable: 0, agentsOnContact: 6, agentsAfterCall: 1, longestWait: 725 },
};
const campaign: BoardCampaign = {
  ...{ id: 'canicule', kind: 'canicule', label: 'Canicule', drill: false, state: 'active', level: 3 },
  ...{ declaredAt: '2025-07-03T21:00:00.000Z', declaredBy: 'superviseur' },
  cycles: [
    {
      ...{ n: 1, from: '2025-07-03T21:00:00.000Z', until: '2025-07-05T21:00:00.000Z', state: 'ready' },
      ...{ firstCallBy: '2025-07-04T00:30:00.000Z', people: 100, callable: 90 },
    },
  ],
};
const progress = {
  cycle: 1,
  people: 100,
  reached: 5,
  refused: 0,
  notReached: 0,
  otherwise: 0,
  remaining: 95,
  attempts: 8,
};

describe('COMMON-44: the figures that rules are held against', () => {
  it('are those of the board, in the units of the rules', () => {
    expect(watchFigures({ ...seen, board })).toEqual({
      'closing-rate': { value: 3.7, of: 120 },
      waiting: { value: 3 },
      'longest-wait': { value: 12 },
      'no-agent': { value: 0 },
      'callbacks-stuck': { value: 0 },
      'callbacks-late': { value: 120 },
    });
  });

  it('a callback that is due while an agent is free and nobody waits does not leave', () => {
    const now = { waiting: 0, agentsOnline: 7, agentsAvailable: 2, agentsOnContact: 5, agentsAfterCall: 0 };
    expect(watchFigures({ ...seen, board: { ...board, now } })).toMatchObject({
      'callbacks-stuck': { value: 4 },
      waiting: { value: 0 },
    });
  });

  it('what Connect cannot say is unknown; a closed centre says nothing', () => {
    const { now: _, ...without } = board;
    expect(Object.keys(watchFigures({ ...seen, board: without }))).toEqual(['closing-rate', 'callbacks-late']);
    expect(Object.values(watchFigures(seen))).toEqual([null, null, null, null, null, null]);
    expect(watchFigures({ ...seen, reportLateMinutes: 50 })['report-missing']).toEqual({ value: 50 });
  });

  it('campaigns behind their pace, without a first call in time, and referrals that nobody took', () => {
    const of = (campaigns: readonly BoardCampaign[]): CampaignBoard => ({
      ...{ programme: 'reflex', timeZone: 'Europe/Paris', at, kinds: [], campaigns, drillPeople: 0 },
      cells: [{ code: 'sociale', label: 'Sociale', open: 2, waiting: 1, oldest: '2025-07-04T00:10:00.000Z' }],
    });
    const late = { ...progress, owed: 65, neededNow: 18, doneNow: 5, late: true, curve: [] };
    expect(watchFigures({ ...seen, campaigns: of([campaign]) })).toMatchObject({
      'campaign-behind': { value: 0 },
      'first-call-late': { value: 30 },
      'referral-waiting': { value: 50 },
    });
    expect(watchFigures({ ...seen, campaigns: of([{ ...campaign, progress: late }]) })).toMatchObject({
      'campaign-behind': { value: 20 },
      'first-call-late': { value: 0 },
    });
    const drill = watchFigures({ ...seen, campaigns: of([{ ...campaign, drill: true, progress: late }]) });
    expect(drill['campaign-behind']).toEqual({ value: 0 });
    expect(watchFigures({ ...seen, campaigns: null })['first-call-late']).toBeNull();
  });
});

import { describe, expect, it } from 'vitest';
import type { BoardCampaign } from '../../../contracts/campaign-board.ts';
import type { CampaignType } from '../../../domain/campaign/campaign-type.ts';
import { cycleFacts } from '../../../domain/cycle-report/cycle-facts.ts';
import { cycleFigures } from '../../../domain/cycle-report/cycle-figures.ts';
import { noReferralFacts } from '../../../domain/referral/referral-facts.ts';
import type { ReferralItem } from '../../../domain/referral/referrals.ts';
import { type CampaignBoardPorts, campaignBoard } from '../../../domain/supervision/campaign-board.ts';
import { calendar as reflexCalendar } from '../../../programmes/reflex/calendar.ts';
import { campaignTypes as reflexTypes } from '../../../programmes/reflex/campaign-types.ts';
import { reflex } from '../../../programmes/reflex/programme.ts';
import { calendar as sampsCalendar } from '../../../programmes/samps/calendar.ts';
import { campaignTypes as sampsTypes } from '../../../programmes/samps/campaign-types.ts';
import { schemes as sampsSchemes } from '../../../programmes/samps/schemes.ts';
import { MemoryContent } from '../../support/calls/memory-ports.ts';
import { CampaignWorld, type Ground } from '../../support/campaigns/campaign-world.ts';
import { schemes } from '../../support/campaigns/heat-wave-campaign.ts';

const [heat] = reflexTypes;
const [renewal] = sampsTypes;
if (heat === undefined || renewal === undefined) throw new Error('a programme has no kind of campaign');

const paris: Ground = {
  calendar: reflexCalendar,
  schemes,
  voiceReach: { '+33': 'confirmed' },
  ticksAt: (hour) => hour >= 6 && hour < 18,
  prefix: '+3314000',
};
const noumea: Ground = {
  calendar: sampsCalendar,
  schemes: sampsSchemes,
  voiceReach: { '+687': 'confirmed' },
  ticksAt: (hour) => hour >= 19 || hour < 6,
  prefix: '+68775',
};
const day = (number: number, time: string) => new Date(`2026-07-0${number}T${time}:00+02:00`).toISOString();

async function boardOf(world: CampaignWorld, type: CampaignType, ground: Ground, referrals?: readonly ReferralItem[]) {
  const content = new MemoryContent({
    ...reflex.outbound,
    ...{ calendar: ground.calendar, schemes: ground.schemes, campaignTypes: [type] },
  });
  const ports: CampaignBoardPorts = {
    content,
    journal: world.journal,
    campaigns: world.campaigns,
    ...(referrals && {
      referrals: { open: async (_programme, cell) => referrals.filter(({ subject }) => subject.cell === cell) },
    }),
  };
  const { outbound } = reflex;
  if (outbound === undefined) throw new Error('reflex calls nobody');
  const at = new Date(world.now).toISOString();
  return await campaignBoard({ programme: { name: 'reflex', outbound }, at, concurrentCalls: 80 }, ports);
}

const sumOf = ({ progress }: BoardCampaign) => {
  const { reached = 0, refused = 0, notReached = 0, otherwise = 0, remaining = 0 } = progress ?? {};
  return reached + refused + notReached + otherwise + remaining;
};

describe('COMMON-44: campaigns on the wallboard', () => {
  it('REFLEX-17, REFLEX-32: a cycle counts as its report does, against the pace that its objective needs', async () => {
    const world = new CampaignWorld(day(6, '09:00'), {}, heat, paris);
    world.enrol(120);
    world.arming = { agents: 10, agentsFrom: 'declared', loaded: 120, callable: 120 };
    expect((await boardOf(world, heat, paris)).campaigns).toEqual([]);
    await world.declare(3);
    const [loading] = (await boardOf(world, heat, paris)).campaigns;
    expect(loading).toMatchObject({ state: 'active', level: 3, declaredBy: 'cheffe', arming: { agents: 10 } });
    expect(loading?.progress).toBeUndefined();

    world.answers = (recipientId) =>
      Number(recipientId.slice(1)) % 3 === 0
        ? { type: 'somebody', after: 5, talk: 240, disposition: 'complete' }
        : { type: 'nobody' };
    await world.until(day(6, '11:00'));
    const [running] = (await boardOf(world, heat, paris)).campaigns;
    const facts = cycleFacts(world.journal.all(), { campaign: running?.id ?? '', cycle: 1 });
    const figures = cycleFigures(facts?.people ?? []);
    const { progress } = running ?? {};
    expect(figures.useful).toBeGreaterThan(10);
    expect(progress).toMatchObject({ people: 120, attempts: figures.attempts, reached: figures.useful, owed: 78 });
    expect(running === undefined ? 0 : sumOf(running)).toBe(120);
    const { curve = [], neededNow = 0, expected } = progress ?? {};
    expect(curve[0]).toEqual({ at: day(6, '09:00'), needed: 0, done: 0 });
    // All of it at the deadline, and nothing of what is still to come is said to be done.
    expect(curve.at(-1)).toEqual({ at: day(8, '09:00'), needed: 78 });
    expect(curve.filter(({ at }) => at <= day(6, '11:00')).at(-1)).toEqual({
      ...{ at: day(6, '11:00'), needed: neededNow, done: figures.useful },
    });
    expect(curve.every(({ needed }, index) => needed >= (curve[index - 1]?.needed ?? 0))).toBe(true);
    expect(neededNow).toBeGreaterThan(0);
    expect(expected?.low).toBeLessThanOrEqual(expected?.mean ?? 0);
  });

  it('REFLEX-09: the level that is lowered shows who did it, and a campaign that is over goes below and then without figures', async () => {
    const world = new CampaignWorld(day(6, '09:00'), {}, heat, paris);
    world.enrol(20);
    await world.declare(3);
    await world.until(day(6, '09:20'));
    await world.declare(2, 'now');
    await world.until(day(6, '10:00'));
    const [over] = (await boardOf(world, heat, paris)).campaigns;
    expect(over).toMatchObject({ state: 'over', level: 2, stop: { choice: 'now', by: 'cheffe' } });
    expect(over === undefined ? 0 : sumOf(over)).toBe(20);
    expect(over?.progress?.remaining).toBe(0);
    await world.until(day(7, '11:00'));
    expect((await boardOf(world, heat, paris)).campaigns[0]?.progress).toBeUndefined();
  });

  it('SAMPS-32: an order counts as its sheet does, against an even pace over the open hours', async () => {
    const morning = '2025-07-03T20:30:00.000Z';
    const world = new CampaignWorld(morning, {}, renewal, noumea);
    const file = { scheme: 'AIDE_MEDICALE', kind: 'renewal', list: 'liste-a', dueOn: '2025-08-01' } as const;
    world.enrol(24, () => ({ subjects: [file] }));
    await world.order({
      type: 'renouvellement',
      name: 'Renouvellements de juillet',
      ...{ lists: ['liste-a'], deadline: '2025-07-07', setBy: 'Hélène Wamytan' },
    });
    world.answers = (recipientId) =>
      Number(recipientId.slice(1)) % 2 === 0
        ? { type: 'somebody', after: 5, talk: 120, disposition: 'complete' }
        : { type: 'nobody' };
    await world.until('2025-07-04T00:45:00.000Z');
    const [order] = (await boardOf(world, renewal, noumea)).campaigns;
    expect(order).toMatchObject({ label: 'Dossier à renouveler', order: { deadline: '2025-07-07' } });
    expect(order?.progress).toMatchObject({
      people: 24,
      reached: 12,
      doneNow: 12,
      remaining: 12,
      owed: 24,
      late: false,
    });
    // Half of the first of two open days.
    expect(order?.progress?.neededNow).toBe(6);
    expect(order?.progress?.curve.at(-1)).toEqual({ at: '2025-07-07T05:00:00.000Z', needed: 24 });
  });

  it('REFLEX-19: says by cell how many referrals nobody has taken, and since when', async () => {
    const cause = { id: 'c', at: day(6, '10:00'), level: 'urgence', reasons: ['Chute'] };
    const item = (referralId: string, at: string, taken = false): ReferralItem => ({
      subject: { referralId, programme: 'reflex', cell: 'sanitaire', subject: referralId },
      facts: {
        ...noReferralFacts,
        causes: [{ ...cause, at }],
        acknowledgements: taken ? [{ id: 'a', at, by: 'cellule', causes: ['c'] }] : [],
      },
      version: 1,
    });
    const world = new CampaignWorld(day(6, '11:00'), {}, heat, paris);
    const items = [item('r1', day(6, '10:30')), item('r2', day(6, '10:10')), item('r3', day(6, '09:30'), true)];
    const { cells } = await boardOf(world, heat, paris, items);
    expect(cells.find(({ code }) => code === 'sanitaire')).toMatchObject({
      ...{ open: 3, waiting: 2, oldest: day(6, '10:10') },
    });
    expect(cells.filter(({ open }) => open > 0)).toHaveLength(1);
  });
});

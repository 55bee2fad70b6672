import { describe, expect, it } from 'vitest';
import { openingAt } from '../../../domain/calendar/opening.ts';
import type { AttemptEntry, CycleEntry, RecipientEntry } from '../../../domain/campaign/campaign-entry.ts';
import type { OrderForm } from '../../../domain/campaign/order-form.ts';
import { callsOwed } from '../../../domain/campaign/ring-back.ts';
import { calendar } from '../../../programmes/samps/calendar.ts';
import { campaignTypes } from '../../../programmes/samps/campaign-types.ts';
import { schemes } from '../../../programmes/samps/schemes.ts';
import { CampaignWorld, type Ground } from '../../support/campaigns/campaign-world.ts';

const noumea = (day: number, time: string) => new Date(`2025-07-0${day}T${time}:00+11:00`).toISOString();

const ground: Ground = {
  calendar,
  schemes,
  voiceReach: { '+687': 'confirmed' },
  // 20:30 to 05:00 UTC, and an hour on each side in which nobody may be rung.
  ticksAt: (hour) => hour >= 19 || hour < 6,
  prefix: '+68775',
};

const [renewal] = campaignTypes;
if (renewal === undefined) throw new Error('samps has no kind of campaign');

const order = (more: Partial<OrderForm> = {}): OrderForm => ({
  type: 'renouvellement',
  name: 'Renouvellements de juillet',
  lists: ['liste-a'],
  deadline: '2025-07-09',
  setBy: 'Hélène Wamytan, cheffe du SAMPS',
  ...more,
});

const subject = (list: string, scheme = 'AIDE_MEDICALE', dueOn = '2025-08-01') =>
  ({ scheme, kind: list === 'liste-a' ? 'renewal' : 'incomplete', list, dueOn }) as const;

const worldOf = (start = noumea(4, '07:30'), at = ground) => new CampaignWorld(start, {}, renewal, at);

const entries = <K extends 'cycle' | 'attempt' | 'recipient'>(world: CampaignWorld, kind: K) =>
  world.journal
    .all()
    .filter((entry): entry is Extract<CycleEntry | AttemptEntry | RecipientEntry, { kind: K }> => entry.kind === kind);

describe('an order of calls', () => {
  it('SAMPS-32: has lists, a deadline and who set it, in the journal, and ends at its deadline', async () => {
    const world = worldOf();
    world.enrol(6, () => ({ subjects: [subject('liste-a')] }));
    expect(await world.order(order())).toMatchObject({ type: 'placed', order: { people: 6, late: false } });
    await world.until(noumea(9, '16:30'));
    const told = entries(world, 'cycle');
    const running = told.filter(({ change }) => change.type === 'running').map(({ day }) => day);
    expect(running).toEqual(['2025-07-04', '2025-07-05', '2025-07-06', '2025-07-07', '2025-07-08', '2025-07-09']);
    const changes = told.map(({ change }) => change).filter(({ type }) => type !== 'running');
    expect(changes[0]).toMatchObject({
      type: 'ordered',
      order: { name: 'Renouvellements de juillet', deadline: '2025-07-09', setBy: 'Hélène Wamytan, cheffe du SAMPS' },
      by: 'superviseur',
    });
    expect(changes.map(({ type }) => type)).toEqual(['ordered', 'activated', 'ready', 'ended']);
    expect(changes[1]).toMatchObject({ deadline: noumea(9, '16:00') });
    expect([...world.campaigns.kept.values()].map(({ state }) => state)).toEqual(['over']);
    // Nobody answered: three attempts each, in two parts of the day at least, then unreachable.
    expect(entries(world, 'attempt')).toHaveLength(18);
    expect(new Set(entries(world, 'recipient').map(({ change }) => ('state' in change ? change.state : '')))).toEqual(
      new Set(['', 'unreachable']),
    );
  });

  it('SAMPS-34: never dials outside 07:30 to 16:00 in Nouméa, weekends and holidays included', async () => {
    const world = worldOf(noumea(4, '15:50'));
    world.enrol(30, () => ({ subjects: [subject('liste-a')] }));
    await world.order(order());
    await world.until(noumea(9, '17:00'));
    expect(world.rings.length).toBeGreaterThan(60);
    for (const { at } of world.rings) {
      expect(openingAt(calendar, new Date(at).toISOString()).state).toBe('open');
    }
    expect(new Set(world.rings.map(({ at }) => new Date(at + 11 * 3_600_000).getUTCDay()))).toEqual(new Set([5, 1]));
  });

  it('SAMPS-34: who rings us while an order owes them a call has their number held; nobody else has', async () => {
    const world = worldOf();
    world.enrol(2, () => ({ subjects: [subject('liste-a')] }));
    world.answers = (id) =>
      id === 'r0000' ? { type: 'nobody' } : { type: 'somebody', after: 5, talk: 60, disposition: 'complete' };
    await world.order(order());
    await world.until(noumea(4, '08:30'));
    const [missed = '', told = ''] = [...world.people.numbers.keys()];
    const owed = async (numberKey: string, time: string, day = 4) => {
      const live = await world.campaigns.campaigns();
      return await callsOwed({ programme: 'reflex', numberKey, at: noumea(day, time), live }, world.campaigns);
    };
    const [attempt] = world.dials.filter(({ numberKey }) => numberKey === missed).map(({ attemptId }) => attemptId);
    expect(await owed(missed, '08:30')).toEqual({ over: [attempt], inFlight: [] });
    expect(await owed(told, '08:30')).toBeUndefined();
    expect(await owed('of-nobody', '08:30')).toBeUndefined();
    await world.until(noumea(9, '16:30'));
    expect(await owed(missed, '16:30', 9)).toBeUndefined();
  });

  it('SAMPS-30: a person on two lists is one task with both files, in one order or in two', async () => {
    const world = worldOf();
    world.answers = () => ({ type: 'somebody', after: 5, talk: 200, disposition: 'complete' });
    world.enrol(4, (index) => ({
      subjects: [
        ...(index < 3 ? [subject('liste-a')] : []),
        ...(index > 1 ? [subject('liste-b', 'BOURSES', '2025-07-15')] : []),
      ],
    }));
    await world.order(order());
    await world.order(order({ name: 'Incomplets', lists: ['liste-b', 'liste-a'] }));
    await world.until(noumea(4, '12:00'));
    expect(world.rings.map(({ recipientId }) => recipientId).sort()).toEqual(['r0000', 'r0001', 'r0002', 'r0003']);
    // Through the queue of the file that is due first, of those that the order asks for.
    const loaded = entries(world, 'recipient').filter(({ change }) => change.type === 'loaded');
    expect(
      loaded.map(({ campaign, recipientId, change }) => [
        campaign.slice(0, 15),
        recipientId,
        Reflect.get(change, 'scheme'),
      ]),
    ).toEqual([
      ['renouvellement1', 'r0000', 'AIDE_MEDICALE'],
      ['renouvellement1', 'r0001', 'AIDE_MEDICALE'],
      ['renouvellement1', 'r0002', 'AIDE_MEDICALE'],
      ['renouvellement2', 'r0003', 'BOURSES'],
    ]);
    expect(entries(world, 'attempt').map(({ scheme, outcome }) => [scheme, outcome])).toEqual([
      ['AIDE_MEDICALE', 'en-ligne'],
      ['AIDE_MEDICALE', 'en-ligne'],
      ['AIDE_MEDICALE', 'en-ligne'],
      ['BOURSES', 'en-ligne'],
    ]);
  });

  it('SAMPS-32: too few agents for 600 people in 5 open days is « retard prévu » when the order is placed', async () => {
    const few = { ...renewal, ...(renewal.ordered && { ordered: { ...renewal.ordered, agents: 5 } }) };
    const world = new CampaignWorld(noumea(4, '07:30'), {}, few, ground);
    world.enrol(600, () => ({ subjects: [subject('liste-a')] }));
    const answer = await world.order(order({ deadline: '2025-07-10' }));
    expect(answer).toMatchObject({ type: 'placed', order: { people: 600, late: true } });
  });

  it('placing it twice is placing it once', async () => {
    const world = worldOf();
    world.enrol(3, () => ({ subjects: [subject('liste-a')] }));
    await world.order(order());
    expect((await world.order(order())).type).toBe('unchanged');
    await world.until(noumea(4, '09:00'));
    expect(world.rings).toHaveLength(3);
  });

  it.each([
    ['a deadline in the past', { deadline: '2025-07-03' }, 'deadline'],
    ['a deadline on a Sunday', { deadline: '2025-07-06' }, 'deadline'],
    ['a deadline beyond what any order lasts', { deadline: '2025-10-31' }, 'deadline'],
    ['a list of nobody', { lists: ['inconnue'] }, 'lists'],
    ['a kind that there is not', { type: 'canicule' }, 'type'],
    ['too little time for three attempts', { deadline: '2025-07-04' }, 'maxAttempts'],
  ])('is refused with %s', async (_, more, field) => {
    const world = worldOf();
    world.enrol(3, () => ({ subjects: [subject('liste-a')] }));
    expect(await world.order(order(more))).toMatchObject({ type: 'refused', problems: [{ field }] });
    expect(world.campaigns.kept.size).toBe(0);
  });

  it('a prefix whose voice is not confirmed is left to people with another telephone', async () => {
    const world = worldOf(noumea(4, '07:30'), { ...ground, voiceReach: { '+687': 'unconfirmed' } });
    world.enrol(3, () => ({ subjects: [subject('liste-a')] }));
    await world.order(order());
    await world.until(noumea(4, '12:00'));
    expect(world.rings).toEqual([]);
    expect([...world.campaigns.recipients.values()].map(({ manualNumbers }) => manualNumbers?.length)).toEqual([
      1, 1, 1,
    ]);
  });
});

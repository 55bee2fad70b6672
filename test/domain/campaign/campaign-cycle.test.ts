import { describe, expect, it } from 'vitest';
import type { AttemptEntry, CycleEntry, RecipientEntry } from '../../../domain/campaign/campaign-entry.ts';
import { newCycle } from '../../../domain/campaign/new-cycle.ts';
import { CampaignWorld } from '../../support/campaigns/campaign-world.ts';
import { heatWave } from '../../support/campaigns/heat-wave-campaign.ts';
import { calendar, paris } from '../attempt/heat-wave.ts';

const attempts = (world: CampaignWorld) =>
  world.journal.all().filter((entry): entry is AttemptEntry => entry.kind === 'attempt');
const cycles = (world: CampaignWorld) =>
  world.journal.all().filter((entry): entry is CycleEntry => entry.kind === 'cycle');
const people = (world: CampaignWorld, type: 'loaded' | 'closed') =>
  world.journal
    .all()
    .filter((entry): entry is RecipientEntry => entry.kind === 'recipient' && entry.change.type === type);

describe('a campaign', () => {
  it('REFLEX-01/02: level 3 arms it, and the first call leaves within 4 hours', async () => {
    const world = new CampaignWorld(paris(6, '09:00'));
    world.enrol(20);
    expect((await world.declare(3)).type).toBe('armed');
    await world.until(paris(6, '09:02'));
    expect(cycles(world).map(({ cycle, change }) => `${cycle} ${change.type}`)).toEqual([
      '0 armed',
      '1 activated',
      '1 ready',
    ]);
    expect(cycles(world)[1]?.change).toMatchObject({ deadline: paris(8, '09:00'), firstCallBy: paris(6, '13:00') });
    expect(world.rings.length).toBeGreaterThan(4);
    expect(people(world, 'loaded')).toHaveLength(20);
  });

  it('moves nobody in the last minute of a part of the day: who waits is found again a minute later', async () => {
    const world = new CampaignWorld(paris(6, '09:00'));
    world.enrol(700);
    world.agents = 1;
    await world.declare(3);
    await world.until(paris(6, '11:58'));
    const written = () => world.campaigns.writes - 2 * world.rings.length;
    const before = written();
    await world.until(paris(6, '12:05'));
    expect(world.rings.length).toBeGreaterThan(50);
    expect(written() - before).toBeLessThan(20);
  });

  it('REFLEX-33: launching twice is launching once', async () => {
    const world = new CampaignWorld(paris(6, '09:00'));
    world.enrol(5);
    await world.declare(3);
    expect((await world.declare(3)).type).toBe('unchanged');
    await world.until(paris(6, '09:03'));
    expect((await world.declare(4)).type).toBe('unchanged');
    await world.until(paris(6, '09:10'));
    expect(world.rings).toHaveLength(5);
  });

  it('REFLEX-03/21: calls everybody four times in three parts of the day, then closes them as unreachable', async () => {
    const world = new CampaignWorld(paris(6, '09:00'));
    world.enrol(30);
    await world.declare(3);
    await world.until(paris(8, '09:10'));
    const first = attempts(world).filter(({ cycle }) => cycle === 1);
    const perPerson = Map.groupBy(first, ({ recipientId }) => recipientId);
    expect([...perPerson.values()].map((one) => one.length)).toEqual(Array(30).fill(4));
    expect(people(world, 'closed').map(({ change }) => change)).toEqual(
      Array(30).fill(expect.objectContaining({ type: 'closed', state: 'unreachable' })),
    );
    expect(cycles(world).some(({ change, cycle }) => change.type === 'ended' && cycle === 1)).toBe(true);
  });

  it('REFLEX-09: a cycle that was to end by itself may still be stopped at once, once', async () => {
    const world = new CampaignWorld(paris(6, '09:00'));
    world.enrol(30);
    world.agents = 1;
    await world.declare(3);
    await world.until(paris(6, '09:04'));
    expect((await world.declare(2, 'finish-cycle')).type).toBe('stopped');
    expect((await world.declare(2, 'finish-cycle')).type).toBe('unchanged');
    await world.until(paris(6, '09:06'));
    const before = world.rings.length;
    expect((await world.declare(1, 'now')).type).toBe('stopped');
    expect((await world.declare(1, 'now')).type).toBe('unchanged');
    await world.until(paris(6, '10:00'));
    expect(world.rings).toHaveLength(before);
    const stops = cycles(world).flatMap(({ change }) => (change.type === 'stopped' ? change.choice : []));
    expect(stops).toEqual(['finish-cycle', 'now']);
    expect(people(world, 'closed')).toHaveLength(30);
  });

  it('REFLEX-09: renews every 48 hours while the level lasts, and calls who was reached no sooner than 24 hours after (A-10)', async () => {
    const world = new CampaignWorld(paris(6, '09:00'));
    world.enrol(10);
    // Reached at the very end of the first cycle, then at once in the second.
    world.answers = (_, n, at) =>
      at > Date.parse(paris(7, '15:00')) || n === 4
        ? { type: 'somebody', after: 8, talk: 120, disposition: 'complete' }
        : { type: 'nobody' };
    await world.declare(3);
    await world.until(paris(12, '08:59'));
    const started = cycles(world).filter(({ change }) => change.type === 'activated');
    expect(started.map(({ cycle, time }) => [cycle, time])).toEqual([
      [1, paris(6, '09:00')],
      [2, paris(8, '09:00')],
      [3, paris(10, '09:00')],
    ]);
    for (const [, ofPerson] of Map.groupBy(attempts(world), ({ recipientId }) => recipientId)) {
      const reached = ofPerson.filter(({ disposition }) => disposition === 'complete');
      reached.forEach((one, index) => {
        const before = reached[index - 1];
        const hours = before === undefined ? 99 : (Date.parse(one.startedAt) - Date.parse(before.endedAt)) / 3_600_000;
        expect(hours).toBeGreaterThanOrEqual(24);
      });
    }
  });

  it('REFLEX-01: a lower level lets the cycle end, and no new one starts', async () => {
    const world = new CampaignWorld(paris(6, '09:00'));
    world.enrol(4);
    await world.declare(3);
    await world.until(paris(6, '10:00'));
    expect((await world.declare(2, 'finish-cycle')).type).toBe('stopped');
    await world.until(paris(9, '12:00'));
    expect(attempts(world)).toHaveLength(16);
    expect(cycles(world).filter(({ change }) => change.type === 'activated')).toHaveLength(1);
    expect(cycles(world).find(({ change }) => change.type === 'stopped')?.change).toMatchObject({
      choice: 'finish-cycle',
    });
    expect([...world.campaigns.kept.values()][0]?.state).toBe('over');
  });

  it('REFLEX-01: a lower level may stop the calls at once', async () => {
    const world = new CampaignWorld(paris(6, '09:00'));
    world.enrol(4);
    await world.declare(3);
    await world.until(paris(6, '10:00'));
    await world.declare(2, 'now');
    await world.until(paris(9, '12:00'));
    expect(attempts(world)).toHaveLength(4);
    expect(people(world, 'closed').map(({ change }) => change)).toEqual(
      Array(4).fill({ type: 'closed', state: 'stopped' }),
    );
  });

  it('REFLEX-25: who leaves the register at 10:00 is not dialled at 10:05', async () => {
    const world = new CampaignWorld(paris(6, '09:00'));
    world.enrol(3);
    await world.declare(3);
    await world.until(paris(6, '10:00'));
    world.register.gone.add('r0001');
    await world.until(paris(7, '19:00'));
    expect(attempts(world).filter(({ recipientId }) => recipientId === 'r0001')).toHaveLength(1);
    expect(people(world, 'closed').find(({ recipientId }) => recipientId === 'r0001')?.change).toEqual({
      type: 'closed',
      state: 'removed',
    });
  });

  it('REFLEX-08: who must be met otherwise is loaded, listed and never dialled', async () => {
    const world = new CampaignWorld(paris(6, '09:00'));
    world.enrol(2, (index) => (index === 0 ? { channel: 'other' } : {}));
    await world.declare(3);
    await world.until(paris(6, '11:59'));
    expect(world.rings.map(({ recipientId }) => recipientId)).toEqual(['r0001']);
    expect(people(world, 'loaded')[0]?.change).toMatchObject({ callable: false, reason: 'other-channel' });
  });

  it('design decision 4: a family on one line: nobody is rung while one of them talks, however long', async () => {
    // Claimed at any minute between two looks at leases.
    for (const start of ['09:00', '09:01', '09:04']) {
      const world = new CampaignWorld(paris(6, start));
      world.people.numbers.set('2140000433', '+3340000412');
      world.enrol(2, () => ({ numberKeys: ['2140000433'] }));
      world.answers = () => ({ type: 'somebody', after: 5, talk: 48 * 60, disposition: 'complete' });
      await world.declare(3);
      await world.until(paris(6, '12:00'));
      expect(world.rings).toHaveLength(2);
      expect(world.overlaps()).toBe(0);
    }
  });

  it('design decision 4: a family on one line is called one after the other', async () => {
    const world = new CampaignWorld(paris(6, '09:00'));
    const [line] = ['2140000433'];
    world.people.numbers.set(line ?? '', '+3340000412');
    world.enrol(3, () => ({ numberKeys: [line ?? ''] }));
    world.answers = () => ({ type: 'somebody', after: 5, talk: 200, disposition: 'complete' });
    await world.declare(3);
    await world.until(paris(6, '12:00'));
    expect(world.rings).toHaveLength(3);
    expect(world.overlaps()).toBe(0);
  });

  it('A-13: the first pass calls the most fragile first', async () => {
    const world = new CampaignWorld(paris(6, '09:00'));
    world.enrol(40);
    world.agents = 2;
    await world.declare(3);
    await world.until(paris(6, '11:30'));
    const ranks = world.rings.map(({ recipientId }) => Number(recipientId.slice(1)) % 7);
    expect(ranks).toEqual(ranks.toSorted((a, b) => a - b));
    expect(ranks).toHaveLength(40);
  });

  it('design decision 8: nobody is dialled for agents who are not there, and none is dialled while callers wait', async () => {
    const world = new CampaignWorld(paris(6, '09:00'));
    world.enrol(10);
    world.agents = 0;
    await world.declare(3);
    await world.until(paris(6, '10:00'));
    expect(world.rings).toHaveLength(0);
    world.agents = 1;
    await world.until(paris(6, '10:01'));
    expect(world.rings.length).toBeLessThanOrEqual(2);
  });

  it('REFLEX-10, COMMON-38: a policy that contradicts itself does not arm', async () => {
    const policy = { ...heatWave.policy, minimumGapMinutes: 24 * 60 };
    const odd = new CampaignWorld(paris(6, '09:00'), {}, { ...heatWave, policy });
    expect(await odd.declare(3)).toEqual({
      type: 'refused',
      problems: [{ field: 'maxAttempts', value: 4, accepted: expect.stringContaining('au plus 2') }],
    });
    expect(odd.campaigns.kept.size).toBe(0);
  });

  it('REFLEX-10: another crisis is other data: a flood calls twice in a day, without a line of code', async () => {
    const policy = { ...heatWave.policy, maxAttempts: 2, withinHours: 24, minimumDayParts: 2 };
    const flood = { ...heatWave, code: 'crue', label: 'Crue', crisis: 'crue', triggerLevel: 2, cycleHours: 24, policy };
    const world = new CampaignWorld(paris(6, '09:00'), {}, flood);
    world.enrol(3);
    expect((await world.declare(2, 'finish-cycle', 'canicule')).type).toBe('refused');
    expect((await world.declare(2, 'finish-cycle', 'crue')).type).toBe('armed');
    await world.until(paris(7, '08:59'));
    expect(attempts(world)).toHaveLength(6);
    expect(cycles(world)[0]).toMatchObject({ campaign: 'crue_20260706T070000Z', campaignType: 'crue' });
  });

  it.each([
    ['in hours: within four hours', paris(6, '09:00'), paris(6, '13:00')],
    ['at 17:00: four hours later is closed, so the next opening minute', paris(6, '17:00'), paris(7, '09:00')],
    ['at night', paris(6, '23:30'), paris(7, '09:00')],
    ['on the eve of Bastille Day', paris(13, '18:00'), paris(14, '10:00')],
  ])('REFLEX-02, A-08: activated %s', (_, from, firstCallBy) => {
    expect(newCycle(1, from, heatWave, calendar, 0)).toMatchObject({ firstCallBy, from, shards: 1 });
  });

  it('A-09: the hours may be counted from the first opening, when the City reads them so', () => {
    const policy = { ...heatWave.policy, countedFrom: 'first-opening' } as const;
    const night = newCycle(1, paris(6, '23:30'), { ...heatWave, policy }, calendar, 120_000);
    expect(night).toMatchObject({ until: paris(9, '09:00'), renewsAt: paris(8, '23:30'), shards: 3 });
    expect(newCycle(1, paris(6, '23:30'), heatWave, calendar, 0).until).toBe(paris(8, '23:30'));
  });

  it('REFLEX-02: armed at night, everything is ready before the first opening minute, when the first call leaves', async () => {
    const world = new CampaignWorld(paris(6, '22:00'));
    world.enrol(12);
    await world.declare(3);
    await world.until(paris(7, '09:01'));
    const ready = cycles(world).find(({ change }) => change.type === 'ready');
    expect(ready !== undefined && ready.time < paris(7, '09:00')).toBe(true);
    expect(Math.min(...world.rings.map(({ at }) => at))).toBe(Date.parse(paris(7, '09:00')));
  });

  it('design decision 8: in preview mode nobody is dialled without an agent who asked', async () => {
    const world = new CampaignWorld(paris(6, '09:00'), {}, { ...heatWave, mode: 'preview' });
    world.enrol(3);
    await world.declare(3);
    await world.until(paris(6, '12:00'));
    expect(world.rings).toHaveLength(0);
    expect(people(world, 'loaded')).toHaveLength(3);
  });

  it('design §5: callers who are owed a call come before campaigns', async () => {
    const world = new CampaignWorld(paris(6, '09:00'));
    world.enrol(5);
    world.agents = 1;
    world.callbacks.dueUntil = async () => [
      { numberKey: 'k', next: { type: 'dial', at: paris(6, '08:00'), callbackId: 'cb', oldest: paris(6, '08:00') } },
    ];
    await world.declare(3);
    await world.until(paris(6, '10:00'));
    expect(world.rings).toHaveLength(0);
  });
});

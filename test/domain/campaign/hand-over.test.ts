import { describe, expect, test } from 'vitest';
import type { AttemptEntry, RecipientEntry } from '../../../domain/campaign/campaign-entry.ts';
import { callProgress, handOver, takeBack } from '../../../domain/campaign/hand-over.ts';
import { ringBack } from '../../../domain/campaign/ring-back.ts';
import { suivi } from '../../../programmes/suivi/programme.ts';
import { MemoryContent } from '../../support/calls/memory-ports.ts';
import { type Answer, CampaignWorld } from '../../support/campaigns/campaign-world.ts';
import { paris as instant } from '../follow-up/suivi-world.ts';

const { calendar, schemes, outbound } = suivi;
const [type] = outbound?.campaignTypes ?? [];
/** Monday 5 October 2026. */
const monday = '2026-10-05';
const paris = (time: string, day = monday) => instant(day, time);
const answers = (disposition: 'complete' | 'partial'): Answer => ({
  type: 'somebody',
  after: 8,
  talk: 240,
  disposition,
});

function world(start: string) {
  if (type === undefined) throw new Error('the follow-up has no campaign type');
  const lived = new CampaignWorld(start, {}, type, {
    calendar,
    schemes,
    voiceReach: { '+33': 'confirmed' },
    ticksAt: (hour) => hour >= 6 && hour < 18,
    prefix: '+3361000',
  });
  lived.enrol(3);
  const ports = {
    campaigns: lived.campaigns,
    journal: lived.journal,
    content: new MemoryContent({ calendar, schemes, campaignTypes: outbound?.campaignTypes ?? [] }),
  };
  const people = lived.register.lines.map(({ recipientId, numberKeys: numbers, riskRank }) => ({
    recipientId,
    numbers,
    riskRank,
  }));
  const hand = async (from: string, until: string) =>
    await handOver(
      'reflex',
      'j2',
      people.map((one) => ({ ...one, from, until })),
      from,
      ports,
    );
  const back = async (at: string) => await takeBack('reflex', 'j2', people.slice(0, 1), at, ports);
  const progress = async (at: string) =>
    await callProgress(
      'reflex',
      'j2',
      people.map((one) => one.recipientId),
      at,
      ports,
    );
  const rings = () =>
    lived.rings.map(({ recipientId, n, at }) => `${recipientId}-${n} ${new Date(at).toISOString().slice(8, 16)}`);
  const closed = () =>
    lived.journal
      .all()
      .filter((entry): entry is RecipientEntry => entry.kind === 'recipient')
      .map(({ recipientId, change }) => `${recipientId} ${change.type === 'closed' ? change.state : change.type}`);
  return { lived, hand, back, progress, rings, closed };
}

describe('people handed over one by one', () => {
  test('ARS-11: two attempts two hours apart in the day, then unreachable', async () => {
    const { lived, hand, rings, closed, progress } = world(paris('13:00'));
    await hand(paris('13:00'), paris('19:00', '2026-10-06'));
    await lived.until(paris('18:59'));
    expect(
      rings()
        .map((one) => one.slice(0, 7))
        .sort(),
    ).toEqual(['r0000-1', 'r0000-2', 'r0001-1', 'r0001-2', 'r0002-1', 'r0002-2'].sort());
    const attempts = lived.journal.all().filter((entry): entry is AttemptEntry => entry.kind === 'attempt');
    const [first, second] = attempts.filter(({ recipientId }) => recipientId === 'r0000');
    expect(Date.parse(second?.startedAt ?? '') - Date.parse(first?.endedAt ?? '')).toBeGreaterThanOrEqual(7_200_000);
    expect(first?.attemptId).toBe('j2-1-r0000-1');
    expect(closed()).toEqual(['r0000 unreachable', 'r0001 unreachable', 'r0002 unreachable']);
    expect((await progress(paris('19:00'))).get('r0000')).toMatchObject({
      attempted: true,
      closed: { state: 'unreachable' },
    });
  });

  test.each(['18:30', '17:30'])(
    'A-24: first call at %s: the second is the first of the next open day',
    async (time) => {
      const saturday = '2026-10-10';
      const { lived, hand, rings } = world(paris(time, saturday));
      await hand(paris(time, saturday), paris('19:00', '2026-10-12'));
      await lived.until(paris('09:02', '2026-10-12'));
      expect(rings().slice(-3)).toEqual(['r0000-2 12T07:00', 'r0001-2 12T07:00', 'r0002-2 12T07:00']);
    },
  );

  test('ARS-06: taken back: not dialled; in the middle of a call: the call goes on, and is the same record', async () => {
    const { lived, hand, back, rings, closed } = world(paris('13:00'));
    await hand(paris('13:00'), paris('19:00', '2026-10-06'));
    await back(paris('13:00'));
    lived.answers = () => answers('complete');
    await lived.until(paris('18:00'));
    expect(rings().map((one) => one.slice(0, 7))).toEqual(['r0001-1', 'r0002-1']);
    expect(closed()).toEqual(['r0000 stopped', 'r0001 useful', 'r0002 useful']);

    const talking = world(paris('13:00'));
    await talking.hand(paris('13:00'), paris('19:00', '2026-10-06'));
    talking.lived.answers = () => answers('complete');
    await talking.lived.until(paris('13:01'));
    await talking.back(paris('13:01'));
    await talking.lived.until(paris('18:00'));
    expect(talking.rings()).toHaveLength(3);
    expect(talking.closed().at(-1)).toMatch(/useful$/);
  });

  test('taken back before they are handed over: never dialled', async () => {
    const { lived, hand, back, rings } = world(paris('13:00'));
    await back(paris('12:59'));
    await hand(paris('13:00'), paris('19:00', '2026-10-06'));
    await lived.until(paris('18:00'));
    expect(rings().some((one) => one.startsWith('r0000'))).toBe(false);
    expect(rings().length).toBeGreaterThan(0);
  });

  test('ARS-42: no more are dialled than agents with the skill are free', async () => {
    const { lived, hand, rings } = world(paris('13:00'));
    await hand(paris('13:00'), paris('19:00', '2026-10-06'));
    lived.skilled = { 'suivi-appels': 2 };
    await lived.until(paris('13:00'));
    expect(rings()).toHaveLength(2);
    lived.skilled = { 'suivi-appels': 0 };
    await lived.until(paris('13:05'));
    expect(rings()).toHaveLength(2);
  });

  test('a kind that a level starts is handed nobody', async () => {
    const { lived } = world(paris('13:00'));
    const ports = {
      campaigns: lived.campaigns,
      journal: lived.journal,
      content: new MemoryContent({ campaignTypes: [] }),
    };
    await expect(handOver('reflex', 'canicule', [], paris('13:00'), ports)).rejects.toThrow('"canicule"');
  });
});

describe('REFLEX-34, ARS-06: who rings back', () => {
  test('is of the moment for which they are still to be called, else of the last one tried', async () => {
    const { lived } = world(paris('13:00'));
    const ports = {
      campaigns: lived.campaigns,
      journal: lived.journal,
      content: new MemoryContent({ calendar, schemes, campaignTypes: outbound?.campaignTypes ?? [] }),
    };
    const someone = {
      recipientId: 'r0000',
      numbers: ['key'],
      riskRank: 1,
      from: paris('13:00'),
      until: paris('19:00'),
    };
    await handOver('reflex', 'j2', [someone], paris('13:00'), ports);
    await handOver('reflex', 'j9', [someone], paris('13:00'), ports);
    await takeBack('reflex', 'j2', [someone], paris('14:00'), ports);
    const ring = async (numberKey = 'key') => {
      const live = await lived.campaigns.campaigns();
      return await ringBack({ programme: 'reflex', numberKey, at: paris('15:00'), live }, ports);
    };
    expect(await ring()).toMatchObject({ ringBackId: 'j9-1-r0000-0', text: expect.stringContaining('rappeler') });
    await takeBack('reflex', 'j9', [someone], paris('14:30'), ports);
    expect((await ring())?.recipientId).toBe('r0000');
    expect(await ring('other')).toBeUndefined();
  });
});

import { describe, expect, test } from 'vitest';
import { openIntervals } from '../../../domain/calendar/opening.ts';
import type { ContentVersion } from '../../../domain/content/content-versions.ts';
import { capacityPlan } from '../../../domain/follow-up/capacity-plan.ts';
import { type HoursOrder, orderHours, withOrder } from '../../../domain/follow-up/order-hours.ts';
import { orderPriority } from '../../../domain/follow-up/order-priority.ts';
import { orderVolume, volumesOrdered } from '../../../domain/follow-up/order-volume.ts';
import { callPriority, protocol } from '../../../programmes/suivi/protocol.ts';
import { MemoryContent } from '../../support/calls/memory-ports.ts';
import { MemoryCampaigns } from '../../support/campaigns/memory-campaigns.ts';
import { calendar, paris, rules } from './suivi-world.ts';

/** Monday 5 October 2020, 10:00. */
const at = paris('2020-10-05', '10:00');
const nineToSeven = [{ opens: '09:00', closes: '19:00' }];

function orders() {
  const added: (ContentVersion & { kind: string })[] = [];
  const ports = {
    content: new MemoryContent({ calendar, protocol, callPriority }),
    versions: {
      versions: async () => [],
      add: async (_: string, kind: string, version: ContentVersion) => added.push({ ...version, kind }) > 0,
    },
    hash: JSON.stringify,
  };
  return { added, ports };
}

describe('ARS-38, ARS-39, ARS-40: hours', () => {
  const hoursOn = (day: string, order?: HoursOrder) =>
    openIntervals(order === undefined ? calendar : withOrder(calendar, order), day).map(
      ({ from, to }) => `${from.slice(11, 16)}-${to.slice(11, 16)}`,
    );

  test('ARS-38: Monday to Saturday, nine to seven in Paris; Sundays and holidays none', () => {
    expect(hoursOn('2020-10-05')).toEqual(['07:00-17:00']);
    expect(hoursOn('2020-10-04')).toEqual([]);
    expect(hoursOn('2020-11-11')).toEqual([]);
  });

  test('ARS-39: ordered today for the day after tomorrow: each side of the date has its own hours', () => {
    const order = { from: '2020-10-07', weekdays: { '3': [{ opens: '08:00', closes: '20:00' }] } };
    expect([hoursOn('2020-09-30', order), hoursOn('2020-10-07', order), hoursOn('2020-10-08', order)]).toEqual([
      ['07:00-17:00'],
      ['06:00-18:00'],
      ['07:00-17:00'],
    ]);
  });

  test('ARS-40: Sundays and holidays open from a date, and close again', () => {
    const open = { from: '2020-11-01', weekdays: { '7': nineToSeven }, holidays: nineToSeven };
    expect([hoursOn('2020-10-25', open), hoursOn('2020-11-08', open), hoursOn('2020-11-11', open)]).toEqual([
      [],
      ['08:00-18:00'],
      ['08:00-18:00'],
    ]);
    const closed = withOrder(withOrder(calendar, open), { from: '2020-12-01', weekdays: { '7': [] }, holidays: [] });
    expect(openIntervals(closed, '2020-12-06')).toEqual([]);
    expect(openIntervals(closed, '2020-12-25')).toEqual([]);
    expect(openIntervals(closed, '2020-11-11')).toHaveLength(1);
  });

  test.each([
    [{ from: '2020-10-05', weekdays: { '7': nineToSeven } }, 'du 2020-10-06 au'],
    [{ from: 'demain' }, 'un jour AAAA-MM-JJ'],
    [{ from: '2020-10-07', weekdays: { '8': nineToSeven } }, 'de 1 (lundi) à 7'],
    [{ from: '2020-10-07', weekdays: { '7': [{ opens: '19:00', closes: '09:00' }] } }, '19:00-09:00'],
  ])('an order for the past, of no day or of no hours is refused: %j', async (order, said) => {
    const { ports, added } = orders();
    expect(await orderHours('suivi', order, at, ports)).toMatchObject({
      type: 'refused',
      fault: expect.stringContaining(said),
    });
    expect(added).toEqual([]);
  });

  test('an order is dated content: the hours in force before are those of before', async () => {
    const { ports, added } = orders();
    await orderHours('suivi', { from: '2020-10-07', weekdays: { '7': nineToSeven } }, at, ports);
    expect(added).toMatchObject([{ kind: 'calendar', validFrom: at, origin: 'edit' }]);
  });
});

describe('ARS-41: priority by kind of call', () => {
  test('J4 > J2 > J7 > J9: in force at once for dispatchers, and kept', async () => {
    const { ports, added } = orders();
    const campaigns = new MemoryCampaigns();
    const [cycle] = [
      {
        n: 1,
        from: at,
        until: '9999',
        renewsAt: '9999',
        firstCallBy: at,
        state: 'ready',
        size: 0,
        callable: 0,
        shards: 1,
        fed: true,
      } as const,
    ];
    for (const id of ['j2', 'j9']) {
      await campaigns.saveCampaign('suivi', {
        id,
        type: id,
        drill: false,
        state: 'active',
        level: 0,
        activatedAt: at,
        activatedBy: '',
        cycles: [cycle],
        version: 1,
      });
    }
    expect(await orderPriority('suivi', ['j9', 'j4', 'j2', 'j7', 'j7bis'], at, { ...ports, campaigns })).toEqual({
      type: 'ordered',
    });
    expect((await campaigns.campaigns()).map(({ id, precedence }) => `${id} ${precedence}`).sort()).toEqual([
      'j2 2',
      'j9 0',
    ]);
    expect(added).toMatchObject([{ kind: 'callPriority', value: ['j9', 'j4', 'j2', 'j7', 'j7bis'] }]);
  });

  test.each([[['j2']], [['j2', 'j2', 'j4', 'j7', 'j9']], ['j4 > j2'], [undefined]])(
    'an order that is none is refused: %j',
    async (order) => {
      const { ports } = orders();
      const answer = await orderPriority('suivi', order, at, { ...ports, campaigns: new MemoryCampaigns() });
      expect(answer).toMatchObject({ type: 'refused', fault: expect.stringContaining('j2, j4, j7, j7bis, j9') });
    },
  );
});

describe('ARS-35, ARS-37: volumes', () => {
  const granted = { agents: 34, concurrentCalls: 80, messagesPerSecond: 1 };

  test('A-19: 3 000 calls of the real mix take 5.8 minutes each, and 34 agents', () => {
    const plan = capacityPlan({ callsPerDay: 3_000, at }, protocol, calendar, granted);
    expect(plan.handlingSeconds / 60).toBeCloseTo(5.8, 5);
    const agents = plan.checklist.find(({ what }) => what.startsWith('Conseillers'));
    // 290 hours over ten, at 85 %: 34.1.
    expect(agents).toMatchObject({ needed: 35, there: 34, enough: false });
  });

  test('+50 % ordered on Monday at 10:00: in effect on Wednesday at 10:00, with what lacks said at once', () => {
    const plan = capacityPlan({ callsPerDay: 4_500, at }, protocol, calendar, granted);
    expect(plan).toMatchObject({ orderedAt: at, effectiveBy: paris('2020-10-07', '10:00'), firstDay: '2020-10-07' });
    expect(plan.checklist.map(({ needed, there, enough }) => [needed, there, enough])).toEqual([
      [58, 80, true],
      [2, 1, false],
      [52, 34, false],
    ]);
    const tight = capacityPlan({ callsPerDay: 4_500, at }, protocol, calendar, { ...granted, concurrentCalls: 10 });
    expect(tight.checklist[0]).toMatchObject({ enough: false, todo: expect.stringContaining('58 appels simultanés') });
  });

  test('ordered on a Friday: planned by the hours of the next open day', () => {
    const plan = capacityPlan(
      { callsPerDay: 3_000, at: paris('2020-10-09', '10:00') },
      protocol,
      rules.calendar,
      granted,
    );
    expect(plan).toMatchObject({ effectiveBy: paris('2020-10-11', '10:00'), firstDay: '2020-10-12' });
  });
});

describe('ARS-37: orders of volume', () => {
  test('are written down, in force once the notice is over, and judged by what is there', async () => {
    const { added, ports } = orders();
    const kept: ContentVersion[] = [
      { validFrom: '1970-01-01', hash: 's', origin: 'seed', value: { callsPerDay: 3_000 } },
    ];
    const versions = { ...ports.versions, versions: async () => kept };
    const means = { agents: 40, concurrentCalls: 10, messagesPerSecond: 20 };
    const all = { ...ports, versions };
    const plan = await orderVolume('suivi', { callsPerDay: 4_500, by: 'sabine', at }, means, all);
    expect(added[0]).toMatchObject({
      kind: 'volume',
      validFrom: paris('2020-10-07', '10:00'),
      origin: 'edit',
      value: { callsPerDay: 4_500, by: 'sabine', orderedAt: at },
    });
    kept.push(...added, { ...kept[0], validFrom: 'never', hash: 'n', origin: 'seed', value: { callsPerDay: 1 } });
    const listed = await volumesOrdered('suivi', paris('2020-10-06', '10:00'), means, all);
    expect(listed.map(({ callsPerDay, from }) => [callsPerDay, from.slice(0, 10)])).toEqual([
      [3_000, '1970-01-01'],
      [4_500, '2020-10-07'],
    ]);
    expect(listed[1]?.plan).toEqual(plan);
    const later = await volumesOrdered('suivi', paris('2020-10-08', '10:00'), { ...means, agents: 80 }, all);
    expect(later).toMatchObject([{ callsPerDay: 4_500, plan: { checklist: [{}, {}, { enough: true }] } }]);
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isoWeekday, localDay, localTime } from '../../../domain/calendar/local-time.ts';
import type { MessageOrder } from '../../../domain/message/message-order.ts';
import { messageOutcomes } from '../../../domain/message/message-outcomes.ts';
import { messageStateOf } from '../../../domain/message/message-state.ts';
import { zonesOfNumber } from '../../../domain/phone/zones-of-number.ts';
import { drawn } from '../../support/drawn.ts';
import { keyOf, MessageWorld, personWith, programme } from '../../support/messages/message-world.ts';
import { rules, template } from './message-rules.ts';

const landline = '+33491000001';
const dead = '+33612000099';
/** A mobile, a landline, a landline then a mobile, a dead number then a good one, a dead number alone, far away, nobody, a family on one number. */
const phones: readonly (readonly string[])[] = [
  ['+33612000001'],
  [landline],
  [landline, '+33612000003'],
  [dead, '+33612000004'],
  [dead],
  ['+687751234'],
  [],
  ['+33612000001'],
];

/** Lives some days of a seed, whatever crashes, repeats, is lost or comes late. */
async function live(seed: number, share: number): Promise<MessageWorld> {
  const from = Date.parse('2026-10-23T06:00:00.000Z');
  const chance = (...words: readonly (string | number)[]) => drawn(seed, ...words);
  const holders = [{ subject: 'p0' }, { subject: 'p2' }, { numberKey: keyOf('+33612000001') }, { subject: 'p5' }];
  const world: MessageWorld = new MessageWorld(
    new Date(from).toISOString(),
    { ...rules, basis: 'opt-out' },
    [template],
    {
      drawn: chance,
      crashes: (point, call) => {
        const luck = chance('crash', point, call);
        return luck < share ? (luck < share / 2 ? 'before' : 'after') : undefined;
      },
      meanwhile: (call) => {
        const holder = holders[Math.floor(chance('who', call) * holders.length)];
        return holder !== undefined && chance('stop', call) < 0.004 ? () => world.stopNow(holder) : undefined;
      },
    },
  );
  world.perSecond = 1 + Math.floor(chance('rate') * 3);
  world.fate = ({ e164, context }) =>
    e164 === dead
      ? 'dead-number'
      : chance('fate', context.messageId, context.attempt) < 0.2
        ? 'phone-off'
        : chance('silent', context.messageId) < 0.1
          ? 'silent'
          : 'delivered';
  world.outcome = ({ context }, nth) => {
    const luck = chance('outcome', context.messageId, context.attempt, nth, world.calls);
    return luck < 0.05
      ? 'throttled'
      : luck < 0.08
        ? 'unknown'
        : luck < 0.1
          ? 'refused'
          : luck < 0.12
            ? 'unavailable'
            : luck < 0.14
              ? 'opted-out'
              : 'accepted';
  };
  for (const [index, own] of phones.entries()) {
    world.people.set(`p${index}`, personWith(...own));
  }
  const orders: MessageOrder[] = phones.flatMap((_, index) =>
    [0, 1].map((which) => {
      const at = from + Math.floor(chance('at', index, which) * 60) * 3_600_000;
      const lasts = 2 + Math.floor(chance('lasts', index, which) * 60);
      return {
        id: `survey-j${which}-p${index}`,
        programme,
        subject: `p${index}`,
        template: template.code,
        fields: {},
        link: { purpose: 'survey', occasion: `j${which}`, expiresAt: '2026-11-10T00:00:00.000Z' },
        at: new Date(at).toISOString(),
        notAfter: new Date(at + lasts * 3_600_000).toISOString(),
        purpose: 'survey',
        occasion: `j${which}`,
      };
    }),
  );
  await world.plan(orders.filter((_, index) => index % 3 !== 0));
  // Some come later, with those that were planned before, at another hour.
  world.after(1800, () => world.plan(orders));
  const moved = orders
    .slice(0, 4)
    .map((order) => ({ ...order, at: later(order.at, 1), notAfter: later(order.notAfter, 1) }));
  world.after(7200 * (1 + chance('re-plan')), () => world.plan(moved));
  world.after(20_000 * chance('withdraw'), () => world.withdraw(['survey-j1-p0', 'survey-j1-p3']));
  const stopping = holders[Math.floor(chance('stopping') * 6)];
  if (stopping !== undefined) {
    world.after(150_000 * chance('when'), () => world.stop(stopping));
  }
  await world.until('2026-11-05T00:00:00.000Z');
  return world;
}

function later(at: string, hours: number): string {
  return new Date(Date.parse(at) + hours * 3_600_000).toISOString();
}

function check(world: MessageWorld): void {
  const outcomes = new Map(messageOutcomes(world.journal.all()).map((one) => [one.messageId, one]));
  // COMMON-12: what was known to be stopped was not sent.
  expect(world.afterStop).toEqual([]);
  const shown = Map.groupBy(
    world.taken.filter(({ isShown }) => isShown),
    ({ context }) => context.messageId,
  );
  // COMMON-37, design decision 17: at most one in an inbox, and each claim at most once to the provider.
  expect([...shown.values()].filter((all) => all.length > 1)).toEqual([]);
  const claims = world.taken.map(({ context }) => `${context.messageId} ${context.attempt}`);
  expect(new Set(claims).size).toBe(claims.length);
  for (const { at, e164 } of world.taken) {
    const instant = new Date(at).toISOString();
    const [zone = ''] = zonesOfNumber(e164) ?? [];
    // COMMON-35: by the clock of whoever receives it; 1 November is a holiday.
    expect(localTime(zone, instant) >= '08:00' && localTime(zone, instant) < '20:00').toBe(true);
    expect(isoWeekday(localDay(zone, instant)) < 7 && localDay(zone, instant) !== '2026-11-01').toBe(true);
    expect(e164).not.toBe(landline);
  }
  for (const id of world.planned.keys()) {
    const message = world.messages.messages.get(id);
    const outcome = outcomes.get(id);
    // Exactly one state, the same in the journal as in what is kept.
    expect([id, message && messageStateOf(message)]).toEqual([id, outcome?.change.type]);
    const arrived = shown.has(id);
    const type = outcome?.change.type;
    expect(type === 'delivered' ? arrived : true).toBe(true);
    expect(type === 'dropped' || type === 'failed' ? arrived : false).toBe(false);
  }
  expect(outcomes.size).toBe(world.planned.size);
  expect([...world.messages.pages, ...world.messages.settled]).toEqual([]);
}

const count = Number(process.env['PERMANENCE_SOAK_MESSAGES'] ?? 250);
const first = Number(process.env['PERMANENCE_SOAK_SEED'] ?? 1);

describe('random histories of messages', () => {
  it('COMMON-12, COMMON-35, COMMON-36, COMMON-37, ARS-10, ARS-22: one SMS at most, in its hours, none after STOP, none to a landline, and one end', {
    timeout: 600_000,
  }, async () => {
    let crashed = 0;
    const states = new Map<string, number>();
    for (let seed = first; seed < first + count; seed += 1) {
      const world = await live(seed, seed % 3 === 0 ? 0 : 0.03);
      try {
        check(world);
      } catch (error) {
        throw new Error(`history of seed ${seed}`, { cause: error });
      }
      crashed += world.crashed;
      for (const { change } of messageOutcomes(world.journal.all())) {
        states.set(change.type, (states.get(change.type) ?? 0) + 1);
      }
    }
    // A world in which nothing goes wrong would prove nothing.
    expect(crashed).toBeGreaterThan(count);
    expect([...states.keys()].sort()).toEqual(['delivered', 'dropped', 'failed', 'sent', 'undetermined']);
  });

  it('COMMON-37: outcomes are the same whatever the order and the repeats of entries', async () => {
    const world = await live(7, 0.03);
    const entries = world.journal.all();
    fc.assert(
      fc.property(fc.shuffledSubarray([...entries, ...entries], { minLength: entries.length * 2 }), (mixed) => {
        expect(messageOutcomes(mixed)).toEqual(messageOutcomes(entries));
      }),
      { numRuns: 30 },
    );
  });
});

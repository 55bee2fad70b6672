import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ProgrammeCalendar } from '../../../domain/calendar/calendar.ts';
import { localDay, localTime } from '../../../domain/calendar/local-time.ts';
import { openingAt } from '../../../domain/calendar/opening.ts';
import { callbackEntries } from '../../../domain/callback/callback-entries.ts';
import { callbackHistory } from '../../../domain/callback/callback-history.ts';
import { callbacksOf } from '../../../domain/callback/callbacks-of.ts';
import { callbackDeadline } from '../../../domain/callback/deadline.ts';
import type { DialOutcome } from '../../../domain/callback/dialler.ts';
import { dispatch } from '../../../domain/callback/dispatch.ts';
import { learn } from '../../../domain/callback/learn.ts';
import { mergeFacts } from '../../../domain/callback/merge-facts.ts';
import { noFacts } from '../../../domain/callback/number-facts.ts';
import type { CallbackEntry } from '../../../domain/journal/entry.ts';
import { zonesOfNumber } from '../../../domain/phone/zones-of-number.ts';
import { samps } from '../../../programmes/samps/programme.ts';
import { MemoryContent, MemoryJournal, MemoryRegister, memoryPeople } from '../../support/calls/memory-ports.ts';

const callbackPolicy = { ...samps.callbackPolicy, callingWindow: { from: '08:00', to: '20:00' } };
const voiceReach = { '+': 'confirmed' } as const;
const key = 'K1';

function daily(timeZone: string, opens: string, closes: string): ProgrammeCalendar {
  const hours = Object.fromEntries(['1', '2', '3', '4', '5', '6', '7'].map((day) => [day, [{ opens, closes }]]));
  const period = { from: '2025-01-01', to: '2025-12-31' };
  return { timeZone, period, weeks: [{ from: '2025-01-01', hours }], holidays: 'none', exceptions: [] };
}

const minutes = (at: string, n: number) => new Date(Date.parse(at) + n * 60_000).toISOString();

/** One person whose call was lost. */
class World {
  readonly dials: { readonly at: string; readonly token: string }[] = [];
  readonly register = new MemoryRegister();
  readonly journal = new MemoryJournal();
  readonly calendar: ProgrammeCalendar;
  /** Dials that are throttled, and nothing else happens. */
  throttled = 0;
  agents = 2;
  /** How often the number was read in clear, the costly step. */
  revealed = 0;
  readonly #people = memoryPeople();
  readonly #e164: string;

  constructor(calendar: ProgrammeCalendar, e164: string) {
    this.calendar = calendar;
    this.#e164 = e164;
    this.#people.numbers.set(key, e164);
  }

  get item() {
    return this.register.read('p', key);
  }

  async lose(startedAt: string, callId = 'u1'): Promise<void> {
    const day = localDay(this.calendar.timeZone, startedAt);
    const deadline = callbackDeadline(this.calendar, day, callbackPolicy.deadlineOpenDays) ?? startedAt;
    const said = { scheme: 'BOURSES', reason: 'abandoned', certainty: 'recorded' } as const;
    const call = { callId, startedAt, endedAt: minutes(startedAt, 1), day, deadline, maxAttempts: 3, revision: 'r' };
    const told = { ...noFacts, sources: [{ ...call, ...said }] };
    const rules = { calendar: this.calendar, callbackPolicy };
    const known = await learn(this.register, 'p', key, told, rules);
    await this.journal.append(callbackEntries('p', key, told, known));
  }

  async tick(at: string): Promise<void> {
    const dial = async ({ token }: { readonly token: string }): Promise<DialOutcome> => {
      if (this.throttled > 0) {
        this.throttled -= 1;
        return { type: 'throttled' };
      }
      this.dials.push({ at, token });
      return { type: 'dialled', contactId: `dial-${token}` };
    };
    await dispatch(
      { programme: 'p', at, owner: `tick ${at}`, voiceReach },
      {
        ...{ register: this.register, lock: this.register, journal: this.journal, dialler: { dial } },
        content: new MemoryContent({ calendar: this.calendar, callbackPolicy }),
        turn: { take: async () => true },
        queues: { now: async () => ({ agentsAvailable: this.agents, contactsWaiting: 0 }) },
        contacts: { describe: async () => undefined },
        people: {
          reveal: async () => {
            this.revealed += 1;
            return { personId: 'person', firstCallId: 'u1', e164: this.#e164 };
          },
        },
      },
    );
  }

  async play(from: string, to: string, step = 5): Promise<void> {
    for (let at = from; at < to; at = minutes(at, step)) {
      await this.tick(at);
    }
  }

  history(asOf: string) {
    const entries = this.journal.all().filter((entry): entry is CallbackEntry => entry.kind === 'callback');
    return callbackHistory(entries, asOf).map(({ change }) => change);
  }
}

/** Friday 4 July 2025, 09:00 in Nouméa: midnight in Paris. */
const friday = '2025-07-03T22:00:00.000Z';

describe('COMMON-08: nobody is dialled outside their own local window', () => {
  it('a +33 caller of samps at 09:00 in Nouméa is not dialled at 09:05, nor ever: created, then not reached', async () => {
    const world = new World(samps.calendar, '+33612345678');
    await world.lose(friday);
    await world.tick(minutes(friday, 5));
    expect(world.dials).toEqual([]);
    expect(await world.item).toMatchObject({ version: 2, facts: { attempts: [], zones: ['Europe/Paris'] } });
    expect((await world.item).next).toBeUndefined();
    await world.play(minutes(friday, 6), '2025-07-08T06:00:00.000Z', 15);
    expect(world.dials).toEqual([]);
    expect(world).toMatchObject({ revealed: 1 });
    const deadline = '2025-07-07T05:00:00.000Z';
    const { facts, version } = await world.item;
    expect(version).toBe(2);
    expect(callbacksOf(facts, deadline)).toMatchObject([
      { attempts: [], closed: { resolution: 'not-reached', at: deadline } },
    ]);
    expect(world.history(minutes(deadline, -1))).toMatchObject([{ type: 'created' }]);
    expect(world.history(deadline)).toMatchObject([{ type: 'created' }, { type: 'closed', resolution: 'not-reached' }]);
  });

  it.each([
    ['in summer, 17:00 in Nouméa', friday, '2025-07-04T06:00:00.000Z'],
    ['in winter, 18:00 in Nouméa', '2025-12-03T22:00:00.000Z', '2025-12-04T07:00:00.000Z'],
    ['on 30 March, an hour earlier than on the eve', '2025-03-29T22:00:00.000Z', '2025-03-30T06:00:00.000Z'],
    ['on 26 October, an hour later than on the eve', '2025-10-25T22:00:00.000Z', '2025-10-26T07:00:00.000Z'],
  ])('a programme open till 22:00 dials the +33 caller at 08:00 in Paris: %s', async (_, call, expected) => {
    const world = new World(daily('Pacific/Noumea', '07:30', '22:00'), '+33612345678');
    await world.lose(call);
    await world.tick(minutes(call, 5));
    expect(await world.item).toMatchObject({ version: 2, next: { type: 'dial', at: expected } });
    await world.play(minutes(call, 10), minutes(expected, 5));
    expect(world.dials).toEqual([{ at: expected, token: 'cb-u1-1' }]);
    // The put off, the claim and the dial: one write each.
    expect((await world.item).version).toBe(4);
  });

  it('a +687 number of a programme of Paris is not dialled at 02:00 in Nouméa', async () => {
    // Friday 17:00 in Paris.
    const call = '2025-07-04T14:55:00.000Z';
    const world = new World(daily('Europe/Paris', '09:00', '19:00'), '+687251234');
    await world.lose(call);
    await world.tick(minutes(call, 5));
    expect(localTime('Pacific/Noumea', minutes(call, 5))).toBe('02:00');
    await world.play(minutes(call, 10), '2025-07-05T07:05:00.000Z');
    expect(world.dials).toEqual([{ at: '2025-07-05T07:00:00.000Z', token: 'cb-u1-1' }]);
  });

  it('a number of a country without a zone here keeps to the window at the programme', async () => {
    const world = new World(daily('Pacific/Noumea', '00:00', '24:00'), '+61212345678');
    await world.lose('2025-07-03T16:00:00.000Z');
    await world.play('2025-07-03T16:05:00.000Z', '2025-07-03T21:05:00.000Z');
    expect(world.dials.map(({ at }) => at)).toEqual(['2025-07-03T21:00:00.000Z']);
  });

  it('a callback that found no free agent before the window closed is put off once, to the next one', async () => {
    const world = new World(daily('Pacific/Noumea', '00:00', '24:00'), '+33612345678');
    await world.lose('2025-07-04T17:50:00.000Z');
    world.agents = 0;
    await world.play('2025-07-04T17:51:00.000Z', '2025-07-04T18:00:00.000Z', 1);
    world.agents = 2;
    await world.play('2025-07-04T18:00:00.000Z', '2025-07-05T06:00:00.000Z');
    expect(world).toMatchObject({ dials: [], revealed: 1 });
    expect(await world.item).toMatchObject({ version: 2, next: { at: '2025-07-05T06:00:00.000Z' } });
  });

  it('a dial throttled at the end of the window goes on in the next one, as the same attempt', async () => {
    const world = new World(daily('Pacific/Noumea', '00:00', '24:00'), '+33612345678');
    await world.lose('2025-07-04T17:50:00.000Z');
    world.throttled = 1;
    await world.tick('2025-07-04T17:59:00.000Z');
    await world.play('2025-07-04T18:00:00.000Z', '2025-07-05T06:05:00.000Z');
    expect(world.dials).toEqual([{ at: '2025-07-05T06:00:00.000Z', token: 'cb-u1-1' }]);
    expect((await world.item).facts.attempts).toHaveLength(1);
  });

  it('a dial throttled at the end of the last window ends at the deadline', async () => {
    const world = new World(daily('Pacific/Noumea', '03:00', '06:00'), '+33612345678');
    // 05:00 in Nouméa on 4 July is 20:00 in Paris; the deadline is an hour later.
    world.throttled = 9;
    await world.lose('2025-07-02T17:50:00.000Z');
    await world.play('2025-07-03T17:59:00.000Z', '2025-07-05T19:00:00.000Z');
    const { facts, next } = await world.item;
    expect(world).toMatchObject({ dials: [], revealed: 2 });
    expect(next).toBeUndefined();
    expect(callbacksOf(facts, '2025-07-05T19:00:00.000Z')).toMatchObject([{ closed: { resolution: 'not-reached' } }]);
  });

  it('whatever the instants, the numbers and the hours, no dial is outside the window, and the order of facts changes nothing', async () => {
    const numbers = [
      '+33612345678',
      '+687251234',
      '+262692123456',
      '+262639012345',
      '+590690001234',
      '+594694201234',
      '+68987123456',
      '+681821234',
    ];
    const calendars = [
      samps.calendar,
      daily('Pacific/Noumea', '00:00', '24:00'),
      daily('Europe/Paris', '09:00', '19:00'),
    ];
    const story = fc.record({
      e164: fc.constantFrom(...numbers),
      calendar: fc.constantFrom(...calendars),
      start: fc.integer({ min: Date.UTC(2025, 2, 3) / 60_000, max: Date.UTC(2025, 10, 28) / 60_000 }),
      gaps: fc.array(fc.integer({ min: 1, max: 300 }), { minLength: 10, maxLength: 30 }),
      throttled: fc.integer({ min: 0, max: 3 }),
      again: fc.nat({ max: 9 }),
    });
    let dialled = 0;
    await fc.assert(
      fc.asyncProperty(story, async ({ e164, calendar, start, gaps, throttled, again }) => {
        const world = new World(calendar, e164);
        world.throttled = throttled;
        let at = new Date(start * 60_000).toISOString();
        await world.lose(at);
        for (const [n, gap] of gaps.entries()) {
          at = minutes(at, gap);
          await world.tick(at);
          if (n === again) {
            await world.lose(at, 'u2');
          }
        }
        dialled += world.dials.length;
        for (const dial of world.dials) {
          expect(openingAt(calendar, dial.at).state).toBe('open');
          for (const timeZone of zonesOfNumber(e164) ?? []) {
            const clock = new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit' });
            expect(clock.format(new Date(dial.at)) >= '08:00' && clock.format(new Date(dial.at)) < '20:00').toBe(true);
          }
        }
        const { facts } = await world.item;
        expect(callbacksOf(facts, at).flatMap(({ sources }) => sources)).toHaveLength(2);
        const { zones, ...others } = facts;
        const told = { ...noFacts, ...(zones && { zones }) };
        expect(mergeFacts(told, mergeFacts(others, told))).toEqual(mergeFacts(others, told));
      }),
      { numRuns: 150 },
    );
    expect(dialled).toBeGreaterThan(50);
  });
});

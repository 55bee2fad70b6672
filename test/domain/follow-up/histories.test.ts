import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { localDay } from '../../../domain/calendar/local-time.ts';
import { openingAt } from '../../../domain/calendar/opening.ts';
import { changeFollowed } from '../../../domain/follow-up/change-followed.ts';
import type { FollowUpPorts } from '../../../domain/follow-up/follow-up-ports.ts';
import { type Fact, learn } from '../../../domain/follow-up/learn.ts';
import { runFollowUpClock } from '../../../domain/follow-up/run-follow-up-clock.ts';
import { followUpWorld } from './memory-follow-up.ts';
import { calendar, paris, person, rules } from './suivi-world.ts';

const moments = ['j2', 'j4', 'j7', 'j7bis', 'j9'];
const start = Date.parse(paris('2020-10-02', '08:00'));
const minute = 60_000;
const lastMinute = 11 * 24 * 60;
const instant = fc
  .integer({ min: 0, max: lastMinute })
  .map((minutes) => new Date(start + minutes * minute).toISOString());
const moment = fc.constantFrom(...moments);

/** Anything that may be told of a person, at any time and in any order, right or not. */
const fact: fc.Arbitrary<Fact> = fc.oneof(
  fc.record({
    type: fc.constant('message' as const),
    moment,
    state: fc.constantFrom('sent', 'failed', 'landline'),
    at: instant,
  }),
  fc.record({ type: fc.constant('answered' as const), moment, channel: fc.constantFrom('web', 'call'), at: instant }),
  fc.record({ type: fc.constant('wanted' as const), moment, reason: fc.constantFrom('asked', 'locked'), at: instant }),
  fc.record({
    type: fc.constant('call-ended' as const),
    moment,
    state: fc.constantFrom('useful', 'unreachable', 'refused', 'deadline', 'stopped', 'moved', 'deceased', 'no-number'),
    attempted: fc.boolean(),
    at: instant,
  }),
  fc.record({
    type: fc.constant('vulnerable' as const),
    moment,
    reason: fc.constant('logement'),
    by: fc.constant('web'),
    at: instant,
  }),
  fc.record({ type: fc.constant('not-tested' as const), moment: fc.constant('j7'), at: instant }),
  fc.record({
    type: fc.constantFrom('refused' as const, 'abandoned' as const),
    moment,
    motive: fc.constant('autre'),
    at: instant,
  }),
);
const history = fc.record({
  status: fc.constantFrom('case' as const, 'contact' as const),
  isVulnerable: fc.boolean(),
  facts: fc.array(fact, { maxLength: 10 }),
  /** Of each SMS, when it leaves. */
  leaves: fc.constantFrom('at once', 'late', 'never'),
  /** Port calls that fail: what is not written is done again. */
  faults: fc.array(fc.integer({ min: 0, max: 120 }), { maxLength: 3 }),
});

/** Ports of which some calls fail, before or after they are done. */
function shaky(ports: FollowUpPorts, faults: readonly number[]): FollowUpPorts {
  let calls = 0;
  const wrap = <T extends object>(port: T): T =>
    Object.fromEntries(
      Object.entries(port).map(([name, use]) => [
        name,
        async (...given: unknown[]) => {
          calls += 1;
          if (faults.includes(calls) && calls % 2 === 0) throw new Error('cut before');
          const answer: unknown = await use(...given);
          if (faults.includes(calls) && calls % 2 === 1) throw new Error('cut after');
          return answer;
        },
      ]),
    ) as T;
  return {
    ...ports,
    followed: wrap(ports.followed),
    texts: wrap(ports.texts),
    calls: wrap(ports.calls),
    journal: wrap(ports.journal),
  };
}

describe('1 000 random histories', () => {
  test('ARS-01, ARS-09, ARS-22, ARS-38: nothing after a stop, no call without its SMS, nothing outside hours, nobody lost', async () => {
    await fc.assert(
      fc.asyncProperty(history, async ({ status, isVulnerable, facts, leaves, faults }) => {
        const world = followUpWorld();
        const flagged = { at: new Date(start).toISOString(), reason: 'autre', by: 'list' } as const;
        const one = person({ status, ...(isVulnerable ? { vulnerable: flagged } : {}) });
        world.people.set('p1', { ...one, due: one.includedAt });
        let now = '';
        const seen = { ...world.ports };
        const texts: { at: string; moment: string }[] = [];
        const ports = shaky(
          {
            ...seen,
            texts: {
              ...seen.texts,
              plan: async (programme, list) => {
                for (const { id, moment: code } of list) {
                  if (!world.texts.has(id)) texts.push({ at: now, moment: code });
                  if (leaves === 'at once') world.ends.set(id, 'sent');
                }
                // Whoever refused, or is followed no more, is written to no more.
                expect([...world.silent]).toEqual([]);
                await seen.texts.plan(programme, list);
              },
            },
            calls: {
              ...seen.calls,
              hand: async (programme, list, at) => {
                for (const call of list) {
                  const text = world.texts.get(`survey-${call.moment}-p1`);
                  expect(text, 'ARS-09: an SMS of the same moment comes before').toBeDefined();
                  const { message, answered, wanted } = world.people.get('p1')?.moments[call.moment] ?? {};
                  const left = world.ends.get(`survey-${call.moment}-p1`) ?? message ?? answered ?? wanted;
                  expect(left ?? facts.find((told) => told.at <= now), 'sent, or recorded impossible').toBeDefined();
                  expect(openingAt(calendar, at).state, at).toBe('open');
                  expect([...world.silent]).toEqual([]);
                }
                await seen.calls.hand(programme, list, at);
              },
            },
          },
          faults,
        );
        const events = facts.toSorted((a, b) => (a.at < b.at ? -1 : 1));
        const attempt = async (work: () => Promise<unknown>) => {
          // Whoever tells is told that it failed, and tells again.
          for (let tries = 0; tries < 5; tries += 1) {
            try {
              return await work();
            } catch (error) {
              if (!String(error).includes('cut')) throw error;
            }
          }
          return undefined;
        };
        for (let minutes = 0; minutes <= lastMinute + 5 * 24 * 60; minutes += 60) {
          now = new Date(start + minutes * minute).toISOString();
          while (events[0] !== undefined && events[0].at <= now) {
            const told = events.shift();
            if (told !== undefined)
              await attempt(() => changeFollowed({ programme: 'suivi', recipientId: 'p1', at: now }, [told], ports));
          }
          if (leaves === 'late' && minutes % 360 === 0) for (const id of world.texts.keys()) world.ends.set(id, 'sent');
          await attempt(() => runFollowUpClock({ programme: 'suivi', at: now, most: 10 }, ports));
        }
        const kept = world.people.get('p1');
        // Each moment has one SMS at most, on its day or after.
        expect(new Set(texts.map((text) => text.moment)).size).toBe(texts.length);
        for (const text of texts) {
          const planned = rules.protocol.moments.find(({ code }) => code === text.moment);
          const day = new Date(Date.parse('2020-10-01') + (planned?.day ?? 0) * 86_400_000).toISOString().slice(0, 10);
          expect(localDay('Europe/Paris', text.at) >= day).toBe(true);
        }
        // Conservation: ended, or waiting for an SMS that never leaves.
        expect(kept?.endedAt !== undefined || (leaves === 'never' && kept?.due !== undefined)).toBe(true);
        if (kept?.refused ?? kept?.abandoned) {
          expect(world.silent).toContain('p1');
          for (const call of world.calls.values())
            expect(
              call.closed !== undefined ||
                kept?.moments[call.moment]?.callEnd !== undefined ||
                world.withdrawn.has(`${call.moment} p1`),
            ).toBe(true);
        }
      }),
      { numRuns: 1_000 },
    );
  }, 60_000);

  test('design decision 5: facts in any order, any repeat: the same person', () => {
    fc.assert(
      fc.property(fc.array(fact, { maxLength: 8 }), fc.array(fc.nat(), { maxLength: 12 }), (facts, order) => {
        const shuffled = [...facts, ...order.flatMap((index) => facts[index % Math.max(1, facts.length)] ?? [])];
        const sorted = shuffled.toSorted((a, b) => JSON.stringify(b).localeCompare(JSON.stringify(a)));
        expect(learn(person(), sorted)).toEqual(learn(person(), facts));
      }),
      { numRuns: 500 },
    );
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { acknowledgeReferral, closeReferral } from '../../../domain/referral/answer-referral.ts';
import { createReferrals, referEmergency } from '../../../domain/referral/create-referrals.ts';
import type { ReferralEntry } from '../../../domain/referral/referral-entry.ts';
import { referralState } from '../../../domain/referral/referral-state.ts';
import { runReferralClock } from '../../../domain/referral/run-referral-clock.ts';
import { referralRules } from '../../../programmes/reflex/referrals.ts';
import { minute, type ReferralWorld, referralWorld } from './referral-world.ts';

const key = { cell: 'sanitaire', referralId: 'c_1_r1_sanitaire_k' };
const order = { programme: 'p', subject: 'r1', campaign: 'c', cycle: '1', contactId: 'k' };
const reasons = [{ cell: 'sanitaire', reason: 'Se sent mal' }];

/** What people and the network do to one referral, at some minute of its first hour. */
type Event = {
  readonly at: number;
  readonly what: 'emergency' | 'questionnaire' | 'acknowledge' | 'close';
  readonly twice: boolean;
};
const event: fc.Arbitrary<Event> = fc.record({
  at: fc.integer({ min: 1, max: 60 }),
  what: fc.constantFrom('emergency', 'questionnaire', 'acknowledge', 'close'),
  twice: fc.boolean(),
});
const life = fc.record({
  events: fc.array(event, { maxLength: 6 }),
  lostTicks: fc.uniqueArray(fc.integer({ min: 1, max: 60 }), { maxLength: 30 }),
  crashAt: fc.integer({ min: 1, max: 120 }),
  after: fc.boolean(),
});

async function act(world: ReferralWorld, { at, what }: Event): Promise<unknown> {
  const scope = { programme: 'p', by: 'ana', at: minute(at) };
  switch (what) {
    case 'emergency':
      return await referEmergency({ ...order, causeId: 'emergency', at: minute(at) }, world.ports);
    case 'questionnaire':
      return await createReferrals({ ...order, causeId: 'q', level: 'orange', reasons, at: minute(at) }, world.ports);
    case 'acknowledge':
      return await acknowledgeReferral(key, scope, world.ports);
    case 'close':
      return await closeReferral(key, 'AIDE_APPORTEE', scope, world.ports);
  }
}

/** Plays a life; a request that dies is sent again by whoever sent it, a tick is not. */
async function play({
  events,
  lostTicks,
  crashAt,
  after,
}: {
  events: readonly Event[];
  lostTicks: readonly number[];
  crashAt: number;
  after: boolean;
}) {
  const world = referralWorld();
  Object.assign(world.fault, { crashAt, after });
  const opened: Event = { at: 0, what: 'questionnaire', twice: false };
  await act(world, opened).catch(() => act(world, opened));
  for (let at = 1; at <= 60; at += 1) {
    for (const one of events.filter((each) => each.at === at)) {
      await act(world, one).catch(() => act(world, one));
      if (one.twice) await act(world, one).catch(() => act(world, one));
    }
    if (!lostTicks.includes(at)) await runReferralClock('p', minute(at), world.ports).catch(() => undefined);
  }
  delete world.fault.crashAt;
  await runReferralClock('p', minute(61), world.ports);
  await runReferralClock('p', minute(62), world.ports);
  const entries = world.journal.all().filter((entry): entry is ReferralEntry => entry.kind === 'referral');
  return { world, entries, item: await world.referrals.read('p', key) };
}

describe('REFLEX-19, COMMON-37: the life of a referral', () => {
  it('whatever is repeated, lost or killed: each fact is filed once, it is told, and it has a next date until it is closed', async () => {
    await fc.assert(
      fc.asyncProperty(life, async (given) => {
        const { world, entries, item } = await play(given);
        if (item === undefined) throw new Error('the referral is lost');
        const ids = entries.map(({ id }) => id);
        expect(new Set(ids).size).toBe(ids.length);
        const facts = [
          ...item.facts.causes,
          ...item.facts.tellings,
          ...item.facts.acknowledgements,
          ...item.facts.closings,
        ];
        expect(facts.every(({ done }) => done === true)).toBe(true);
        expect(entries).toHaveLength(facts.length);
        const { state } = referralState(item.facts, referralRules);
        expect(item.due === undefined).toBe(state === 'closed');
        expect(world.told.length).toBeGreaterThanOrEqual(item.facts.tellings.length);
        expect(world.told.length).toBeLessThanOrEqual(item.facts.tellings.length + 1);
        const causes = new Set(given.events.flatMap(({ what }) => (what === 'emergency' ? ['emergency'] : [])));
        expect(new Set(item.facts.causes.map(({ id }) => id))).toEqual(new Set(['q', ...causes]));
      }),
      { numRuns: 300 },
    );
  });

  it('an emergency that nobody takes has reached the next contact after half an hour, however many ticks were lost', async () => {
    await fc.assert(
      fc.asyncProperty(life, async (given) => {
        const events = [{ at: 1, what: 'emergency' as const, twice: false }];
        const { entries } = await play({ ...given, events });
        const escalated = entries.flatMap(({ change }) => (change.type === 'escalated' ? [change.to] : []));
        expect(escalated.at(-1)).toBe('superviseur');
        expect(entries.some(({ change, level }) => change.type === 'notified' && level === 'urgence')).toBe(true);
      }),
      { numRuns: 100 },
    );
  });
});

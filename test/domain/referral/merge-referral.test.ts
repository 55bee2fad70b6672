import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mergeReferral } from '../../../domain/referral/merge-referral.ts';
import { dueAt } from '../../../domain/referral/referral-clock.ts';
import { noReferralFacts, type ReferralFacts } from '../../../domain/referral/referral-facts.ts';
import { referralState } from '../../../domain/referral/referral-state.ts';
import { referralRules } from '../../../programmes/reflex/referrals.ts';
import { minute } from './referral-world.ts';

const at = fc.integer({ min: 0, max: 200 }).map(minute);
const causeId = fc.constantFrom('a', 'b', 'c');
const done = fc.constantFrom({}, { done: true as const });
const level = fc.constantFrom('urgence', 'rouge', 'orange');
const by = fc.constantFrom('ana', 'bob');

/** One fact, as different writers might tell it. */
const fact: fc.Arbitrary<ReferralFacts> = fc.oneof(
  fc.record({ id: causeId, at, level, reasons: fc.subarray(['R', 'S']), done }).map(({ done: mark, ...cause }) => ({
    ...noReferralFacts,
    causes: [{ ...cause, ...mark }],
  })),
  fc
    .record({ cause: causeId, n: fc.integer({ min: 0, max: 5 }), at, to: by, done })
    .map(({ cause, n, at: when, to, done: mark }) => ({
      ...noReferralFacts,
      tellings: [
        {
          id: `${cause}#acknowledge#${n}`,
          at: when,
          to,
          cause,
          n,
          type: 'remind' as const,
          phase: 'acknowledge' as const,
          ...mark,
        },
      ],
    })),
  fc.record({ at, by, causes: fc.subarray(['a', 'b', 'c']), done }).map(({ done: mark, ...told }) => ({
    ...noReferralFacts,
    acknowledgements: [{ id: `${told.by}#${told.at}`, ...told, ...mark }],
  })),
  fc
    .record({ at, by, causes: fc.subarray(['a', 'b', 'c']), outcome: fc.constantFrom('X', 'Y'), done })
    .map(({ done: mark, ...told }) => ({
      ...noReferralFacts,
      closings: [{ id: `${told.by}#${told.at}`, ...told, ...mark }],
    })),
);

describe('REFLEX-19: what is known of a referral', () => {
  it('is the same whatever the order and the repeats of what is told', () => {
    fc.assert(
      fc.property(
        fc
          .array(fact, { maxLength: 12 })
          .chain((told) =>
            fc.tuple(fc.constant(told), fc.shuffledSubarray(told, { minLength: told.length }), fc.subarray(told)),
          ),
        ([told, shuffled, repeated]) => {
          const known = told.reduce(mergeReferral, noReferralFacts);
          expect([...shuffled, ...repeated].reduce(mergeReferral, noReferralFacts)).toEqual(known);
          expect(mergeReferral(known, known)).toEqual(known);
        },
      ),
    );
  });

  it('merges by halves as at once', () => {
    fc.assert(
      fc.property(fact, fact, fact, (a, b, c) => {
        expect(mergeReferral(a, mergeReferral(b, c))).toEqual(mergeReferral(mergeReferral(a, b), c));
      }),
    );
  });

  it('has a next date as long as it is open, and none once all that is known was closed and told', () => {
    fc.assert(
      fc.property(fc.array(fact, { maxLength: 12 }), (told) => {
        const known = told.reduce(mergeReferral, noReferralFacts);
        if (known.causes.length === 0) return;
        const isDone = [...known.causes, ...known.tellings, ...known.acknowledgements, ...known.closings].every(
          (one) => one.done,
        );
        const { state } = referralState(known, referralRules);
        expect(dueAt(known, referralRules) === undefined).toBe(state === 'closed' && isDone);
      }),
    );
  });

  it('never becomes less grave by learning more of what is open', () => {
    fc.assert(
      fc.property(fc.array(fact, { maxLength: 8 }), causeId, at, (told, id, when) => {
        const known = told.reduce(mergeReferral, noReferralFacts);
        const urgent = { ...noReferralFacts, causes: [{ id: `${id}+`, at: when, level: 'urgence', reasons: [] }] };
        expect(referralState(mergeReferral(known, urgent), referralRules)).toMatchObject({
          state: 'new',
          level: 'urgence',
        });
      }),
    );
  });
});

import { expect, it } from 'vitest';
import { isSameAttempt, mergeAttempt } from '../../../domain/campaign/merge-attempt.ts';
import type { Recipient } from '../../../domain/campaign/recipient.ts';
import { promiseOf } from '../../../domain/campaign/recipient-facts.ts';
import { calendar, policy } from '../attempt/heat-wave.ts';

const loaded: Recipient = {
  campaign: 'canicule_20260709T070000Z',
  cycle: 1,
  recipientId: 'KsgQ',
  numbers: ['k'],
  channel: 'voice',
  riskRank: 8,
  attempts: [],
  version: 1,
};
const first = { n: 0, startedAt: '2026-07-09T13:20:01.000Z', numberKey: 'k', contactId: 'first' };
const second = { n: 0, startedAt: '2026-07-10T09:54:01.000Z', numberKey: 'k', contactId: 'second' };
const by = { agent: 'david.moreau', revision: 1 };
const promised = { ...by, disposition: 'complete', callback: true, at: '2026-07-09T13:21:58.000Z' } as const;
const again = { ...by, disposition: 'helper-answered', complete: true, at: '2026-07-10T09:55:00.000Z' } as const;

it('REFLEX-30, REFLEX-34: who rings again after a promise keeps it, and does not move it', () => {
  const rules = {
    policy: { ...policy, promisedCall: { withinHours: 24, notBeforeHours: 4, attempts: 2 } },
    calendar,
    cycle: { from: '2026-07-09T07:00:00.000Z', until: '2026-07-11T07:00:00.000Z' },
  };
  const orders = [
    [
      { ...first, said: promised },
      { ...second, said: again },
    ],
    [
      { ...second, said: again },
      { ...first, said: promised },
    ],
  ];
  for (const order of orders) {
    const person = order.reduce(mergeAttempt, loaded);
    expect(person.attempts.map(({ contactId }) => contactId)).toEqual(['first', 'second']);
    expect(promiseOf(person, rules)).toMatchObject({ since: promised.at, kept: true });
    expect(mergeAttempt(person, { ...second, said: again })).toBe(person);
  }
});

it('COMMON-37: one call of ours is one attempt, whatever is known of its contact', () => {
  expect(isSameAttempt({ n: 2, contactId: 'a' }, { n: 2 })).toBe(true);
  expect(isSameAttempt(first, second)).toBe(false);
});

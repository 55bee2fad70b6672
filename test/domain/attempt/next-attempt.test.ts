import { describe, expect, it } from 'vitest';
import type { NextAttempt } from '../../../domain/attempt/attempt-facts.ts';
import { checkAttemptPolicy, checkAttemptWindow } from '../../../domain/attempt/check-attempt-policy.ts';
import { type Disposition, dispositions, effectOf, isDisposition } from '../../../domain/attempt/dispositions.ts';
import { nextAttempt } from '../../../domain/attempt/next-attempt.ts';
import { calendar, monday, paris, person, policy, tried } from './heat-wave.ts';

const next = (facts = person(), at = monday.from): NextAttempt => nextAttempt(facts, policy, calendar, at);
const dial = (one: NextAttempt) => {
  if (one.type !== 'dial') {
    throw new Error(`Expected a dial, got ${JSON.stringify(one)}`);
  }
  return one;
};

describe('the next attempt', () => {
  it('REFLEX-03: promises the first attempt at the latest instant that leaves room for the other three', () => {
    const first = dial(next());
    expect(first).toMatchObject({ n: 1, dialAt: monday.from, feasible: true });
    // Fourth by Tuesday 18:59, third by 16:49, second by 14:39, first by 12:29, should they talk for ten minutes: the window ends at 09:00 on Wednesday.
    expect(first.promise).toBe(paris(7, '12:29'));
  });

  it('REFLEX-03: an attempt at its promise leaves room for the next one though the person talks for a while and stops short', () => {
    const attempts = [tried(1, 6, '09:00'), tried(2, 6, '12:00')];
    const third = dial(next(person({ attempts }), paris(7, '09:00')));
    const longTalk = { ...tried(3, 7, '16:49'), endedAt: paris(7, '16:58'), disposition: 'partial' as const };
    expect(third.promise).toBe(paris(7, '16:49'));
    const fourth = dial(next(person({ attempts: [...attempts, longTalk] }), paris(7, '16:58')));
    expect(fourth).toMatchObject({ n: 4, dialAt: paris(7, '18:58'), feasible: true });
  });

  it('REFLEX-04: after no answer, waits for another part of the day and the gap', () => {
    expect(dial(next(person({ attempts: [tried(1, 6, '09:10')] }), paris(6, '09:11'))).dialAt).toBe(paris(6, '12:00'));
    expect(dial(next(person({ attempts: [tried(1, 6, '11:30')] }), paris(6, '11:31'))).dialAt).toBe(paris(6, '13:31'));
  });

  it('REFLEX-04: takes a part again rather than losing an attempt', () => {
    const attempts = [tried(1, 6, '12:00'), tried(2, 6, '14:30'), tried(3, 6, '17:00')];
    expect(dial(next(person({ attempts }), paris(6, '17:01'))).dialAt).toBe(paris(7, '09:00'));
    expect(dial(next(person({ attempts }), paris(7, '17:30'))).dialAt).toBe(paris(7, '17:30'));
  });

  it('REFLEX-03: closes a person after the fourth attempt as unreachable', () => {
    const attempts = [tried(1, 6, '09:10'), tried(2, 6, '12:10'), tried(3, 6, '14:20'), tried(4, 6, '17:00')];
    expect(next(person({ attempts }), paris(6, '17:02'))).toEqual({ type: 'closed', state: 'unreachable' });
  });

  it('REFLEX-04: tries a busy line again after 15 minutes, twice for free', () => {
    const busy = { disposition: 'busy' } as const;
    const once = person({ attempts: [tried(1, 6, '09:10', busy)] });
    expect(dial(next(once, paris(6, '09:11')))).toMatchObject({ n: 2, dialAt: paris(6, '09:26') });
    const attempts = [tried(1, 6, '09:10', busy), tried(2, 6, '09:26', busy), tried(3, 6, '09:42', busy)];
    expect(dial(next(person({ attempts }), paris(6, '09:43')))).toMatchObject({ n: 4, dialAt: paris(6, '12:00') });
  });

  it('REFLEX-22: calls at the hour that was asked for, on the same number', () => {
    const later = { disposition: 'call-later', askedFor: paris(6, '15:30'), numberKey: 'k2' } as const;
    const facts = person({ numbers: ['k1', 'k2'], attempts: [tried(1, 6, '09:10', later)] });
    expect(dial(next(facts, paris(6, '09:12')))).toMatchObject({
      dialAt: paris(6, '15:30'),
      promise: paris(6, '15:45'),
      numberKey: 'k2',
    });
    const beyond = { disposition: 'call-later', askedFor: paris(9, '15:30') } as const;
    const late = person({ attempts: [tried(1, 6, '09:10', beyond)] });
    expect(next(late, paris(6, '09:12'))).toEqual({ type: 'closed', state: 'asked-later' });
    // The hour asked for left no room for the fourth attempt: their wish, not a broken promise.
    const asked = { disposition: 'call-later', askedFor: paris(7, '18:00') } as const;
    const attempts = [tried(1, 6, '09:10'), tried(2, 7, '12:57', asked), tried(3, 7, '18:00')];
    expect(next(person({ attempts }), paris(8, '09:00'))).toEqual({ type: 'closed', state: 'asked-later' });
  });

  it('REFLEX-22: goes to the other number after a wrong one, and closes when none is left', () => {
    const wrong = { disposition: 'wrong-number' } as const;
    const two = person({ numbers: ['k1', 'k2'], attempts: [tried(1, 6, '09:10', wrong)] });
    expect(dial(next(two, paris(6, '09:11'))).numberKey).toBe('k2');
    const one = person({ attempts: [tried(1, 6, '09:10', wrong)] });
    expect(next(one, paris(6, '09:11'))).toEqual({ type: 'closed', state: 'no-number' });
  });

  it('REFLEX-22: takes the numbers of a person in turn when nobody answers', () => {
    const facts = person({ numbers: ['k1', 'k2'], attempts: [tried(1, 6, '09:10')] });
    expect(dial(next(facts, paris(6, '09:11'))).numberKey).toBe('k2');
  });

  it.each<[Disposition, string]>([
    ['complete', 'useful'],
    ['refused', 'refused'],
    ['hospitalised', 'hospitalised'],
    ['away', 'away'],
    ['moved', 'moved'],
    ['deceased', 'deceased'],
  ])('REFLEX-22: %s ends the cycle as %s', (disposition, state) => {
    const facts = person({ attempts: [tried(1, 6, '09:10', { disposition })] });
    expect(next(facts, paris(6, '09:20'))).toEqual({ type: 'closed', state });
  });

  it('REFLEX-22: a helper who passed the whole questionnaire ends the cycle, one who did not does not (A-14)', () => {
    const helper = (complete: boolean) =>
      person({ attempts: [tried(1, 6, '09:10', { disposition: 'helper-answered', complete })] });
    expect(next(helper(true), paris(6, '09:20'))).toEqual({ type: 'closed', state: 'useful' });
    expect(next(helper(false), paris(6, '09:20')).type).toBe('dial');
  });

  it('REFLEX-22: leaves a language barrier or a hearing difficulty to an adapted agent', () => {
    const facts = person({ attempts: [tried(1, 6, '09:10', { disposition: 'hearing' })] });
    expect(next(facts, paris(6, '09:20'))).toEqual({ type: 'manual', reason: 'adapted-agent', until: monday.until });
    expect(next(facts, monday.until)).toEqual({ type: 'closed', state: 'adapted-agent' });
  });

  it('REFLEX-22: every disposition of the table has an effect', () => {
    const table =
      `complete partial call-later refused helper-answered voicemail busy no-answer wrong-number out-of-service
      hospitalised away moved deceased language-barrier hearing`.split(/\s+/);
    const told = Object.keys(dispositions).filter(
      (code) => isDisposition(code) && effectOf(code).toldBy !== 'telephone',
    );
    expect(told.toSorted()).toEqual(table.toSorted());
  });

  it('REFLEX-08: never dials a person who must be met otherwise', () => {
    expect(next(person({ channel: 'other' }))).toEqual({ type: 'closed', state: 'other-channel' });
  });

  it('REFLEX-09: calls a person reached in the cycle before no sooner than told (A-10)', () => {
    expect(dial(next(person({ notBefore: paris(6, '15:20') }))).dialAt).toBe(paris(6, '15:20'));
  });

  it('REFLEX-05: on Bastille Day calls no sooner than 10:00, as on Sundays', () => {
    const window = { from: paris(13, '20:00'), until: paris(15, '20:00') };
    expect(dial(next(person({ window }), window.from)).dialAt).toBe(paris(14, '10:00'));
    const weekend = { from: paris(11, '19:30'), until: paris(13, '19:30') };
    expect(dial(next(person({ window: weekend }), weekend.from)).dialAt).toBe(paris(12, '10:00'));
  });

  it('COMMON-08: a number of New Caledonia in a Paris register is only rung when both are awake', () => {
    const facts = person({ zones: ['Pacific/Noumea'] });
    // 09:00 in Paris is 18:00 in Nouméa, whose window closes at 20:00.
    const first = dial(next(facts, paris(6, '11:30')));
    expect(first.dialAt).toBe(paris(7, '09:00'));
    expect(first.feasible).toBe(false);
  });

  it('design decision 18: numbers whose prefix is not confirmed are for people', () => {
    const facts = person({ numbers: ['k1'], manualNumbers: ['k1'] });
    expect(next(facts)).toEqual({ type: 'manual', reason: 'unconfirmed-prefix', until: monday.until });
    const mixed = person({ numbers: ['k1', 'k2'], manualNumbers: ['k1'] });
    expect(dial(next(mixed)).numberKey).toBe('k2');
  });

  it('REFLEX-25: a person removed from the register is dialled no more', () => {
    expect(next(person({ removed: true }))).toEqual({ type: 'closed', state: 'removed' });
  });

  it('SAMPS-34: nothing outside the opening hours, whatever is due', () => {
    const facts = person({ attempts: [tried(1, 6, '16:55')] });
    expect(dial(next(facts, paris(6, '19:00'))).dialAt).toBe(paris(7, '09:00'));
  });
});

describe('a policy', () => {
  it('COMMON-38: is accepted as the tender has it', () => {
    expect(checkAttemptPolicy(policy)).toEqual([]);
    expect(checkAttemptWindow(policy, calendar, monday, monday.from)).toEqual([]);
  });

  it('COMMON-38: that contradicts itself is refused with field, value and what is accepted', () => {
    const hours = { from: paris(6, '16:00'), until: paris(7, '09:00') };
    expect(checkAttemptWindow(policy, calendar, hours, hours.from)).toEqual([
      { field: 'maxAttempts', value: 4, accepted: expect.stringContaining('au plus 2 tentative(s)') },
    ]);
    expect(checkAttemptPolicy({ ...policy, minimumDayParts: 5 })).toEqual([
      { field: 'minimumDayParts', value: 5, accepted: 'un entier de 1 à 4' },
    ]);
    expect(checkAttemptPolicy({ ...policy, callingWindow: { from: '20:00', to: '08:00' } })).toHaveLength(1);
    const overlap = [
      { code: 'a', from: '09:00', to: '12:00' },
      { code: 'b', from: '11:00', to: '14:00' },
    ];
    expect(checkAttemptPolicy({ ...policy, dayParts: overlap, minimumDayParts: 2 })[0]?.field).toBe('dayParts[1]');
  });

  it('COMMON-38: with a deadline in the past is refused', () => {
    const problems = checkAttemptWindow(policy, calendar, monday, paris(9, '09:00'));
    expect(problems).toEqual([{ field: 'until', value: monday.until, accepted: expect.stringContaining('après') }]);
  });

  it('COMMON-38: with more parts than the open hours hold is refused', () => {
    const evening = { from: paris(6, '14:00'), until: paris(6, '19:00') };
    const two = { ...policy, maxAttempts: 2, minimumDayParts: 2 };
    expect(checkAttemptWindow(two, calendar, evening, evening.from)).toEqual([]);
    const one = { ...policy, maxAttempts: 3, minimumGapMinutes: 60 };
    expect(checkAttemptWindow(one, calendar, evening, evening.from)[0]?.field).toBe('minimumDayParts');
  });
});

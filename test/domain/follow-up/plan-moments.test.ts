import { describe, expect, test } from 'vitest';
import type { FollowedPerson } from '../../../domain/follow-up/followed-person.ts';
import { type FollowUpRules, planMoments } from '../../../domain/follow-up/plan-moments.ts';
import { calendar, paris, person, rules } from './suivi-world.ts';

const said = (facts: Partial<FollowedPerson>, by: FollowUpRules = rules) =>
  planMoments(person(facts), by).map(
    ({ moment, smsDay, callDay, movedFrom }) =>
      `${moment.code} ${smsDay} ${callDay}${movedFrom === undefined ? '' : ` from ${movedFrom}`}`,
  );
const vulnerable = { at: paris('2020-10-03', '10:00'), moment: 'j2', reason: 'logement', by: 'web' } as const;
const notTested = { at: paris('2020-10-08', '10:00'), moment: 'j7' } as const;

describe('ARS-15, ARS-16: moments of the protocol', () => {
  test('ARS-16: anchor Thursday 1 October: J2 Saturday 3, J4 Monday 5, J7 Thursday 8, J9 Saturday 10', () => {
    expect(said({ vulnerable })).toEqual([
      'j2 2020-10-03 2020-10-03',
      'j4 2020-10-05 2020-10-05',
      'j9 2020-10-10 2020-10-10',
    ]);
    expect(said({ status: 'contact', vulnerable })).toEqual([
      'j2 2020-10-03 2020-10-03',
      'j4 2020-10-05 2020-10-05',
      'j7 2020-10-08 2020-10-08',
    ]);
  });

  test('ARS-15: two contacts, and one more for the vulnerable alone', () => {
    expect(said({}).map((one) => one.slice(0, 2))).toEqual(['j2', 'j9']);
    expect(said({ status: 'contact' }).map((one) => one.slice(0, 2))).toEqual(['j2', 'j7']);
  });

  test('A-23: on a closed Sunday the SMS leaves, the call is on Monday and says so', () => {
    expect(said({ anchor: '2020-10-02' })[0]).toBe('j2 2020-10-04 2020-10-05 from 2020-10-04');
  });

  test('a holiday on a Sunday’s eve: Saturday 15 August 2026 moves to Monday', () => {
    const facts = { anchor: '2026-08-13', includedAt: paris('2026-08-14', '08:00') };
    expect(said(facts)[0]).toBe('j2 2026-08-15 2026-08-17 from 2026-08-15');
  });

  test('ARS-40: Sundays opened by a dated order: what was moved is moved no more, before the date nothing changes', () => {
    const day = [{ opens: '09:00', closes: '19:00' }];
    const [week] = calendar.weeks;
    const weeks = [...calendar.weeks, { from: '2020-10-10', hours: { ...week?.hours, '7': day } }];
    const opened = { ...rules, calendar: { ...calendar, weeks } };
    expect(said({ anchor: '2020-10-02' }, opened)[0]).toBe('j2 2020-10-04 2020-10-05 from 2020-10-04');
    const later = { anchor: '2020-10-09', includedAt: paris('2020-10-10', '08:00') };
    expect(said(later, opened)[0]).toBe('j2 2020-10-11 2020-10-11');
  });

  test('A-20: test not done at J7: a third contact two days later, never on the day it was told', () => {
    expect(said({ status: 'contact', notTested }).at(-1)).toBe('j7bis 2020-10-10 2020-10-10');
    const late = { ...notTested, at: paris('2020-10-10', '11:00') };
    expect(said({ status: 'contact', notTested: late }).at(-1)).toBe('j7bis 2020-10-11 2020-10-12 from 2020-10-10');
  });

  test('flagged vulnerable after the day of J4: the day after; known from the list: on the day', () => {
    const late = { ...vulnerable, at: paris('2020-10-05', '16:00') };
    expect(said({ vulnerable: late })[1]).toBe('j4 2020-10-06 2020-10-06 from 2020-10-05');
    const listed = { at: paris('2020-10-02', '08:00'), reason: 'autre', by: 'list' } as const;
    expect(said({ vulnerable: listed })[1]).toBe('j4 2020-10-05 2020-10-05');
  });

  test('included late: at once; after three in the afternoon: at nine the next day', () => {
    const at = (time: string) => planMoments(person({ includedAt: paris('2020-10-05', time) }), rules)[0]?.opensAt;
    expect(at('07:00')).toBe(paris('2020-10-05', '09:00'));
    expect(at('11:30')).toBe(paris('2020-10-05', '11:30'));
    expect(at('15:01')).toBe(paris('2020-10-06', '09:00'));
  });

  test('days of clock changes: nine in the morning is nine in Paris (29 March and 25 October 2026)', () => {
    const opensAt = (anchor: string, includedAt: string) =>
      planMoments(person({ anchor, includedAt }), rules)[0]?.opensAt;
    expect(opensAt('2026-03-27', '2026-03-28T08:00:00.000Z')).toBe('2026-03-29T07:00:00.000Z');
    expect(opensAt('2026-03-26', '2026-03-27T08:00:00.000Z')).toBe('2026-03-28T08:00:00.000Z');
    expect(opensAt('2026-10-23', '2026-10-24T05:00:00.000Z')).toBe('2026-10-25T08:00:00.000Z');
  });
});

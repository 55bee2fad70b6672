import { describe, expect, it } from 'vitest';
import { checkDate, type TypedDate } from '../../../domain/alert-date/date-form.ts';
import { nextDay, occurrencesFrom } from '../../../domain/alert-date/occurrences.ts';
import { nextReminder, remindersOf, sayDay } from '../../../domain/alert-date/reminders.ts';
import { alertes } from '../../../programmes/alertes/programme.ts';

const { alerts, messages, calendar } = alertes;
if (alerts === undefined || messages === undefined) {
  throw new Error('The programme has no alerts');
}
const rules = {
  quietHours: messages.messageRules.quietHours,
  timeZone: calendar.timeZone,
  holidays: calendar.holidays,
};

describe('administrative dates', () => {
  it('ALERTES-26: the 31st of each month is the last of shorter ones, and the 31st again after them', () => {
    const date = { day: '2027-01-31', recurrence: 'monthly' } as const;
    expect(occurrencesFrom(date, '2027-01-01', 5)).toEqual([
      ...['2027-01-31', '2027-02-28', '2027-03-31', '2027-04-30', '2027-05-31'],
    ]);
    expect(nextDay(date, '2028-02-01')).toBe('2028-02-29');
    expect(nextDay({ day: '2024-02-29', recurrence: 'yearly' }, '2026-11-23')).toBe('2027-02-28');
    expect(nextDay({ day: '2026-11-30', recurrence: 'quarterly' }, '2026-12-01')).toBe('2027-02-28');
    expect(nextDay({ day: '2026-11-22', recurrence: 'none' }, '2026-11-23')).toBeUndefined();
    expect(nextDay({ day: '2026-11-23', recurrence: 'none' }, '2026-11-23')).toBe('2026-11-23');
  });

  it('ALERTES-26: reminders at D-3 and D-1, at 10:00 in Paris', () => {
    // Thursday 3 December 2026.
    const reminders = remindersOf({ remindersBefore: [3, 1] }, '2026-12-03', rules);
    expect(reminders.map(({ at, daysBefore }) => [at, daysBefore])).toEqual([
      ['2026-11-30T09:00:00.000Z', 3],
      ['2026-12-02T09:00:00.000Z', 1],
    ]);
  });

  it('COMMON-35: a Sunday or a holiday is reminded of on the open day before, and two of one day are one', () => {
    // Monday 7 December: D-1 is a Sunday.
    expect(remindersOf({ remindersBefore: [2, 1] }, '2026-12-07', rules)).toMatchObject([
      { at: '2026-12-05T09:00:00.000Z', daysBefore: 1 },
    ]);
    // Saturday 26 December: D-1 is Christmas.
    expect(remindersOf({ remindersBefore: [1] }, '2026-12-26', rules)).toMatchObject([
      { at: '2026-12-24T09:00:00.000Z' },
    ]);
  });

  it('ALERTES-26: nothing is reminded of once it is there, or past', () => {
    const date = { day: '2026-12-03', time: '09:30', recurrence: 'none', remindersBefore: [3, 0] } as const;
    // On the day itself reminders leave at 10:00, which is after the appointment.
    expect(remindersOf(date, '2026-12-03', rules).map(({ daysBefore }) => daysBefore)).toEqual([3]);
    expect(nextReminder(date, '2026-11-30T08:59:59.000Z', rules)?.at).toBe('2026-11-30T09:00:00.000Z');
    expect(nextReminder(date, '2026-11-30T09:00:00.000Z', rules)).toBeUndefined();
  });

  it('ALERTES-26: each month has its own, for years', () => {
    const date = { day: '2026-12-31', recurrence: 'monthly', remindersBefore: [3, 1] } as const;
    let at = '2026-12-01T00:00:00.000Z';
    const days: string[] = [];
    for (let count = 0; count < 48; count += 1) {
      const next = nextReminder(date, at, rules);
      expect(next?.at ?? '').toMatch(/T0[89]:00:00\.000Z$/);
      expect(next !== undefined && next.at > at && next.at < next.notAfter).toBe(true);
      days.push(next?.day ?? '');
      at = next?.at ?? '9';
    }
    // Some month has both on the same open day; none is left out.
    expect(new Set(days).size).toBeGreaterThanOrEqual(24);
  });

  it('ALERTES-26: as a text says it', () => {
    expect(sayDay('2026-12-03')).toBe('03/12');
    expect(sayDay('2026-12-03', '09:30')).toBe('03/12 à 9h30');
    expect(sayDay('2026-12-03', '14:00')).toBe('03/12 à 14h');
  });
});

describe('the form of a date', () => {
  const ground = { kinds: alerts.dateKinds, now: '2026-11-23T09:00:00.000Z', timeZone: calendar.timeZone };
  const typed: TypedDate = {
    ...{ kind: 'france-travail', day: '15/12/2026', time: '', recurrence: '', remindersBefore: '' },
    ...{ referentName: '', referentPhone: '' },
  };

  it('ALERTES-26, ALERTES-29: what is left empty is as usual, and the referent is written as an SMS can', () => {
    expect(checkDate({ ...typed, referentName: 'Mme  Zoë Cœur', referentPhone: '+33 3 20 12 34 56' }, ground)).toEqual({
      sheet: {
        ...{ kind: 'france-travail', day: '2026-12-15', recurrence: 'monthly', remindersBefore: [3, 1] },
        referent: { name: 'Mme Zoe Coeur', phone: '03 20 12 34 56' },
      },
    });
    expect(
      checkDate({ ...typed, time: '9h30', recurrence: 'none', remindersBefore: '1 ; 7, 7' }, ground),
    ).toMatchObject({
      sheet: { time: '09:30', recurrence: 'none', remindersBefore: [7, 1] },
    });
  });

  it.each<[Partial<TypedDate>, keyof TypedDate, RegExp]>([
    [{ kind: 'autre' }, 'kind', /dans la liste/],
    [{ day: 'demain' }, 'day', /refusé/],
    [{ day: '01/01/2020' }, 'day', /plus d’un an/],
    [{ day: '22/11/2026', recurrence: 'none' }, 'day', /passé/],
    [{ day: '01/01/2040' }, 'day', /dans plus de 5 ans/],
    [{ time: '26h' }, 'time', /refusée/],
    [{ remindersBefore: '3, x' }, 'remindersBefore', /refusé/],
    [{ remindersBefore: '90' }, 'remindersBefore', /de 0 à 60/],
    [{ referentPhone: '0320123456' }, 'referentName', /nom/],
    [{ referentName: 'Mme Petit', referentPhone: '12' }, 'referentPhone', /n’existe pas/],
    [{ referentName: 'x'.repeat(70) }, 'referentName', /trop long/],
  ])('ALERTES-26: %j is refused beside its field', (more, field, problem) => {
    expect(checkDate({ ...typed, ...more }, ground)).toMatchObject({
      faults: { [field]: expect.stringMatching(problem) },
    });
  });
});

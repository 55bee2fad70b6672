import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readBirthDate } from '../../../domain/survey/read-birth-date.ts';

const today = '2020-10-25';

describe('ARS-52: a birth date as people write it', () => {
  it('is the same day however it is written', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 44_000 }), (days) => {
        const day = new Date(Date.UTC(1900, 0, 1) + days * 86_400_000).toISOString().slice(0, 10);
        const [year = '', month = '', date = ''] = day.split('-');
        const ways = [
          day,
          `${date}/${month}/${year}`,
          `${Number(date)}/${Number(month)}/${year}`,
          `${date}${month}${year}`,
          ` ${date} ${month} ${year} `,
          `${date}.${month}.${year}`,
        ];
        for (const way of ways) {
          expect(readBirthDate(way, today)).toEqual(
            day > today ? { problem: expect.stringContaining('futur') } : { day },
          );
        }
      }),
      { numRuns: 200 },
    );
  });

  it('never throws, and never reads what is no date', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 40 }), (text) => {
        const read = readBirthDate(text, today);
        expect('problem' in read || /^(19|20)\d\d-\d\d-\d\d$/.test(read.day)).toBe(true);
      }),
    );
    for (const text of ['29/02/1900', '31/04/1980', '32/01/1980', '1980', '9/3/80', '18000101'])
      expect(readBirthDate(text, today)).toMatchObject({ problem: expect.any(String) });
  });

  it('of today is a birth date', () => {
    expect(readBirthDate('25/10/2020', today)).toEqual({ day: today });
  });
});

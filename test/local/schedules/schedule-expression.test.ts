import { describe, expect, it } from 'vitest';
import { compileSchedule } from '../../../local/schedules/schedule-expression.ts';

function next(expression: string, zone: string, after: string, count = 1): string[] {
  const occurrences = compileSchedule(expression, zone, Date.parse(after));
  const found: string[] = [];
  let time: number | undefined = Date.parse(after);
  for (let index = 0; index < count; index += 1) {
    time = time === undefined ? undefined : occurrences(time);
    if (time !== undefined) found.push(new Date(time).toISOString());
  }
  return found;
}

describe('schedule expressions', () => {
  it.each<[string, string, string, string[]]>([
    [
      'cron(30 16 ? * MON-FRI *)',
      'Pacific/Noumea',
      '2025-07-04T00:00:00Z',
      ['2025-07-04T05:30:00.000Z', '2025-07-07T05:30:00.000Z'],
    ],
    ['cron(0 7 ? * 2 *)', 'Pacific/Noumea', '2025-07-04T00:00:00Z', ['2025-07-06T20:00:00.000Z']],
    [
      'cron(0/20 8,12 * * ? *)',
      'UTC',
      '2025-07-04T08:20:00Z',
      ['2025-07-04T08:40:00.000Z', '2025-07-04T12:00:00.000Z'],
    ],
    ['cron(0 9 L * ? *)', 'UTC', '2024-02-01T00:00:00Z', ['2024-02-29T09:00:00.000Z', '2024-03-31T09:00:00.000Z']],
    ['cron(0 9 ? * 6L *)', 'UTC', '2025-07-01T00:00:00Z', ['2025-07-25T09:00:00.000Z']],
    ['cron(0 9 ? * 3#2 *)', 'UTC', '2025-07-01T00:00:00Z', ['2025-07-08T09:00:00.000Z']],
    [
      'cron(0 9 15W * ? *)',
      'UTC',
      '2025-06-01T00:00:00Z',
      ['2025-06-16T09:00:00.000Z', '2025-07-15T09:00:00.000Z', '2025-08-15T09:00:00.000Z'],
    ],
    ['cron(0 9 1W * ? *)', 'UTC', '2025-10-15T00:00:00Z', ['2025-11-03T09:00:00.000Z']],
    ['cron(0 9 LW * ? *)', 'UTC', '2025-08-01T00:00:00Z', ['2025-08-29T09:00:00.000Z', '2025-09-30T09:00:00.000Z']],
    ['cron(0 9 29 2 ? 2027-2028)', 'UTC', '2025-01-01T00:00:00Z', ['2028-02-29T09:00:00.000Z']],
    ['rate(90 minutes)', 'UTC', '2025-07-04T00:00:00Z', ['2025-07-04T01:30:00.000Z', '2025-07-04T03:00:00.000Z']],
    ['at(2025-07-04T16:30:00)', 'Pacific/Noumea', '2025-07-04T00:00:00Z', ['2025-07-04T05:30:00.000Z']],
  ])('%s in %s', (expression, zone, after, expected) => {
    expect(next(expression, zone, after, expected.length)).toEqual(expected);
  });

  it('skips a local time that spring removes, and runs once a time that autumn repeats', () => {
    expect(next('cron(30 2 * * ? *)', 'Europe/Paris', '2025-03-29T12:00:00Z')).toEqual(['2025-03-31T00:30:00.000Z']);
    expect(next('cron(30 2 * * ? *)', 'Europe/Paris', '2025-10-25T12:00:00Z', 2)).toEqual([
      '2025-10-26T00:30:00.000Z',
      '2025-10-27T01:30:00.000Z',
    ]);
  });

  it('ends', () => {
    expect(next('at(2025-07-04T16:30:00)', 'UTC', '2025-07-04T16:30:00Z')).toEqual([]);
    expect(next('cron(0 9 30 2 ? *)', 'UTC', '2025-01-01T00:00:00Z')).toEqual([]);
  });

  it.each([
    'rate(0 minutes)',
    'rate(5 seconds)',
    'every day',
    'cron(0 9 * * ?)',
    'cron(0 9 1 * 2 *)',
    'cron(61 9 * * ? *)',
    'cron(0 9 ? * LUN *)',
    'cron(0 9-3 * * ? *)',
  ])('refuses %s', (expression) => {
    expect(() => compileSchedule(expression, 'UTC', 0)).toThrow(/accepted|expected|exactly one/);
  });
});

import { describe, expect, it } from 'vitest';
import type { ProgrammeCalendar } from '../../domain/calendar/calendar.ts';
import { dispatchSchedule } from '../../lib/functions/dispatch-clock.ts';
import { closingSchedules } from '../../lib/functions/report-clock.ts';
import { calendar as samps } from '../../programmes/samps/calendar.ts';
import { propertiesOf, synthesized } from './support/assembly.ts';

const assembly = synthesized();
const schedules = propertiesOf(assembly, 'AWS::Scheduler::Schedule');

describe('schedules', () => {
  it("SAMPS-35, SAMPS-36, COMMON-06: run at the programme's own hours, in its zone", () => {
    expect(schedules.map((one) => [one['Name'], one['ScheduleExpression'], one['ScheduleExpressionTimezone']])).toEqual(
      [
        ['permanence-samps-demo-callback-tick-samps', 'cron(* 6-17 ? * MON,TUE,WED,THU,FRI *)', 'Pacific/Noumea'],
        ['permanence-samps-demo-daily-report-samps', 'cron(30 16 ? * MON-FRI *)', 'Pacific/Noumea'],
        ['permanence-samps-demo-weekly-report-samps', 'cron(0 7 ? * MON *)', 'Pacific/Noumea'],
        ['permanence-samps-demo-watch-tick-samps', 'cron(0/5 6-17 ? * MON,TUE,WED,THU,FRI *)', 'Pacific/Noumea'],
        ['permanence-samps-demo-campaign-tick-samps', 'cron(0/2 6-17 ? * MON,TUE,WED,THU,FRI *)', 'Pacific/Noumea'],
        ['permanence-samps-demo-message-tick-samps', 'cron(0/5 8-20 ? * MON,TUE,WED,THU,FRI,SAT *)', 'Pacific/Noumea'],
      ],
    );
  });

  it('tell their function what is due, for which programme, and when it was due', () => {
    const inputs = schedules.map((one) => inputOf(one['Target']));
    expect(inputs).toEqual([
      { schedule: 'callback-tick', programme: 'samps', scheduledTime: '<aws.scheduler.scheduled-time>' },
      { schedule: 'daily-report', programme: 'samps', scheduledTime: '<aws.scheduler.scheduled-time>' },
      { schedule: 'weekly-report', programme: 'samps', scheduledTime: '<aws.scheduler.scheduled-time>' },
      { schedule: 'watch-tick', programme: 'samps', scheduledTime: '<aws.scheduler.scheduled-time>' },
      { schedule: 'campaign-tick', programme: 'samps', scheduledTime: '<aws.scheduler.scheduled-time>' },
      { schedule: 'message-tick', programme: 'samps', scheduledTime: '<aws.scheduler.scheduled-time>' },
    ]);
  });

  it('are tried again for 6 hours, then kept as dead letters', () => {
    for (const one of schedules) {
      expect(one['Target']).toMatchObject({
        RetryPolicy: { MaximumRetryAttempts: 10, MaximumEventAgeInSeconds: 21_600 },
        DeadLetterConfig: { Arn: { 'Fn::GetAtt': [expect.stringContaining('DeadLetters'), 'Arn'] } },
      });
    }
  });

  it('may invoke their own function only, and only for their own group', () => {
    const roles = propertiesOf(assembly, 'AWS::IAM::Role').filter((one) =>
      JSON.stringify(one['AssumeRolePolicyDocument']).includes('scheduler.amazonaws.com'),
    );
    expect(roles).toHaveLength(6);
    for (const role of roles) {
      expect(JSON.stringify(role['AssumeRolePolicyDocument'])).toMatch(
        /"ArnEquals":\{"aws:SourceArn":"arn:aws:scheduler:eu-central-1:000000000000:schedule-group\/permanence-samps-demo-[a-z-]+"\}/,
      );
    }
  });
});

describe('closing schedules', () => {
  const hours = (closes: string) => [{ opens: '08:00', closes }];
  const week = (byDay: ProgrammeCalendar['weeks'][number]['hours']): ProgrammeCalendar => ({
    ...samps,
    weeks: [{ from: samps.period.from, hours: byDay }],
  });

  it('follow the usual week, however it closes', () => {
    expect(
      closingSchedules(week({ '1': hours('17:45'), '2': hours('12:00'), '4': hours('17:45'), '6': hours('12:00') })),
    ).toEqual([
      { id: '', expression: 'cron(15 18 ? * MON,THU *)' },
      { id: '-1200', expression: 'cron(30 12 ? * TUE,SAT *)' },
    ]);
  });

  it('wait for the last closing of a day with several spans', () => {
    const day = [...hours('12:00'), { opens: '13:00', closes: '18:00' }];
    expect(closingSchedules(week({ '3': day }))).toEqual([{ id: '', expression: 'cron(30 18 ? * WED *)' }]);
  });

  it('refuse a programme whose report would be due the next day', () => {
    expect(() => closingSchedules(week({ '1': hours('24:00') }))).toThrow('closes at 24:00 has no daily report');
  });
});

describe('the minutes at which callbacks are looked at', () => {
  const calendar = (changes: Partial<ProgrammeCalendar>): ProgrammeCalendar => ({ ...samps, ...changes });

  it('SAMPS-04: cover the opening hours with an hour on each side', () => {
    expect(dispatchSchedule(samps)).toBe('cron(* 6-17 ? * MON,TUE,WED,THU,FRI *)');
    expect(dispatchSchedule(samps, 2)).toBe('cron(0/2 6-17 ? * MON,TUE,WED,THU,FRI *)');
  });

  it('cover every dated week and every exception', () => {
    const weeks = [
      { from: '2025-03-01', hours: { '1': [{ opens: '08:00', closes: '12:00' }] } },
      { from: '2025-09-01', hours: { '2': [{ opens: '07:59', closes: '17:59' }] } },
    ];
    const exceptions = [{ day: '2025-07-05', label: 'Samedi ouvert', hours: [{ opens: '09:00', closes: '19:00' }] }];
    expect(dispatchSchedule(calendar({ weeks, exceptions }))).toBe('cron(* 6-20 ? * MON,TUE,SAT *)');
  });

  it('stay within the day, and refuse a calendar that never opens', () => {
    const all = [{ opens: '00:00', closes: '24:00' }];
    expect(dispatchSchedule(calendar({ weeks: [{ from: '2025-03-01', hours: { '7': all } }] }))).toBe(
      'cron(* 0-23 ? * SUN *)',
    );
    expect(() => dispatchSchedule(calendar({ weeks: [] }))).toThrow('never opens');
  });
});

function inputOf(target: unknown): unknown {
  if (typeof target !== 'object' || target === null || !('Input' in target))
    throw new Error('a schedule without input');
  return JSON.parse(String(target.Input));
}

import { describe, expect, test } from 'vitest';
import { dailyReportHandler } from '../../../lambdas/daily-report/handler.ts';
import { parseReportOrder } from '../../../lambdas/middleware/report-order.ts';
import { samps } from '../../../programmes/samps/programme.ts';
import { context } from './api-event.ts';

const programmes = { samps };
const event = { schedule: 'daily-report', programme: 'samps', scheduledTime: '2025-07-04T05:30:00Z' };

describe('SAMPS-35: what the schedule gives', () => {
  test('is read with milliseconds, so that a repeat is the same instant', () => {
    expect(parseReportOrder(event, 'daily-report', programmes)).toEqual({
      programme: samps,
      tick: '2025-07-04T05:30:00.000Z',
    });
    expect(parseReportOrder({ ...event, period: '2025-07-03' }, 'daily-report', programmes).period).toBe('2025-07-03');
  });

  test.each([
    [{ ...event, schedule: 'weekly-report' }, 'Field "schedule" is "weekly-report"; accepted: daily-report'],
    [{ ...event, programme: 'reflex' }, 'Field "programme" is "reflex"; accepted: samps'],
    [{ ...event, scheduledTime: '<aws.scheduler.scheduled-time>' }, 'accepted: an ISO instant in UTC'],
    [{ ...event, scheduledTime: '2025-07-04 16:30' }, 'Field "scheduledTime" is "2025-07-04 16:30"'],
    [{ ...event, period: 4 }, 'Field "period" is 4; accepted: a day'],
    [undefined, 'Field "schedule" is "undefined"'],
  ])('%j is refused', (bad, message) => {
    expect(() => parseReportOrder(bad, 'daily-report', programmes)).toThrow(message);
  });

  test('a failure is counted before it is retried', async () => {
    const counted: string[] = [];
    const broken = async (): Promise<never> => {
      throw new Error('no content');
    };
    const handler = dailyReportHandler(async () => ({
      programmes,
      count: (metric, value, programme) => counted.push(`${metric} ${value} ${programme}`),
      ports: {
        content: { inForce: broken },
        journal: { read: broken, questionsThrough: broken },
        catalogue: { issuesOf: broken, claim: broken, update: broken },
        store: { put: broken },
        notices: { tell: broken },
        workbooks: { daily: broken, weekly: broken },
        reportsUrl: '',
        sha256: String,
      },
    }));
    await expect(handler(event, context)).rejects.toThrow('no content');
    expect(counted).toEqual(['ReportFailures 1 samps']);
  });
});

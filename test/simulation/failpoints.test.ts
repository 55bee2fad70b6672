import { describe, expect, it } from 'vitest';
import { type PlayedPoints, seededMischief } from '../../simulation/in-process/mischief.ts';
import { excuseOf } from '../../simulation/in-process/unreached-points.ts';

const from = Date.parse('2026-07-06T06:16:00Z');
const none = { crash: 0, throttle: 0, loseAnswer: 0, from };
const noted = (): PlayedPoints => ({ passes: new Map(), crashesBefore: new Map(), crashesAfter: new Map() });

describe('COMMON-37, REFLEX-33: crashes at every port call of the campaigns', () => {
  it('befall each place before the call and after it, twice, then let it be; never before the list is sent', () => {
    const points = noted();
    const { mishap = () => undefined } = seededMischief(3, none, points, true);
    const call = { functionName: 'house-recipient-import', operation: 'dynamodb:PutItem', nth: 1 };
    expect(mishap({ ...call, invocation: 'early', at: from - 1 })).toBeUndefined();
    const befell = Array.from({ length: 300 }, (_, index) =>
      mishap({ ...call, invocation: `i${index}`, at: from + index }),
    );
    const place = 'house-recipient-import dynamodb:PutItem';
    expect([points.crashesBefore.get(place), points.crashesAfter.get(place)]).toEqual([2, 2]);
    expect(befell.filter((what) => what !== undefined)).toHaveLength(4);
    expect(befell.slice(0, 30).filter((what) => what !== undefined).length).toBeGreaterThan(1);
  });

  it('are the same for the same seed', () => {
    const play = () => {
      const { mishap = () => undefined } = seededMischief(7, none, noted(), true);
      const call = { functionName: 'house-wrap-up', operation: 'dynamodb:GetItem', nth: 2, at: from };
      return Array.from({ length: 40 }, (_, index) => mishap({ ...call, invocation: `i${index}` }));
    };
    expect(play()).toEqual(play());
  });

  it('are owed by every function of campaigns, the import included; what is excused is named, with what makes it impossible', () => {
    for (const owed of [
      'house-recipient-import kms:GenerateDataKey',
      'house-recipient-import s3:PutObject',
      'house-campaign-preview connect:StartOutboundVoiceContact',
      'house-questionnaire-drafts dynamodb:PutItem',
      'house-contact-records dynamodb:DeleteItem',
      'house-cycle-report sns:Publish',
    ]) {
      expect(excuseOf(owed)).toBeUndefined();
    }
    expect(excuseOf('house-recipient-lists s3:PutObject')).toContain('browser');
    expect(excuseOf('house-daily-report dynamodb:Query')).toBe('not a function of campaigns');
  });
});

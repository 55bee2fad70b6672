import { type Rate, RateLimits } from '../../rate-limits.ts';
import { ServiceError } from '../../service-error.ts';

/** Per account and region, soft (adminguide: amazon-connect-service-limits). Unlisted APIs share nothing: each has this default. */
const standard: Rate = { perSecond: 2, burst: 5 };
const rates: Readonly<Record<string, Rate>> = {
  GetCurrentMetricData: { perSecond: 5, burst: 8 },
  DescribeContact: { perSecond: 10, burst: 15 },
  StopContact: { perSecond: 10, burst: 15 },
  UpdateContactAttributes: { perSecond: 10, burst: 15 },
  GetContactAttributes: { perSecond: 10, burst: 15 },
};

/** The API's throttling (HTTP 429). */
export function connectRates(now: () => number): RateLimits {
  return new RateLimits({
    now,
    rateOf: (action) => rates[action] ?? standard,
    refuse: (message) => new ServiceError('TooManyRequestsException', message, 429),
  });
}

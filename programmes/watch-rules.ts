import type { Programme } from '../domain/programme/programme.ts';

type WatchRules = NonNullable<Programme['watchRules']>;

/**
 * What supervisors and named contacts are told of until a supervisor says otherwise (COMMON-44). Fewer calls than `least` say little of a day; the other
 * thresholds are ours: no tender gives any.
 */
const ofCalls: WatchRules = [
  {
    ...{ code: 'closing-rate', on: true, above: 0, until: -1, lastsMinutes: 15, least: 30 },
    ...{ told: ['client', 'house'], reminderHours: 3 },
  },
  { code: 'waiting', on: true, above: 5, until: 2, lastsMinutes: 5, told: ['house'], reminderHours: 2 },
  { code: 'longest-wait', on: true, above: 10, until: 5, lastsMinutes: 0, told: ['house'], reminderHours: 2 },
  { code: 'no-agent', on: true, above: 0, until: 0, lastsMinutes: 5, told: ['house'], reminderHours: 1 },
  { code: 'callbacks-stuck', on: true, above: 0, until: 0, lastsMinutes: 15, told: ['house'], reminderHours: 2 },
  { code: 'callbacks-late', on: true, above: 120, until: 60, lastsMinutes: 0, told: ['house'], reminderHours: 3 },
  // The report is due half an hour after closing.
  { code: 'report-missing', on: true, above: 45, until: 0, lastsMinutes: 0, told: ['house'], reminderHours: 0 },
];

const ofCampaigns: WatchRules = [
  { code: 'campaign-behind', on: true, above: 10, until: 5, lastsMinutes: 30, told: ['house'], reminderHours: 4 },
  {
    code: 'first-call-late',
    on: true,
    above: 0,
    until: 0,
    lastsMinutes: 0,
    told: ['client', 'house'],
    reminderHours: 2,
  },
];

/** Beside the reminders and escalations that the rules of referrals have of their own. */
const ofReferrals: WatchRules = [
  { code: 'referral-waiting', on: true, above: 60, until: 30, lastsMinutes: 0, told: ['house'], reminderHours: 2 },
];

/** Of a programme that calls people too. */
export const watchCallsAndCampaigns: WatchRules = [...ofCalls, ...ofCampaigns];

/** Of one that also refers people to cells. */
export const watchAll: WatchRules = [...watchCallsAndCampaigns, ...ofReferrals];

/** Of one whose agents come for crises alone: that nobody is there on an ordinary day is no news. */
export const watchCrises: WatchRules = watchAll.map((rule) =>
  rule.code === 'no-agent' ? { ...rule, on: false } : rule,
);

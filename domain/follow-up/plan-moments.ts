import type { ProgrammeCalendar } from '../calendar/calendar.ts';
import { addDays, instantOf, localDay } from '../calendar/local-time.ts';
import { isOpenDay, nextOpenDay } from '../calendar/opening.ts';
import type { FollowedPerson } from './followed-person.ts';
import type { Moment, Protocol } from './protocol.ts';

export interface PlannedMoment {
  readonly moment: Moment;
  /** Local day of its SMS; of its call, the next open day when that one is closed. */
  readonly smsDay: string;
  readonly callDay: string;
  /** Day of the protocol, when one of both is another. */
  readonly movedFrom?: string;
  /** When its SMS may leave: ISO instant. */
  readonly opensAt: string;
}

/** What decides when a person is contacted. */
export interface FollowUpRules {
  readonly protocol: Protocol;
  /** In force now: hours that change move what is not done yet (ARS-39, -40). */
  readonly calendar: ProgrammeCalendar;
}

type Planned = Pick<FollowedPerson, 'status' | 'anchor' | 'includedAt' | 'vulnerable' | 'notTested'>;

/**
 * Moments of a person, in the order of their days (ARS-15, -16): two, one more for who is vulnerable, a third for who was not tested. A moment
 * whose day is over when the person is included, or when what calls for it is learnt, takes place as soon as it can.
 */
export function planMoments(person: Planned, { protocol, calendar }: FollowUpRules): readonly PlannedMoment[] {
  return protocol.moments
    .filter(({ statuses, only }) => statuses.includes(person.status) && isFor(person, only))
    .map((moment) => plan(moment, person, calendar))
    .sort((a, b) => (a.opensAt < b.opensAt ? -1 : a.opensAt > b.opensAt ? 1 : a.moment.day - b.moment.day));
}

function isFor({ vulnerable, notTested }: Planned, only: Moment['only']): boolean {
  return only === undefined || (only === 'vulnerable' ? vulnerable : notTested) !== undefined;
}

function plan(moment: Moment, person: Planned, calendar: ProgrammeCalendar): PlannedMoment {
  const { timeZone } = calendar;
  const day = addDays(person.anchor, moment.day);
  const opensAt = opening(day, moment, person, timeZone);
  const smsDay = localDay(timeZone, opensAt);
  const callDay = isOpenDay(calendar, smsDay) ? smsDay : (nextOpenDay(calendar, smsDay) ?? smsDay);
  return { moment, smsDay, callDay, opensAt, ...(smsDay === day && callDay === day ? {} : { movedFrom: day }) };
}

function opening(day: string, moment: Moment, person: Planned, timeZone: string): string {
  const earliest = instantOf(timeZone, knownDay(day, moment, person, timeZone), moment.smsAt);
  if (person.includedAt <= earliest) {
    return earliest;
  }
  const today = localDay(timeZone, person.includedAt);
  if (person.includedAt > instantOf(timeZone, today, moment.latestSmsAt)) {
    return instantOf(timeZone, addDays(today, 1), moment.smsAt);
  }
  const usual = instantOf(timeZone, today, moment.smsAt);
  return [person.includedAt, usual].sort().at(-1) ?? usual;
}

/** Nobody is contacted twice in a day: what was learnt of them in a conversation is for the next day at the soonest. */
function knownDay(day: string, { only }: Moment, { vulnerable, notTested }: Planned, timeZone: string): string {
  const told = only === 'vulnerable' ? vulnerable : only === 'not-tested' ? notTested : undefined;
  const known = told?.moment === undefined ? undefined : addDays(localDay(timeZone, told.at), 1);
  return known !== undefined && known > day ? known : day;
}

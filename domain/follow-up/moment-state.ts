import type { ProgrammeCalendar } from '../calendar/calendar.ts';
import { epochMs, instantOf, isoInstant } from '../calendar/local-time.ts';
import { openIntervals, openingAt } from '../calendar/opening.ts';
import type { CallReason, ClosedAs, FollowedPerson } from './followed-person.ts';
import type { PlannedMoment } from './plan-moments.ts';
import type { Moment } from './protocol.ts';

/** Who is known to be vulnerable is called whatever they answered (ARS-07), from the moment after the one that told. */
function mustBeCalled({ vulnerable }: Pick<FollowedPerson, 'vulnerable'>, code: string): boolean {
  return vulnerable !== undefined && vulnerable.moment !== code;
}

/** Why a person is called at a moment; undefined while there is no reason (ARS-06, -07, -10, A-26). */
export function callReason(person: FollowedPerson, moment: Moment, isPastCutoff: boolean): CallReason | undefined {
  const { wanted, message } = person.moments[moment.code] ?? {};
  if (wanted !== undefined) {
    return wanted.reason;
  }
  if (message?.state === 'landline') {
    return 'landline';
  }
  if (message?.state === 'failed') {
    return 'sms-failed';
  }
  if (!isPastCutoff) {
    return undefined;
  }
  if (mustBeCalled(person, moment.code)) {
    return 'vulnerable';
  }
  return moment.only === 'not-tested' ? 'third-contact' : 'no-answer';
}

/** How a moment ended by what is known of it; undefined while it has not. */
export function closedBy(person: FollowedPerson, code: string): ClosedAs | undefined {
  const { answered, callEnd } = person.moments[code] ?? {};
  if (answered !== undefined && (answered.channel === 'call' || !mustBeCalled(person, code))) {
    return answered.channel;
  }
  if (person.refused !== undefined || person.abandoned !== undefined) {
    return 'over';
  }
  switch (callEnd?.state) {
    case undefined:
      return undefined;
    case 'useful':
      return 'call';
    case 'unreachable':
    case 'asked-later':
    case 'no-number':
    case 'other-channel':
      return answered === undefined ? 'unreachable' : 'web';
    case 'deadline':
      return answered !== undefined ? 'web' : callEnd?.attempted === true ? 'unreachable' : 'not-called';
    case 'stopped':
      return answered === undefined ? 'superseded' : 'web';
    default:
      return 'over';
  }
}

/** Instant from which who has not answered is called: the hour of the moment, or as long after an SMS that left late; within opening hours. */
export function cutoffOf(
  { moment, smsDay, callDay }: PlannedMoment,
  openedAt: string,
  calendar: ProgrammeCalendar,
): string {
  const { timeZone } = calendar;
  const answerBy = instantOf(timeZone, smsDay, moment.answerBy);
  const delayMs = epochMs(answerBy) - epochMs(instantOf(timeZone, smsDay, moment.smsAt));
  const patient = isoInstant(epochMs(openedAt) + delayMs);
  const opens = openIntervals(calendar, callDay)[0]?.from ?? answerBy;
  const latest = [answerBy, patient, opens].sort().at(-1) ?? answerBy;
  const { state, opensAt } = openingAt(calendar, latest);
  return state === 'open' ? latest : (opensAt ?? latest);
}

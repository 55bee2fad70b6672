import { isAppointmentCall } from '../appointment/appointment-call.ts';
import type { Disposition } from '../attempt/dispositions.ts';
import type { ProgrammeCalendar } from '../calendar/calendar.ts';
import { addDays, epochMs, instantOf } from '../calendar/local-time.ts';
import { nextOpenDay } from '../calendar/opening.ts';
import type { AttemptEntry } from '../campaign/campaign-entry.ts';
import { type Scheme, unqualifiedScheme } from '../journal/entry.ts';
import { isAnswerCall } from '../question/answer-call.ts';
import type { CallbackLife } from './callback-lives.ts';
import type { DayFacts } from './day-facts.ts';
import { type Figures, noFigures } from './figures.ts';
import { type InboundCall, latestContacts, segmentHandlingSeconds } from './inbound-calls.ts';
import { pendingQuestions } from './pending-questions.ts';

/** below this many seconds in queue an abandon is also shown apart. */
export const shortAbandonSeconds = 5;

const callbackInitiations = new Set([
  'API',
  'OUTBOUND',
  'CALLBACK',
  'CALLBACK_CUSTOMER_FIRST_QUEUED',
  'CALLBACK_CUSTOMER_FIRST_DIALED',
]);

/** Figures of a day for each scheme. `known` names the row that counts a scheme. */
export function dayFigures(
  facts: DayFacts,
  calendar: ProgrammeCalendar,
  schemes: readonly Scheme[],
  known: (scheme: Scheme) => Scheme,
): ReadonlyMap<Scheme, Figures> {
  const reached = reachedSources(facts, calendar);
  const questions = pendingQuestions(calendar, facts.questions, endOfDay(calendar, facts.day));
  return new Map(
    schemes.map((scheme) => [
      scheme,
      {
        ...noFigures,
        ...callFigures(
          facts.calls.filter((call) => known(call.scheme) === scheme),
          reached,
        ),
        ...callbackFigures(facts.callbacks.filter((life) => life.day === facts.day && known(life.scheme) === scheme)),
        ...conversationFigures(facts, (other) => known(other) === scheme),
        ...outboundFigures(facts.attempts.filter((one) => known(one.scheme ?? unqualifiedScheme) === scheme)),
        appointments: facts.appointments.filter((one) => one.change === 'taken' && known(one.scheme) === scheme).length,
        pendingQuestions: questions.filter((question) => known(question.scheme) === scheme).length,
      },
    ]),
  );
}

/** ISO instant at which a local day ends (excluded). */
export function endOfDay(calendar: ProgrammeCalendar, day: string): string {
  return instantOf(calendar.timeZone, addDays(day, 1), '00:00');
}

/** Until when a callback of this day's calls counts in its answer rate: the end of the next open day, else of the day itself. */
export function answerDeadline(calendar: ProgrammeCalendar, day: string): string {
  return endOfDay(calendar, nextOpenDay(calendar, day) ?? day);
}

/** Contact ids of source calls whose callback reached the person in time. */
function reachedSources(facts: DayFacts, calendar: ProgrammeCalendar): ReadonlySet<string> {
  const deadline = epochMs(answerDeadline(calendar, facts.day));
  const inTime = facts.callbacks.filter(({ reachedAt }) => reachedAt !== undefined && epochMs(reachedAt) < deadline);
  return new Set(inTime.flatMap(({ sources }) => [...sources]));
}

function callFigures(calls: readonly InboundCall[], reached: ReadonlySet<string>): Partial<Figures> {
  const offered = calls.filter((call) => call.offered);
  const answered = offered.filter((call) => call.outcome === 'answered');
  const abandoned = offered.filter((call) => call.outcome !== 'answered');
  return {
    received: calls.length,
    closed: calls.filter((call) => call.outcome === 'closed').length,
    offered: offered.length,
    answered: answered.length,
    abandoned: abandoned.length,
    shortAbandons: abandoned.filter((call) => call.waitSeconds < shortAbandonSeconds).length,
    beforeQueue: calls.filter((call) => call.outcome === 'unanswered' && !call.offered).length,
    technical: calls.filter((call) => call.outcome === 'technical').length,
    reachedByCallback: abandoned.filter((call) => call.contactIds.some((id) => reached.has(id))).length,
    waitSeconds: sum(answered.map((call) => call.waitSeconds)),
    longestWaitSeconds: Math.max(0, ...offered.map((call) => call.waitSeconds)),
    handlingSeconds: sum(answered.map((call) => call.handlingSeconds)),
  };
}

function callbackFigures(lives: readonly CallbackLife[]): Partial<Figures> {
  const count = (state: CallbackLife['state']) => lives.filter((life) => life.state === state).length;
  return {
    callbacksCreated: lives.length,
    callbacksReached: count('reached'),
    callbacksNotReached: count('not-reached'),
    callbacksAnsweredInbound: count('answered-inbound'),
    callbacksOpen: count('open'),
  };
}

/** Conversations of the day on callbacks, whatever day the callback was created. */
function conversationFigures(facts: DayFacts, counts: (scheme: Scheme) => boolean): Partial<Figures> {
  const conversations = latestContacts(facts.contacts).filter(
    (contact) =>
      contact.agent !== undefined &&
      callbackInitiations.has(contact.initiation) &&
      !isAppointmentCall(contact.attemptId ?? '') &&
      !isAnswerCall(contact.attemptId ?? '') &&
      counts(contact.scheme),
  );
  return {
    callbackConversations: conversations.length,
    callbackHandlingSeconds: sum(conversations.map(segmentHandlingSeconds)),
  };
}

/** What tells that nobody whom the call was for talked with an agent. */
const nobody: readonly Disposition[] = [
  ...(['no-answer', 'busy', 'voicemail', 'wrong-number', 'out-of-service'] as const),
  ...(['abandoned', 'failed', 'indeterminate'] as const),
];

/** Calls at people of orders: every one that was dialled, with whom they were for or without (SAMPS-29, A-04). */
function outboundFigures(attempts: readonly AttemptEntry[]): Partial<Figures> {
  const reached = attempts.filter((one) => one.agent !== undefined && !nobody.includes(one.disposition)).length;
  return { outboundMade: attempts.length, outboundReached: reached, outboundNotReached: attempts.length - reached };
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

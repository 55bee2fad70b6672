import type { ProgrammeCalendar } from '../calendar/calendar.ts';
import { epochMs } from '../calendar/local-time.ts';
import { attemptPlan } from './attempt-plan.ts';
import type { AttemptPolicy, AttemptWindow } from './attempt-policy.ts';

/** Why a policy is refused: the field, what it holds, and what is accepted, in French as its author reads it. */
export interface PolicyProblem {
  readonly field: string;
  readonly value: unknown;
  readonly accepted: string;
}

const time = /^([01]\d|2[0-3]):[0-5]\d$|^24:00$/;

/** Contradictions of a policy in itself. None = it may be published. */
export function checkAttemptPolicy(policy: AttemptPolicy): readonly PolicyProblem[] {
  const { maxAttempts, dayParts, minimumDayParts, callingWindow } = policy;
  return [
    ...whole('maxAttempts', maxAttempts, 1, 10),
    ...whole('withinHours', policy.withinHours, 1, 24 * 60),
    ...whole('minimumGapMinutes', policy.minimumGapMinutes, 0, 7 * 24 * 60),
    ...whole('ringSeconds', policy.ringSeconds, 15, 60),
    ...whole('freeRetries.count', policy.freeRetries.count, 0, 10),
    ...whole('freeRetries.afterMinutes', policy.freeRetries.afterMinutes, 5, 240),
    ...whole('voicemailMessages', policy.voicemailMessages, 0, 10),
    ...promisedCallProblems(policy),
    ...(dayParts.length === 0 || dayParts.length > 12
      ? [problem('dayParts', dayParts.length, 'de 1 à 12 tranches horaires')]
      : []),
    ...dayParts.flatMap(({ from, to }, index) => {
      const before = dayParts[index - 1]?.to ?? '00:00';
      return time.test(from) && time.test(to) && from < to && before <= from
        ? []
        : [problem(`dayParts[${index}]`, `${from}-${to}`, `une tranche HH:MM-HH:MM qui commence à ${before} ou après`)];
    }),
    ...whole('minimumDayParts', minimumDayParts, 1, Math.max(1, Math.min(maxAttempts, dayParts.length))),
    ...(time.test(callingWindow.from) && time.test(callingWindow.to) && callingWindow.from < callingWindow.to
      ? []
      : [problem('callingWindow', `${callingWindow.from}-${callingWindow.to}`, 'une plage HH:MM-HH:MM non vide')]),
  ];
}

/**
 * Contradictions of a policy with the hours of its programme in one window, judged at `at`: a deadline in the past, or more attempts than the open
 * hours can hold.
 */
export function checkAttemptWindow(
  policy: AttemptPolicy,
  calendar: ProgrammeCalendar,
  window: AttemptWindow,
  at: string,
): readonly PolicyProblem[] {
  if (window.until <= at) {
    return [problem('until', window.until, `une échéance après ${at}`)];
  }
  const from = Math.max(epochMs(window.from), epochMs(at));
  const plan = attemptPlan(policy, calendar, undefined, window);
  const goal = plan.goal(policy.maxAttempts, 0, from);
  if (goal === undefined) {
    return [problem('until', window.until, 'une échéance qui laisse au moins une heure d’appel ouverte')];
  }
  if (goal.attempts < policy.maxAttempts) {
    const gap = `${policy.minimumGapMinutes} minutes d’écart`;
    const accepted = `au plus ${goal.attempts} tentative(s) avec ${gap} dans les heures ouvertes avant ${window.until}`;
    return [problem('maxAttempts', policy.maxAttempts, accepted)];
  }
  return goal.parts < policy.minimumDayParts
    ? [problem('minimumDayParts', policy.minimumDayParts, `au plus ${goal.parts} avant ${window.until}`)]
    : [];
}

/** A promised call that could not be kept: no time between its first and its last instant, or a night that swallows it. */
function promisedCallProblems({ promisedCall, minimumGapMinutes }: AttemptPolicy): readonly PolicyProblem[] {
  if (promisedCall === undefined) {
    return [];
  }
  const { withinHours, notBeforeHours, attempts } = promisedCall;
  const soonest = Math.ceil(minimumGapMinutes / 60);
  return [
    ...whole('promisedCall.withinHours', withinHours, 16, 24 * 7),
    ...whole('promisedCall.notBeforeHours', notBeforeHours, soonest, Math.max(soonest, withinHours - 14)),
    ...whole('promisedCall.attempts', attempts, 1, 4),
  ];
}

function whole(field: string, value: number, least: number, most: number): readonly PolicyProblem[] {
  return Number.isInteger(value) && value >= least && value <= most
    ? []
    : [problem(field, value, `un entier de ${least} à ${most}`)];
}

function problem(field: string, value: unknown, accepted: string): PolicyProblem {
  return { field, value, accepted };
}

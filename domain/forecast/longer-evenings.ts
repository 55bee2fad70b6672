import type { DayPart } from '../attempt/attempt-policy.ts';
import type { ListPlanInput } from './list-plan-input.ts';

/** The same list with evenings so many minutes longer: closings, exceptions and the last part of the day alike. */
export function longerEvenings(input: ListPlanInput, minutes: number): ListPlanInput {
  const { calendar, policy } = input;
  const last = lastPart(policy.dayParts);
  const longer = (hours: readonly { readonly opens: string; readonly closes: string }[]) =>
    hours.map((one) => (one.closes === last?.to ? { ...one, closes: later(one.closes, minutes) } : one));
  return {
    ...input,
    calendar: {
      ...calendar,
      weeks: calendar.weeks.map((week) => ({
        ...week,
        hours: Object.fromEntries(Object.entries(week.hours).map(([weekday, hours]) => [weekday, longer(hours)])),
      })),
      exceptions: calendar.exceptions.map((day) => ({ ...day, hours: longer(day.hours) })),
    },
    policy: {
      ...policy,
      dayParts: policy.dayParts.map((part) => (part === last ? { ...part, to: later(part.to, minutes) } : part)),
    },
  };
}

/** Minutes by which evenings may become longer: nobody is rung outside the calling window. */
export function eveningRoom({ policy }: ListPlanInput): number {
  const last = lastPart(policy.dayParts);
  return last === undefined ? 0 : Math.max(0, minutesOf(policy.callingWindow.to) - minutesOf(last.to));
}

function lastPart(parts: readonly DayPart[]): DayPart | undefined {
  return parts.toSorted((a, b) => (a.to < b.to ? -1 : 1)).at(-1);
}

function later(time: string, minutes: number): string {
  const total = minutesOf(time) + minutes;
  return `${String(Math.floor(total / 60)).padStart(2, '0')}:${String(total % 60).padStart(2, '0')}`;
}

function minutesOf(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
}

import type { CfnHoursOfOperation } from 'aws-cdk-lib/aws-connect';
import type { ProgrammeCalendar } from '../../domain/calendar/calendar.ts';
import { holidayOn } from '../../domain/calendar/holidays.ts';
import { addDays, isoWeekday, localTime } from '../../domain/calendar/local-time.ts';
import { openIntervals } from '../../domain/calendar/opening.ts';

type Time = CfnHoursOfOperation.HoursOfOperationTimeSliceProperty;
type Slot = { readonly day: string; readonly startTime: Time; readonly endTime: Time };
type Override = CfnHoursOfOperation.HoursOfOperationOverrideProperty & { readonly overrideConfig: Slot[] };

/** Connect's own limit on overrides of one set of hours. */
const mostOverrides = 50;

const weekdays = ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY', 'SUNDAY'];

/** Opening spans of a day, `07:30-16:00`, ascending. */
type Hours = readonly string[];

/** Days that follow each other and differ from the usual week for one reason. */
interface Span {
  readonly from: string;
  till: string;
  /** By ISO weekday. */
  readonly hours: Map<number, Hours>;
  readonly label: string;
}

/**
 * The hours Connect falls back on when no function answers (design decision 15), from the programme's own calendar: the week in force at the
 * end of the contract, and one override for each span of days of the contract that differs from it (holidays, exceptions, earlier weeks).
 * Throws when that takes more overrides than Connect accepts.
 */
export function connectHours(calendar: ProgrammeCalendar): {
  readonly config: readonly Slot[];
  readonly overrides: readonly Override[];
} {
  const week = calendar.weeks.at(-1)?.hours ?? {};
  const usual = (weekday: number): Hours =>
    (week[String(weekday)] ?? []).map(({ opens, closes }) => `${opens}-${closes}`);
  const overrides = spansOf(calendar, usual).map(overrideOf);
  if (overrides.length > mostOverrides) {
    throw new Error(
      `The calendar from ${calendar.period.from} to ${calendar.period.to} differs from its last week in ${overrides.length} spans of days; ` +
        `Connect accepts ${mostOverrides} overrides: shorten the period or make the last week the usual one`,
    );
  }
  return {
    config: weekdays.flatMap((_, index) => usual(index + 1).map((hours) => slotOf(index + 1, hours))),
    overrides,
  };
}

function spansOf(calendar: ProgrammeCalendar, usual: (weekday: number) => Hours): readonly Span[] {
  const spans: Span[] = [];
  let current: Span | undefined;
  for (let day = calendar.period.from; day <= calendar.period.to; day = addDays(day, 1)) {
    const weekday = isoWeekday(day);
    const hours = hoursOn(calendar, day);
    const isUsual = same(hours, usual(weekday));
    const label = labelOf(calendar, day);
    // A span goes on over days that are closed anyway, not over a usual open day: one holiday, one override.
    const fits =
      same(hours, current?.hours.get(weekday) ?? hours) && (isUsual ? hours.length === 0 : label === current?.label);
    if (!fits) {
      current = undefined;
    }
    if (!isUsual) {
      if (current === undefined) {
        current = { from: day, till: day, hours: new Map(), label };
        spans.push(current);
      }
      current.till = day;
    }
    current?.hours.set(weekday, hours);
  }
  return spans;
}

function same(one: Hours, other: Hours): boolean {
  return one.join() === other.join();
}

function hoursOn(calendar: ProgrammeCalendar, day: string): Hours {
  return openIntervals(calendar, day).map(({ from, to }) => {
    const closes = localTime(calendar.timeZone, to);
    return `${localTime(calendar.timeZone, from)}-${closes === '00:00' ? '24:00' : closes}`;
  });
}

/** Name of the exception or holiday that makes the day differ. */
function labelOf(calendar: ProgrammeCalendar, day: string): string {
  const exception = calendar.exceptions.find((one) => one.day === day);
  return exception?.label ?? holidayOn(calendar.holidays, day)?.name ?? 'Autres horaires';
}

function overrideOf({ from, till, hours, label }: Span): Override {
  const days = new Set<number>();
  for (let day = from; day <= till; day = addDays(day, 1)) {
    days.add(isoWeekday(day));
  }
  return {
    overrideName: `${label} ${from}`,
    overrideDescription: from === till ? from : `${from} – ${till}`,
    effectiveFrom: from,
    effectiveTill: till,
    overrideConfig: [...days].flatMap((weekday) => (hours.get(weekday) ?? []).map((one) => slotOf(weekday, one))),
  };
}

function slotOf(weekday: number, hours: string): Slot {
  const [opens, closes] = hours.split('-');
  return { day: weekdays[weekday - 1] ?? '', startTime: timeOf(opens), endTime: timeOf(closes) };
}

/** Connect's day ends at 00:00, which it reads as the following midnight. */
function timeOf(time: string | undefined): Time {
  const [hours, minutes] = (time ?? '').split(':').map(Number);
  return { hours: (hours ?? 0) % 24, minutes: minutes ?? 0 };
}

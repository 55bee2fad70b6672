import type { HoursModel, TimeSlice } from './models.ts';

const days = ['SUNDAY', 'MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY'];
const formatters = new Map<string, Intl.DateTimeFormat>();

function formatter(timeZone: string): Intl.DateTimeFormat {
  let found = formatters.get(timeZone);
  if (found === undefined) {
    found = new Intl.DateTimeFormat('en-CA', {
      timeZone,
      hourCycle: 'h23',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
    });
    formatters.set(timeZone, found);
  }
  return found;
}

interface LocalMoment {
  readonly date: string;
  readonly day: string;
  readonly minutes: number;
}

function localMoment(epochMs: number, timeZone: string): LocalMoment {
  const parts = new Map(
    formatter(timeZone)
      .formatToParts(epochMs)
      .map(({ type, value }) => [type, value]),
  );
  const date = `${parts.get('year')}-${parts.get('month')}-${parts.get('day')}`;
  const weekday = new Date(`${date}T00:00:00Z`).getUTCDay();
  return { date, day: days[weekday] ?? '', minutes: Number(parts.get('hour')) * 60 + Number(parts.get('minute')) };
}

function previousDay(moment: LocalMoment): LocalMoment {
  const date = new Date(Date.parse(`${moment.date}T00:00:00Z`) - 86_400_000);
  return { date: date.toISOString().slice(0, 10), day: days[date.getUTCDay()] ?? '', minutes: moment.minutes + 1440 };
}

function slicesOn(
  hours: HoursModel,
  date: string,
): { readonly slices: readonly TimeSlice[]; readonly override?: string } {
  const override = hours.overrides.find(({ from, till }) => from <= date && date <= till);
  return override === undefined ? { slices: hours.slices } : { slices: override.slices, override: override.name };
}

const covers = (slices: readonly TimeSlice[], { day, minutes }: LocalMoment): boolean =>
  slices.some((slice) => {
    const end = slice.end <= slice.start ? slice.end + 1440 : slice.end;
    return slice.day === day && slice.start <= minutes && minutes < end;
  });

/** Whether the hours are open at an instant, and the override in force on that local day. Slices past midnight count for the day they began. */
export function hoursOpen(hours: HoursModel, epochMs: number): { readonly open: boolean; readonly override?: string } {
  const now = localMoment(epochMs, hours.timeZone);
  const today = slicesOn(hours, now.date);
  const yesterday = previousDay(now);
  const open = covers(today.slices, now) || covers(slicesOn(hours, yesterday.date).slices, yesterday);
  return today.override === undefined ? { open } : { open, override: today.override };
}

import { Temporal } from 'temporal-polyfill';

/** Civil time-zone offsets only ever change on a quarter of an hour, so one Temporal lookup serves every instant of that quarter. */
const quarterMs = 15 * 60_000;
const offsets = new Map<string, Map<number, number>>();
const maxCachedQuarters = 50_000;
/** Rules of a day are read again and again for the same few hours. */
const instants = new Map<string, string>();
const maxCachedInstants = 5_000;

/** Milliseconds since the epoch of an ISO 8601 instant with an explicit zone; throws naming the value otherwise. */
export function epochMs(at: string): number {
  const ms = /(?:Z|[+-]\d{2}:\d{2})$/.test(at) ? Date.parse(at) : Number.NaN;
  if (Number.isNaN(ms)) {
    throw new Error(`"${at}" is not an instant; accepted: ISO 8601 with a zone, such as 2025-07-03T20:45:00Z`);
  }
  return ms;
}

/** ISO 8601 UTC instant with milliseconds. */
export function isoInstant(ms: number): string {
  return new Date(ms).toISOString();
}

/** Local day `YYYY-MM-DD` of an instant in an IANA zone (SAMPS-11, COMMON-06). */
export function localDay(timeZone: string, at: string): string {
  return localIso(timeZone, at).slice(0, 10);
}

/** Local time `HH:MM` of an instant in an IANA zone. */
export function localTime(timeZone: string, at: string): string {
  return localIso(timeZone, at).slice(11, 16);
}

/**
 * Local date and time `YYYY-MM-DDTHH:MM:SS.sss` of an instant in an IANA zone, without an offset: what a person there reads on a clock.
 */
export function localIso(timeZone: string, at: string): string {
  const ms = epochMs(at);
  return new Date(ms + offsetMs(timeZone, ms)).toISOString().slice(0, -1);
}

/**
 * Instant (ISO, UTC) of a local day and time `HH:MM`; `24:00` is the following midnight. In a spring gap the clock that was jumped over is read
 * with the offset before the jump, in the autumn fold the first of the two instants is taken (Temporal's `compatible`).
 */
export function instantOf(timeZone: string, day: string, time: string): string {
  const key = `${timeZone} ${day} ${time}`;
  const known = instants.get(key);
  if (known !== undefined) {
    return known;
  }
  const [hour, minute] = hourAndMinute(time);
  const midnight = Temporal.PlainDate.from(day);
  const date = hour === 24 ? midnight.add({ days: 1 }) : midnight;
  const zoned = date.toZonedDateTime({ timeZone, plainTime: { hour: hour % 24, minute } });
  if (instants.size >= maxCachedInstants) {
    instants.clear();
  }
  const instant = isoInstant(zoned.epochMilliseconds);
  instants.set(key, instant);
  return instant;
}

/** Day `days` later (or earlier when negative). */
export function addDays(day: string, days: number): string {
  return new Date(dayMs(day) + days * 86_400_000).toISOString().slice(0, 10);
}

/** ISO weekday of a local day: 1 = Monday … 7 = Sunday. */
export function isoWeekday(day: string): number {
  return ((Math.floor(dayMs(day) / 86_400_000) + 3) % 7) + 1;
}

function dayMs(day: string): number {
  const ms = /^\d{4}-\d{2}-\d{2}$/.test(day) ? Date.parse(`${day}T00:00:00Z`) : Number.NaN;
  if (Number.isNaN(ms) || new Date(ms).toISOString().slice(0, 10) !== day) {
    throw new Error(`"${day}" is not a day; accepted: YYYY-MM-DD, such as 2025-07-04`);
  }
  return ms;
}

function hourAndMinute(time: string): readonly [number, number] {
  const match = /^(\d{2}):(\d{2})$/.exec(time);
  const hour = Number(match?.[1]);
  const minute = Number(match?.[2]);
  if (match === null || hour * 60 + minute > 24 * 60 || minute > 59) {
    throw new Error(`"${time}" is not a time of day; accepted: HH:MM from 00:00 to 24:00, such as 07:30`);
  }
  return [hour, minute];
}

function offsetMs(timeZone: string, ms: number): number {
  let zone = offsets.get(timeZone);
  if (zone === undefined) {
    zone = new Map();
    offsets.set(timeZone, zone);
  }
  const quarter = Math.floor(ms / quarterMs);
  const known = zone.get(quarter);
  if (known !== undefined) {
    return known;
  }
  const instant = Temporal.Instant.fromEpochMilliseconds(quarter * quarterMs);
  const offset = instant.toZonedDateTimeISO(timeZone).offsetNanoseconds / 1_000_000;
  if (zone.size >= maxCachedQuarters) {
    zone.clear();
  }
  zone.set(quarter, offset);
  return offset;
}

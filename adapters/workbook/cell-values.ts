import { epochMs, localIso } from '../../domain/calendar/local-time.ts';

/** What Excel holds in one cell, in characters. */
const longestText = 32_767;
/** Shown where there is nothing to divide by or to say. */
export const nothing = '–';

/**
 * User text as a plain string cell (COMMON-28): never a formula whatever it starts with, without the control characters that XML refuses, and
 * no longer than a cell.
 */
export function userText(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is removed.
  const clean = text.toWellFormed().replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '');
  return clean.length <= longestText ? clean : `${clean.slice(0, longestText - 1)}…`;
}

/** Seconds as the fraction of a day that Excel formats as a duration. */
export function duration(seconds: number | undefined): number | string {
  return seconds === undefined ? nothing : seconds / 86_400;
}

/** A local day as an Excel date: exceljs reads the UTC fields, so the local date is put there. */
export function dateOfDay(day: string): Date {
  return new Date(epochMs(`${day}T00:00:00Z`));
}

/** An instant as the local date and time of the zone, to the second. */
export function localMoment(timeZone: string, at: string): Date {
  return new Date(epochMs(`${localIso(timeZone, at).slice(0, 19)}Z`));
}

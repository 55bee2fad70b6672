import type { ProgrammeCalendar } from './calendar.ts';
import { addDays } from './local-time.ts';

/** A public holiday: local day `YYYY-MM-DD` and its French name. */
export interface Holiday {
  readonly day: string;
  readonly name: string;
}

const years = new Map<string, readonly Holiday[]>();

/**
 * Public holidays of a year, ascending (SAMPS-09, COMMON-07): the 11 of metropolitan France (Code du travail L3133-1); New Caledonia adds
 * 24 September.
 */
export function holidays(kind: ProgrammeCalendar['holidays'], year: number): readonly Holiday[] {
  const key = `${kind} ${year}`;
  const known = years.get(key);
  if (known !== undefined) {
    return known;
  }
  const list = compute(kind, year);
  years.set(key, list);
  return list;
}

/** The holiday that falls on this local day, if any. */
export function holidayOn(kind: ProgrammeCalendar['holidays'], day: string): Holiday | undefined {
  return holidays(kind, Number(day.slice(0, 4))).find((holiday) => holiday.day === day);
}

function compute(kind: ProgrammeCalendar['holidays'], year: number): readonly Holiday[] {
  if (kind === 'none') {
    return [];
  }
  const easter = easterSunday(year);
  const list: Holiday[] = [
    { day: `${year}-01-01`, name: "Jour de l'An" },
    { day: addDays(easter, 1), name: 'Lundi de Pâques' },
    { day: `${year}-05-01`, name: 'Fête du Travail' },
    { day: `${year}-05-08`, name: 'Victoire 1945' },
    { day: addDays(easter, 39), name: 'Ascension' },
    { day: addDays(easter, 50), name: 'Lundi de Pentecôte' },
    { day: `${year}-07-14`, name: 'Fête nationale' },
    { day: `${year}-08-15`, name: 'Assomption' },
    { day: `${year}-11-01`, name: 'Toussaint' },
    { day: `${year}-11-11`, name: 'Armistice 1918' },
    { day: `${year}-12-25`, name: 'Noël' },
  ];
  if (kind === 'new-caledonia') {
    list.push({ day: `${year}-09-24`, name: 'Fête de la citoyenneté' });
  }
  return list.sort((a, b) => (a.day < b.day ? -1 : 1));
}

/** Gregorian computus (Meeus, Jones, Butcher). */
function easterSunday(year: number): string {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const d = Math.floor(b / 4);
  const e = b % 4;
  const f = Math.floor((b + 8) / 25);
  const g = Math.floor((b - f + 1) / 3);
  const h = (19 * a + b - d - g + 15) % 30;
  const i = Math.floor(c / 4);
  const k = c % 4;
  const l = (32 + 2 * e + 2 * i - h - k) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const n = h + l - 7 * m + 114;
  return `${year}-${String(Math.floor(n / 31)).padStart(2, '0')}-${String((n % 31) + 1).padStart(2, '0')}`;
}

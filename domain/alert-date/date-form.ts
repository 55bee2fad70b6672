import { readTime } from '../alert/read-schedule.ts';
import { addDays, localDay } from '../calendar/local-time.ts';
import { readDay } from '../import/read-day.ts';
import { segmentsOf } from '../message/segments.ts';
import { respelt } from '../message/spelling.ts';
import { parsePhone } from '../phone/phone-number.ts';
import type { AdministrativeDateKind } from '../programme/alert-content.ts';
import { type AdministrativeDate, mostDaysBefore } from './administrative-date.ts';
import { longestReferent, sayReferent } from './reminder-texts.ts';

/** A form as it was typed. */
export interface TypedDate {
  readonly kind: string;
  readonly day: string;
  readonly time: string;
  /** Empty = as usual for the kind. */
  readonly recurrence: string;
  /** Empty = as usual for the kind. */
  readonly remindersBefore: string;
  readonly referentName: string;
  readonly referentPhone: string;
}

export type DateField = keyof TypedDate;
export type DateFaults = Readonly<Partial<Record<DateField, string>>>;
export type DateSheet = Pick<
  AdministrativeDate,
  'kind' | 'day' | 'time' | 'recurrence' | 'remindersBefore' | 'referent'
>;

export interface DateGround {
  readonly kinds: readonly AdministrativeDateKind[];
  readonly now: string;
  readonly timeZone: string;
}

const recurrences = ['none', 'monthly', 'quarterly', 'yearly'] as const;
const mostReminders = 4;
const mostYearsAhead = 5;

/** Reads a form whole (ALERTES-26, ALERTES-29): every fault is told at once, in French, beside its field. */
export function checkDate(
  typed: TypedDate,
  { kinds, now, timeZone }: DateGround,
): { readonly sheet: DateSheet } | { readonly faults: DateFaults } {
  const kind = kinds.find(({ code }) => code === typed.kind);
  const today = localDay(timeZone, now);
  const recurrence = recurrences.find((one) => one === typed.recurrence) ?? kind?.recurrence ?? 'none';
  const day = readDay(typed.day.trim());
  const time = typed.time.trim() === '' ? undefined : readTime(typed.time);
  const before = readBefore(typed.remindersBefore, kind?.remindersBefore ?? []);
  const referent = readReferent(typed);
  const faults: DateFaults = {
    ...(kind === undefined ? { kind: 'Choisissez le genre de date dans la liste.' } : {}),
    ...('problem' in day
      ? { day: `Le jour « ${typed.day.trim()} » est refusé : ${day.problem} ; accepté : jj/mm/aaaa.` }
      : {}),
    ...('day' in day ? faultOfDay(day.day, today, recurrence) : {}),
    ...(typed.time.trim() !== '' && time === undefined
      ? { time: `L’heure « ${typed.time.trim()} » est refusée ; accepté : de 00:00 à 23:59, comme 9h30, ou rien.` }
      : {}),
    ...('problem' in before ? { remindersBefore: before.problem } : {}),
    ...('problem' in referent ? { [referent.field]: referent.problem } : {}),
  };
  if (Object.keys(faults).length > 0 || kind === undefined || 'problem' in day || 'problem' in before) {
    return { faults };
  }
  return {
    sheet: {
      kind: kind.code,
      day: day.day,
      recurrence,
      remindersBefore: before.days,
      ...(time === undefined ? {} : { time }),
      ...('referent' in referent ? { referent: referent.referent } : {}),
    },
  };
}

function faultOfDay(day: string, today: string, recurrence: DateSheet['recurrence']): DateFaults {
  if (day < today && recurrence === 'none') {
    return { day: 'Ce jour est passé ; accepté : aujourd’hui ou un jour à venir.' };
  }
  if (day < addDays(today, -366)) {
    return { day: 'Ce jour est passé depuis plus d’un an ; accepté : le dernier jour de l’échéance, ou le prochain.' };
  }
  return Number(day.slice(0, 4)) > Number(today.slice(0, 4)) + mostYearsAhead
    ? { day: `Ce jour est dans plus de ${mostYearsAhead} ans ; accepté : un jour plus proche.` }
    : {};
}

/** « 3, 1 » : days before, each once, descending. */
function readBefore(
  typed: string,
  usual: readonly number[],
): { readonly days: readonly number[] } | { readonly problem: string } {
  const words = typed.split(/[\s,;]+/).filter((word) => word !== '');
  const days = [...new Set(words.map(Number))].sort((a, b) => b - a);
  const isRight = days.every((day) => Number.isInteger(day) && day >= 0 && day <= mostDaysBefore);
  if (words.length === 0) {
    return { days: usual };
  }
  return isRight && days.length <= mostReminders
    ? { days }
    : {
        problem: `« ${typed.trim()} » est refusé ; accepté : ${mostReminders} nombres au plus, de 0 à ${mostDaysBefore} jours avant, comme 3, 1.`,
      };
}

type ReadReferent =
  | { readonly referent: NonNullable<DateSheet['referent']> }
  | { readonly none: true }
  | { readonly problem: string; readonly field: 'referentName' | 'referentPhone' };

/** Said in the reminder: in letters that cost no more, and short. */
function readReferent({ referentName, referentPhone }: TypedDate): ReadReferent {
  const name = respelt(referentName.replaceAll(/\s+/g, ' ').trim());
  const typedPhone = referentPhone.trim();
  if (name === '' && typedPhone === '') {
    return { none: true };
  }
  if (name === '') {
    return { problem: 'Écrivez aussi le nom de la personne à appeler.', field: 'referentName' };
  }
  const phone = typedPhone === '' ? undefined : parsePhone(typedPhone, 'FR');
  if (phone !== undefined && 'problem' in phone) {
    return { problem: 'Ce numéro n’existe pas ; accepté : comme 03 20 12 34 56.', field: 'referentPhone' };
  }
  const referent = { name, ...(phone === undefined ? {} : { phone: nationalOf(phone.e164) }) };
  const said = sayReferent(referent);
  const isShort = said === [referent.name, 'phone' in referent ? referent.phone : ''].join(' ').trim();
  return isShort && segmentsOf(said).encoding === 'GSM-7'
    ? { referent }
    : {
        problem: `Ce nom est trop long, ou a un signe qu’un SMS ne peut pas écrire ; accepté : ${longestReferent} caractères avec le numéro.`,
        field: 'referentName',
      };
}

function nationalOf(e164: string): string {
  return e164.startsWith('+33') ? `0${e164.slice(3)}`.replaceAll(/(\d\d)(?=\d)/g, '$1 ') : e164;
}

import type { ProgrammeCalendar } from '../calendar/calendar.ts';
import { isDay } from '../calendar/is-day.ts';
import { addDays, localDay } from '../calendar/local-time.ts';
import { withOrder } from '../follow-up/order-hours.ts';
import type { DefinitionReader } from '../questionnaire/definition-reader.ts';

type Hours = ProgrammeCalendar['exceptions'][number]['hours'];

const timeOfDay = /^([01]\d|2[0-3]):[0-5]\d$/;
const weekdays = ['1', '2', '3', '4', '5', '6', '7'];

/** Weekly hours from a day to come on: `{ from, weekdays: { "1": [{ opens, closes }] } }`. What has begun is never changed (design principle 5). */
export function readHours(
  reader: DefinitionReader,
  value: unknown,
  calendar: ProgrammeCalendar,
  at: string,
): ProgrammeCalendar {
  const given = reader.members(value, 'horaires', ['from', 'weekdays']);
  const from = readDay(reader, given['from'], 'from', calendar, at);
  const days = reader.members(given['weekdays'], 'weekdays', weekdays);
  const read = Object.entries(days).map(
    ([day, hours]) => [day, readIntervals(reader, hours, `weekdays.${day}`)] as const,
  );
  if (read.length === 0) {
    reader.refuse('weekdays', {}, 'les heures d’au moins un jour, de 1 (lundi) à 7 (dimanche)');
  }
  return reader.faults.length > 0 ? calendar : withOrder(calendar, { from, weekdays: Object.fromEntries(read) });
}

/** Exceptional days to come (SAMPS-09): closed or with other hours. Those gone by stay as they were. */
export function readExceptions(
  reader: DefinitionReader,
  value: unknown,
  calendar: ProgrammeCalendar,
  at: string,
): ProgrammeCalendar {
  const first = tomorrowOf(calendar, at);
  const days = reader.list(
    value,
    'jours',
    (one, place) => {
      const given = reader.members(one, place, ['day', 'label', 'hours']);
      return {
        day: readDay(reader, given['day'], `${place}.day`, calendar, at),
        label: reader.text(given['label'], `${place}.label`, 60).trim(),
        hours: readIntervals(reader, given['hours'], `${place}.hours`),
      };
    },
    0,
  );
  const twice = days.find(({ day }, index) => days.findIndex((other) => other.day === day) !== index);
  if (twice !== undefined) {
    reader.refuse('jours', twice.day, 'chaque jour une seule fois');
  }
  const past = calendar.exceptions.filter(({ day }) => day < first);
  return { ...calendar, exceptions: [...past, ...days.toSorted((a, b) => (a.day < b.day ? -1 : 1))] };
}

function tomorrowOf({ timeZone }: ProgrammeCalendar, at: string): string {
  return addDays(localDay(timeZone, at), 1);
}

function readDay(
  reader: DefinitionReader,
  value: unknown,
  place: string,
  calendar: ProgrammeCalendar,
  at: string,
): string {
  const first = tomorrowOf(calendar, at);
  const { to } = calendar.period;
  if (typeof value === 'string' && isDay(value) && value >= first && value <= to) {
    return value;
  }
  reader.refuse(place, value, `un jour AAAA-MM-JJ, du ${first} au ${to}`);
  return first;
}

/** Intervals in order, apart from each other; none = closed. */
function readIntervals(reader: DefinitionReader, value: unknown, place: string): Hours {
  const hours = reader.list(
    value,
    place,
    (one, at) => {
      const { opens, closes } = reader.members(one, at, ['opens', 'closes']);
      if (typeof opens === 'string' && typeof closes === 'string' && isSpan(opens, closes)) {
        return { opens, closes };
      }
      reader.refuse(at, { opens, closes }, 'HH:MM et HH:MM, l’ouverture avant la fermeture');
      return { opens: '00:00', closes: '00:01' };
    },
    0,
  );
  const overlapping = hours.find(({ opens }, index) => opens < (hours[index - 1]?.closes ?? ''));
  if (overlapping !== undefined) {
    reader.refuse(place, overlapping, 'des plages dans l’ordre, qui ne se chevauchent pas');
  }
  return hours;
}

function isSpan(opens: string, closes: string): boolean {
  return timeOfDay.test(opens) && timeOfDay.test(closes) && opens < closes;
}

import { isDay } from '../../domain/calendar/is-day.ts';
import { addDays } from '../../domain/calendar/local-time.ts';
import type { StaffingInputs } from '../../domain/supervision/staffing-table.ts';
import { type ApiEvent, HttpError } from '../middleware/http.ts';

/** Farthest day that is planned for: hours of after that are not known. */
const daysAhead = 366;

/**
 * Parameters of route `staffing`: `jour` (today unless said), `appels` of the day, `dmt` in seconds, `objectif` and `absences` in %, `patience` in seconds, or
 * `delai`, the seconds within which the objective is to be answered. Throws HttpError 400 on what is not one.
 */
export function staffingQuery(
  { queryStringParameters }: ApiEvent,
  today: string,
): { readonly day: string; readonly inputs: StaffingInputs } {
  const given = queryStringParameters ?? {};
  const number = (name: string, least: number, most: number) => numberOf(name, given[name], least, most);
  const day = given['jour'] ?? today;
  const [first, last] = [addDays(today, -daysAhead), addDays(today, daysAhead)];
  if (!isDay(day) || day < first || day > last) {
    throw new HttpError(400, `Le jour vaut « ${day} » ; valeur acceptée : AAAA-MM-JJ, du ${first} au ${last}.`);
  }
  const calls = number('appels', 0, 100_000);
  const handlingSeconds = number('dmt', 10, 7200);
  const percent = number('objectif', 1, 99.9);
  const patienceSeconds = number('patience', 5, 3600);
  const withinSeconds = number('delai', 0, 3600);
  const away = number('absences', 0, 80);
  return {
    day,
    inputs: {
      ...(calls === undefined ? {} : { calls }),
      ...(handlingSeconds === undefined ? {} : { handlingSeconds }),
      ...(percent === undefined ? {} : { share: percent / 100 }),
      ...(patienceSeconds === undefined ? {} : { patienceSeconds }),
      ...(withinSeconds === undefined ? {} : { withinSeconds }),
      ...(away === undefined ? {} : { shrinkage: away / 100 }),
    },
  };
}

const names: Readonly<Record<string, string>> = {
  appels: 'Le nombre d’appels',
  dmt: 'La DMT en secondes',
  objectif: 'L’objectif en %',
  patience: 'La patience en secondes',
  delai: 'Le délai en secondes',
  absences: 'La part d’absences en %',
};

function numberOf(name: string, text: string | undefined, least: number, most: number): number | undefined {
  if (text === undefined || text.trim() === '') {
    return undefined;
  }
  const value = Number(text.replace(',', '.'));
  if (!(value >= least && value <= most)) {
    throw new HttpError(400, `${names[name]} vaut « ${text} » ; valeur acceptée : de ${least} à ${most}.`);
  }
  return value;
}

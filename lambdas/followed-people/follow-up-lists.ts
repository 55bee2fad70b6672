import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { addDays, localDay } from '../../domain/calendar/local-time.ts';
import { previousOpenDay } from '../../domain/calendar/opening.ts';
import { type CallLine, callList } from '../../domain/follow-up/call-list.ts';
import { resultsOf, resultsText } from '../../domain/follow-up/results.ts';
import type { JournalEntry } from '../../domain/journal/entry.ts';
import { type ApiEvent, HttpError } from '../middleware/http.ts';
import type { FollowedPeopleParts, FollowUpRequest } from './followed-people-parts.ts';

const workbookType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
/** Days of one export: beyond, the journal is read in several. */
const mostDays = 7;

/** People to call on a day (`jour`, today when absent), with the kind of call, and how many were ordered for a day (ARS-05, -37). */
export async function calls(
  { programme: { name }, at }: FollowUpRequest,
  event: ApiEvent,
  { content, journal }: FollowedPeopleParts,
): Promise<{ readonly jour: string; readonly commande: number; readonly appels: readonly CallLine[] }> {
  const calendar = await content.inForce(name, 'calendar', at);
  const jour = dayOf(event, 'jour', localDay(calendar.timeZone, at));
  const [protocol, priority, { callsPerDay: commande }] = await Promise.all([
    content.inForce(name, 'protocol', at),
    content.inForce(name, 'callPriority', at),
    content.inForce(name, 'volume', at),
  ]);
  const before = previousOpenDay(calendar, jour);
  const entries = (
    await Promise.all([...(before === undefined ? [] : [before]), jour].map((day) => journal.read(name, day)))
  ).flat();
  return { jour, commande, appels: callList(jour, entries, protocol, priority) };
}

/** Results from `du` to `au` (today when absent), as CSV or, with `format=xlsx`, as a workbook (ARS-14). */
export async function results(
  { programme: { name, title }, at }: FollowUpRequest,
  event: ApiEvent,
  { content, journal, workbook }: FollowedPeopleParts,
): Promise<APIGatewayProxyStructuredResultV2> {
  const [protocol, { timeZone }] = await Promise.all([
    content.inForce(name, 'protocol', at),
    content.inForce(name, 'calendar', at),
  ]);
  const today = localDay(timeZone, at);
  const au = dayOf(event, 'au', today);
  const du = dayOf(event, 'du', au);
  if (du > au || addDays(du, mostDays) <= au) {
    throw new HttpError(400, `Les jours vont du « ${du} » au « ${au} » ; valeur acceptée : de 1 à ${mostDays} jours.`);
  }
  const entries: JournalEntry[] = [];
  for (let day = du; day <= au; day = addDays(day, 1)) {
    entries.push(...(await journal.read(name, day)));
  }
  const lines = resultsOf(entries, protocol);
  const isWorkbook = event.queryStringParameters?.['format'] === 'xlsx';
  const body = isWorkbook ? await workbook(lines, { title, timeZone, at }) : Buffer.from(resultsText(lines), 'utf8');
  return {
    statusCode: 200,
    headers: {
      'content-type': isWorkbook ? workbookType : 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="${name}_resultats_${du}_${au}.${isWorkbook ? 'xlsx' : 'csv'}"`,
      'cache-control': 'no-store',
    },
    body: Buffer.from(body).toString('base64'),
    isBase64Encoded: true,
  };
}

function dayOf({ queryStringParameters = {} }: ApiEvent, name: string, otherwise: string): string {
  const day = queryStringParameters[name] ?? otherwise;
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day) || Number.isNaN(Date.parse(`${day}T00:00:00Z`))) {
    throw new HttpError(
      400,
      `Le champ « ${name} » vaut « ${day} » ; valeur acceptée : un jour AAAA-MM-JJ, tel que 2026-07-06.`,
    );
  }
  return day;
}

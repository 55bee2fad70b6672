import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { alertRoutes } from '../../contracts/alert-routes.ts';
import type { FigureBook } from '../../domain/alert-statistics/figure-book.ts';
import {
  overallStatistics,
  type StatisticsPorts,
  structureStatistics,
} from '../../domain/alert-statistics/read-statistics.ts';
import { type AlertStatistics, monthsFrom } from '../../domain/alert-statistics/statistics-tables.ts';
import { localDay } from '../../domain/calendar/local-time.ts';
import type { MemberReads } from '../../domain/member/member-register.ts';
import { addMonths } from '../../domain/renewal/add-months.ts';
import type { StructureScope } from '../../domain/structure/structure-scope.ts';
import type { Structures } from '../../domain/structure/structures.ts';
import { statisticsPage } from '../../pages/alertes/statistics-page.ts';
import { alertAnswer, alertPages } from '../middleware/alert-page.ts';
import type { FunctionHandler } from '../middleware/function-handler.ts';
import type { ApiEvent } from '../middleware/http.ts';
import { alertProgramme, alertVisitor, generalVisitor, structureVisitor } from '../middleware/structure-visitor.ts';

type Answer = APIGatewayProxyStructuredResultV2;

export interface AlertStatisticsParts extends StatisticsPorts {
  readonly members: (scope: StructureScope) => MemberReads;
  readonly structures: Pick<Structures, 'all' | 'find'>;
  readonly book: (scope: StructureScope) => FigureBook;
  readonly workbook: (
    statistics: AlertStatistics,
    stamp: { readonly at: string; readonly timeZone: string; readonly funding: string; readonly emblem: string },
  ) => Promise<Uint8Array>;
  readonly now: () => string;
}

/** Months that a page counts when none is asked for, this one included, and at most. */
const usualMonths = 3;
const mostMonths = 12;

/** Figures of a structure for who is of it; totals of all for general administrators (ALERTES-08, ALERTES-11). */
export function alertStatisticsHandler(parts: () => Promise<AlertStatisticsParts>): FunctionHandler<ApiEvent, Answer> {
  return alertPages('alert-statistics', async (event) => {
    const visitor = alertVisitor(event);
    const ready = await parts();
    const at = ready.now();
    const { timeZone } = await ready.content.inForce(alertProgramme().name, 'calendar', at);
    const period = periodOf(event, localDay(timeZone, at));
    const statistics = await read(event, { ...period, at }, ready);
    if (event.rawPath === alertRoutes.alertWorkbook.path) {
      const { sentence: funding, emblem } = visitor.funding;
      const stamp = { at, timeZone, funding, emblem };
      return workbookAnswer(await ready.workbook(statistics, stamp), statistics);
    }
    return alertAnswer(200, statisticsPage({ visitor, statistics, timeZone, at, earliest: period.earliest }));
  });
}

async function read(
  event: ApiEvent,
  period: { readonly from: string; readonly to: string; readonly at: string },
  parts: AlertStatisticsParts,
): Promise<AlertStatistics> {
  const { from, to, at } = period;
  if (alertVisitor(event).role === undefined) {
    const { programme } = generalVisitor(event);
    const all = await parts.structures.all();
    const counted = all.map(({ id: structure, name, createdAt: since }) => ({
      ...{ structure, name, since },
      book: parts.book({ programme, structure }),
      members: parts.members({ programme, structure }),
    }));
    return await overallStatistics({ programme, from, to, at }, counted, parts);
  }
  const { scope, structureName: name } = structureVisitor(event, 'user');
  const since = (await parts.structures.find(scope.structure))?.createdAt ?? `${from}-01T00:00:00.000Z`;
  const own = { structure: scope.structure, name, since, book: parts.book(scope), members: parts.members(scope) };
  return await structureStatistics({ programme: scope.programme, from, to, at }, own, parts);
}

/** `?du=2026-09&au=2026-11`; whatever is not a month, or too far apart, is the usual period. */
function periodOf({ queryStringParameters }: ApiEvent, today: string) {
  const { du = '', au = '' } = queryStringParameters ?? {};
  const now = today.slice(0, 7);
  const back = (count: number, month: string) => addMonths(`${month}-01`, -count).slice(0, 7);
  const isMonth = (text: string) => /^20\d\d-(0[1-9]|1[0-2])$/.test(text);
  const to = isMonth(au) && au <= now ? au : now;
  const asked = isMonth(du) && du <= to ? du : back(usualMonths - 1, to);
  const from = monthsFrom(asked, to).length > mostMonths ? back(mostMonths - 1, to) : asked;
  return { from, to, earliest: back(23, now) };
}

function workbookAnswer(bytes: Uint8Array, { from, to }: AlertStatistics): Answer {
  return {
    statusCode: 200,
    headers: {
      'content-type': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      'content-disposition': `attachment; filename="statistiques-${from}-${to}.xlsx"`,
      'cache-control': 'no-store',
    },
    isBase64Encoded: true,
    body: Buffer.from(bytes).toString('base64'),
  };
}

import { routes } from '../../contracts/routes.ts';
import type { ReportIssue } from '../../domain/report/report-catalogue.ts';
import type { ReportKind } from '../../domain/report/report-issue.ts';

type Asked = Pick<ReportIssue, 'programme' | 'kind' | 'period' | 'number'>;

const words: Readonly<Record<ReportKind, string>> = { daily: 'quotidien', weekly: 'hebdomadaire' };

/** Stable address of an issue, e.g. `/rapports/samps/quotidien/2025-07-04_001`. */
export function downloadPath({ programme, kind, period, number }: Asked): string {
  return routes.reportDownload.path
    .replace('{programme}', encodeURIComponent(programme))
    .replace('{kind}', words[kind])
    .replace('{issue}', `${period}_${String(number).padStart(3, '0')}`);
}

/** What such an address asks for; undefined when it is none. */
export function parseDownload(parameters: Readonly<Record<string, string | undefined>>): Asked | undefined {
  const { programme, kind: word, issue } = parameters;
  const kind = word === words.daily ? 'daily' : word === words.weekly ? 'weekly' : undefined;
  const match = /^(\d{4}-(?:\d{2}-\d{2}|W\d{2}))_(\d{3,})$/.exec(issue ?? '');
  const [, period, number] = match ?? [];
  return programme === undefined || kind === undefined || period === undefined
    ? undefined
    : { programme, kind, period, number: Number(number) };
}

import { routes } from '../../contracts/routes.ts';
import type { Attachment, ReportIssue } from '../../domain/report/report-catalogue.ts';
import { type ReportKind, reportKinds } from '../../domain/report/report-issue.ts';

type Asked = Pick<ReportIssue, 'programme' | 'kind' | 'period' | 'number'>;

const words: Readonly<Record<ReportKind, string>> = {
  daily: 'quotidien',
  weekly: 'hebdomadaire',
  cycle: 'cycle',
  dashboard: 'tableau-de-bord',
  pack: 'point-hebdomadaire',
};
const files: Readonly<Record<Attachment, string>> = { proof: 'preuve', journal: 'journal' };

/** Stable address of an issue, e.g. `/rapports/samps/quotidien/2025-07-04_001`, or of what was written beside it: `…?fichier=preuve`. */
export function downloadPath({ programme, kind, period, number }: Asked, attachment?: Attachment): string {
  const path = routes.reportDownload.path
    .replace('{programme}', encodeURIComponent(programme))
    .replace('{kind}', words[kind])
    .replace('{issue}', `${period}_${String(number).padStart(3, '0')}`);
  return attachment === undefined ? path : `${path}?fichier=${files[attachment]}`;
}

/** What such an address asks for; undefined when it is none. */
export function parseDownload(parameters: Readonly<Record<string, string | undefined>>): Asked | undefined {
  const { programme, kind: word, issue } = parameters;
  const kind = reportKinds.find((one) => words[one] === word);
  const match = /^(\d{4}-(?:\d{2}-\d{2}|W\d{2})|[a-z0-9]+_\d{8}T\d{6}Z-\d+)_(\d{3,})$/.exec(issue ?? '');
  const [, period, number] = match ?? [];
  return programme === undefined || kind === undefined || period === undefined
    ? undefined
    : { programme, kind, period, number: Number(number) };
}

/** Which file beside the report a query asks for; undefined = the report itself, or none such. */
export function parseAttachment(query: Readonly<Record<string, string | undefined>>): Attachment | undefined {
  return (['proof', 'journal'] as const).find((attachment) => files[attachment] === query['fichier']);
}

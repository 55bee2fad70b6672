import { tables } from '../contracts/tables.ts';
import { isAttachment, type ReportIssue } from '../domain/report/report-catalogue.ts';
import { type ReportKind, reportKinds } from '../domain/report/report-issue.ts';

/** An issue back from its item; throws naming the item when it is none. */
export function parseReportItem(item: Readonly<Record<string, unknown>>): ReportIssue {
  const { programme, kind, period, number, state, generatedAt, key, noticed } = item;
  if (
    typeof programme === 'string' &&
    isReportKind(kind) &&
    typeof period === 'string' &&
    typeof number === 'number' &&
    (state === 'provisional' || state === 'definitive') &&
    typeof generatedAt === 'string' &&
    typeof key === 'string'
  ) {
    const published = parsePublished(item['published']);
    const issue: ReportIssue = { programme, kind, period, number, state, generatedAt, key, noticed: noticed === true };
    return published === undefined ? issue : { ...issue, published };
  }
  const { partitionKey, sortKey } = tables.reports;
  throw new Error(
    `Report item "${String(item[partitionKey])}" "${String(item[sortKey])}" is not an issue; accepted: programme, kind ${reportKinds.join(', ')}, period, number, state provisional or definitive, generatedAt, key`,
  );
}

function isReportKind(value: unknown): value is ReportKind {
  return reportKinds.some((kind) => kind === value);
}

function parsePublished(value: unknown): ReportIssue['published'] {
  if (typeof value !== 'object' || value === null) {
    return undefined;
  }
  const { bytes, sourceHash, sourceEntries, attachments } = Object.fromEntries(Object.entries(value));
  if (typeof bytes !== 'number' || typeof sourceHash !== 'string' || typeof sourceEntries !== 'number') {
    return undefined;
  }
  const beside = Array.isArray(attachments) ? attachments.filter(isAttachment) : [];
  return { bytes, sourceHash, sourceEntries, ...(beside.length === 0 ? {} : { attachments: beside }) };
}

import type { IssueStamp, ReportKind } from './report-issue.ts';

/** An issue of a report, in the catalogue from the moment its number is taken. */
export interface ReportIssue extends IssueStamp {
  readonly programme: string;
  readonly kind: ReportKind;
  /** Local day `2025-07-04`, ISO week `2025-W27`, or cycle `canicule_20260706T070000Z-1`. */
  readonly period: string;
  /** Key of the file in the store. */
  readonly key: string;
  readonly published?: {
    /** Size of the file. */
    readonly bytes: number;
    /** Hash and number of the journal entries it was made from. */
    readonly sourceHash: string;
    readonly sourceEntries: number;
    /** What was written beside it. */
    readonly attachments?: readonly Attachment[];
  };
  /** Whether the named contacts were told. */
  readonly noticed: boolean;
}

/** A file beside a report: its proof, for whoever checks it, and the journal lines the proof is of. */
export type Attachment = keyof typeof attachmentFiles;

/** What the name of each attachment ends with. */
const attachmentFiles = { proof: '_preuve.json', journal: '_journal.ndjson' } as const;

/** Key, or file name, of an attachment of the report that has this one. */
export function attachmentKey(key: string, attachment: Attachment): string {
  return key.replace(/\.xlsx$/, attachmentFiles[attachment]);
}

export function isAttachment(value: unknown): value is Attachment {
  return typeof value === 'string' && Object.hasOwn(attachmentFiles, value);
}

/** Port: the issues of reports and their numbers. */
export interface ReportCatalogue {
  /** Every issue of a period, by number. */
  issuesOf(programme: string, kind: ReportKind, period: string): Promise<readonly ReportIssue[]>;
  /** Adds an issue under its number; false when the number is taken. */
  claim(issue: ReportIssue): Promise<boolean>;
  /** Writes what became of an issue. */
  update(issue: ReportIssue): Promise<void>;
}

/** Port: what the report page reads. */
export interface PublishedReports {
  /** Published issues of a programme, latest period first, then latest number first; at most `limit`. */
  latest(programme: string, kind: ReportKind, limit: number): Promise<readonly ReportIssue[]>;
  find(programme: string, kind: ReportKind, period: string, number: number): Promise<ReportIssue | undefined>;
}

/** Port: files of reports. */
export interface ReportStore {
  put(key: string, bytes: Uint8Array): Promise<void>;
}

/** Port: a link that opens one file for a short time, for whoever just proved who they are (COMMON-29). */
export interface ReportLinks {
  link(key: string, fileName: string): Promise<string>;
}

/** Port: tells the named contacts of a programme. Plain text, no figure and no name: it leaves our walls. */
export interface ReportNotices {
  tell(programme: string, subject: string, text: string): Promise<void>;
}

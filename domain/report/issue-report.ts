import type { ReportSource } from './daily.ts';
import { typeset } from './french.ts';
import {
  type Attachment,
  attachmentKey,
  type ReportCatalogue,
  type ReportIssue,
  type ReportNotices,
  type ReportStore,
} from './report-catalogue.ts';
import { issueKey, kindLabel, type ReportKind, type ReportState, stateLabel } from './report-issue.ts';

export interface IssuePorts {
  readonly catalogue: ReportCatalogue;
  readonly store: ReportStore;
  readonly notices: ReportNotices;
  /** Address of the page that lists reports. Never a presigned address: it would die with the function's session. */
  readonly reportsUrl: string;
}

/** An order to issue a report: the same order twice is one issue (design decision 6). */
export interface IssueOrder {
  readonly programme: string;
  /** French name of the programme. */
  readonly title: string;
  readonly kind: ReportKind;
  readonly period: string;
  /** « vendredi 4 juillet 2025 » or « semaine 27 ». */
  readonly periodLabel: string;
  readonly state: ReportState;
  /** ISO instant of the order. */
  readonly tick: string;
  /** Nobody is told: the report is one of many of its period. Absent = the contacts are told. */
  readonly quiet?: boolean;
  /** Lays the report out. */
  readonly write: (issue: ReportIssue) => Promise<WrittenReport>;
}

export interface WrittenReport {
  readonly bytes: Uint8Array;
  readonly source: ReportSource;
  readonly attachments?: Readonly<Partial<Record<Attachment, Uint8Array>>>;
}

/** Numbers that may be taken between reading the catalogue and claiming; more than this many in a row is a fault. */
const claimTries = 5;

/**
 * Takes a number, writes the file, publishes it, tells the contacts. A crash at any point is repaired by the same order run again: it finds its
 * number, writes the same bytes under the same key, and goes on. Only the notice may be sent twice.
 */
export async function issueReport(order: IssueOrder, ports: IssuePorts): Promise<ReportIssue> {
  let issue = await claimNumber(order, ports.catalogue);
  if (issue.published === undefined) {
    const { bytes, source, attachments = {} } = await order.write(issue);
    const beside = attachmentsOf(attachments);
    for (const [attachment, content] of beside) {
      await ports.store.put(attachmentKey(issue.key, attachment), content);
    }
    await ports.store.put(issue.key, bytes);
    issue = {
      ...issue,
      published: {
        bytes: bytes.byteLength,
        sourceHash: source.hash,
        sourceEntries: source.entries,
        ...(beside.length === 0 ? {} : { attachments: beside.map(([attachment]) => attachment) }),
      },
    };
    await ports.catalogue.update(issue);
  }
  if (!issue.noticed && order.quiet !== true) {
    const { subject, text } = notice(order, issue, ports.reportsUrl);
    await ports.notices.tell(order.programme, subject, text);
    issue = { ...issue, noticed: true };
    await ports.catalogue.update(issue);
  }
  return issue;
}

function attachmentsOf(attachments: NonNullable<WrittenReport['attachments']>): [Attachment, Uint8Array][] {
  return (['proof', 'journal'] as const).flatMap((attachment): [Attachment, Uint8Array][] => {
    const content = attachments[attachment];
    return content === undefined ? [] : [[attachment, content]];
  });
}

async function claimNumber(order: IssueOrder, catalogue: ReportCatalogue): Promise<ReportIssue> {
  const { programme, kind, period, state, tick } = order;
  for (let tries = 0; tries < claimTries; tries += 1) {
    const issues = await catalogue.issuesOf(programme, kind, period);
    const mine = issues.find((issue) => issue.generatedAt === tick && issue.state === state);
    if (mine !== undefined) {
      return mine;
    }
    const number = Math.max(0, ...issues.map((issue) => issue.number)) + 1;
    const key = issueKey(programme, kind, period, { number, state });
    const issue: ReportIssue = { programme, kind, period, number, state, generatedAt: tick, key, noticed: false };
    if (await catalogue.claim(issue)) {
      return issue;
    }
  }
  throw new Error(`No number could be taken for the ${kind} report of ${period} in ${claimTries} tries`);
}

function notice(order: IssueOrder, issue: ReportIssue, reportsUrl: string) {
  const state = stateLabel(order.state);
  const ofWeek = order.kind === 'weekly' || order.kind === 'pack';
  const period = ofWeek ? `de la ${order.periodLabel}` : `du ${order.periodLabel}`;
  return {
    subject: `${order.title} : rapport ${kindLabel(order.kind)} ${state} ${period}`,
    text: typeset(
      [
        'Bonjour,',
        '',
        `Le rapport ${kindLabel(order.kind)} ${state} ${period} (édition n° ${issue.number}) est disponible.`,
        '',
        'Pour l’ouvrir, connectez-vous à la page des rapports :',
        reportsUrl,
        '',
        `${order.title}`,
        'Message automatique, merci de ne pas y répondre.',
      ].join('\n'),
    ),
  };
}

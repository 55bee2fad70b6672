import { addDays, epochMs, localDay } from '../calendar/local-time.ts';
import { openingAt } from '../calendar/opening.ts';
import { type Campaign, type Cycle, cycleKey } from '../campaign/campaign.ts';
import type { CampaignRegister } from '../campaign/campaign-register.ts';
import type { Content } from '../content/content.ts';
import type { JournalEntry } from '../journal/entry.ts';
import type { Journal } from '../journal/journal.ts';
import { canonicalLines, type Sha256 } from '../journal/journal-hash.ts';
import { shortMoment } from '../report/french.ts';
import type { Issued } from '../report/issue-daily.ts';
import { type IssuePorts, issueReport, type WrittenReport } from '../report/issue-report.ts';
import type { ReportIssue } from '../report/report-catalogue.ts';
import type { IssueStamp, ReportState } from '../report/report-issue.ts';
import type { CycleWorkbooks } from '../report/workbooks.ts';
import { cycleFacts } from './cycle-facts.ts';
import { type CycleSubject, cycleReport } from './cycle-report.ts';
import { promiseProof } from './promise-proof.ts';

export interface CyclesOrder {
  readonly programme: { readonly name: string; readonly title: string };
  /** ISO instant at which the schedule was due. */
  readonly tick: string;
}

export type CyclePorts = IssuePorts & {
  readonly campaigns: Pick<CampaignRegister, 'campaigns'>;
  readonly journal: Pick<Journal, 'read'>;
  readonly content: Content;
  readonly workbooks: CycleWorkbooks;
  readonly sha256: Sha256;
};

/** After the end of a cycle, its last records and dispositions are awaited this long before its definitive report. */
const settleMs = 30 * 60_000;

/**
 * Each hour: the progress of every cycle in which people were called since the last, provisional; and once it has ended, its definitive report with
 * its proof and the journal lines behind it (REFLEX-02, REFLEX-32). The contacts are told of the definitive one only.
 */
export async function issueCycles({ programme, tick }: CyclesOrder, ports: CyclePorts): Promise<Issued> {
  const issues: ReportIssue[] = [];
  for (const campaign of await ports.campaigns.campaigns(programme.name)) {
    // Of a fed campaign, which has no end, the dashboards of the follow-up tell (ARS-23).
    for (const cycle of campaign.cycles.filter(({ fed }) => fed !== true)) {
      const state = await dueState(programme.name, campaign, cycle, tick, ports);
      if (state !== undefined) {
        issues.push(await issue(programme, campaign, cycle, { state, tick }, ports));
      }
    }
  }
  return issues.length > 0
    ? { issues }
    : { issues, nothingBecause: `${programme.name} has no cycle that anything happened in since the last report` };
}

async function dueState(
  programme: string,
  campaign: Campaign,
  cycle: Cycle,
  tick: string,
  { content, catalogue }: CyclePorts,
): Promise<ReportState | undefined> {
  if (cycle.endedAt !== undefined && epochMs(tick) >= epochMs(cycle.endedAt) + settleMs) {
    const issued = await catalogue.issuesOf(programme, 'cycle', cycleKey(campaign.id, cycle.n));
    const done = issued.some(({ state, generatedAt }) => state === 'definitive' && generatedAt !== tick);
    return done ? undefined : 'definitive';
  }
  const calendar = await content.inForce(programme, 'calendar', tick);
  const lastMinute = new Date(epochMs(tick) - 60_000).toISOString();
  return cycle.from < tick && openingAt(calendar, lastMinute).state === 'open' ? 'provisional' : undefined;
}

async function issue(
  programme: CyclesOrder['programme'],
  campaign: Campaign,
  cycle: Cycle,
  { state, tick }: { readonly state: ReportState; readonly tick: string },
  ports: CyclePorts,
): Promise<ReportIssue> {
  const subject = await subjectOf(programme, campaign, cycle, ports.content);
  return await issueReport(
    {
      programme: programme.name,
      title: programme.title,
      kind: 'cycle',
      period: cycleKey(campaign.id, cycle.n),
      periodLabel: `cycle ${cycle.n} (${subject.label}, activé le ${shortMoment(subject.calendar.timeZone, cycle.from)})`,
      state,
      tick,
      quiet: state === 'provisional',
      write: (stamp) => write(subject, { campaign: campaign.id, cycle: cycle.n }, { cycle, stamp }, ports),
    },
    ports,
  );
}

async function write(
  subject: CycleSubject,
  name: { readonly campaign: string; readonly cycle: number },
  { cycle, stamp }: { readonly cycle: Cycle; readonly stamp: IssueStamp },
  { journal, workbooks, sha256 }: CyclePorts,
): Promise<WrittenReport> {
  const { timeZone } = subject.calendar;
  const last = localDay(timeZone, stamp.generatedAt);
  const entries: JournalEntry[] = [];
  for (let day = localDay(timeZone, cycle.from); day <= last; day = addDays(day, 1)) {
    entries.push(...(await journal.read(subject.programme, day)));
  }
  const facts = cycleFacts(entries, name);
  if (facts === undefined) {
    throw new Error(
      `Cycle ${name.cycle} of ${name.campaign} is not in the journal; accepted: a cycle that was activated`,
    );
  }
  const report = cycleReport(subject, facts, stamp.generatedAt, sha256);
  const bytes = await workbooks.cycle(report, stamp);
  if (stamp.state === 'provisional') {
    return { bytes, source: report.source };
  }
  const encoder = new TextEncoder();
  return {
    bytes,
    source: report.source,
    attachments: {
      proof: encoder.encode(`${JSON.stringify(promiseProof(report), undefined, 1)}\n`),
      journal: encoder.encode(`${canonicalLines(facts.entries)}\n`),
    },
  };
}

async function subjectOf(
  { name, title }: CyclesOrder['programme'],
  campaign: Campaign,
  { from }: Cycle,
  content: Content,
): Promise<CycleSubject> {
  const [calendar, types, questionnaires, rules] = await Promise.all([
    content.inForce(name, 'calendar', from),
    content.inForce(name, 'campaignTypes', from),
    content.inForce(name, 'questionnaires', from),
    content.inForce(name, 'referralRules', from),
  ]);
  const type = types.find(({ code }) => campaign.type === code || campaign.type === `${code}drill`);
  const levels = questionnaires.find(({ id }) => id === type?.questionnaire)?.levels ?? [];
  return {
    programme: name,
    title,
    label: type?.label ?? campaign.type,
    calendar,
    cells: Object.fromEntries(rules.cells.map(({ code, label }) => [code, label])),
    levels: Object.fromEntries(levels.map(({ code, label }) => [code, label])),
  };
}

import { type AppointmentCount, appointmentCounts } from '../appointment/appointment-counts.ts';
import type { ProgrammeCalendar } from '../calendar/calendar.ts';
import type { CampaignType } from '../campaign/campaign-type.ts';
import type { JournalEntry } from '../journal/entry.ts';
import { canonicalEntries, journalHash, type Sha256 } from '../journal/journal-hash.ts';
import type { MotiveDefinition, SchemeDefinition } from '../programme/programme.ts';
import { dayFacts } from './day-facts.ts';
import { dayFigures, endOfDay } from './day-figures.ts';
import { addFigures, type Figures, noFigures } from './figures.ts';
import { type HalfHour, halfHours } from './half-hours.ts';
import { type MotiveCount, motiveCounts } from './motive-counts.ts';
import { orderFacts } from './order-facts.ts';
import { type CampaignProgress, orderProgress } from './order-progress.ts';
import { type PendingQuestion, pendingQuestions } from './pending-questions.ts';
import { rowOf, type SchemeRow, schemeRows } from './scheme-rows.ts';

/** What a report is about, as in force on its day (dated content). */
export interface ReportSubject {
  readonly programme: string;
  /** French name, e.g. « SAMPS – Province Sud ». */
  readonly title: string;
  readonly calendar: ProgrammeCalendar;
  readonly schemes: readonly SchemeDefinition[];
  readonly motives: readonly MotiveDefinition[];
  /** Objective of the answer rate, 0..1. */
  readonly answerRateObjective: number;
  /** Kinds of campaigns; absent where the programme calls nobody on its own account. */
  readonly campaignTypes?: readonly CampaignType[];
}

export interface SchemeFigures extends SchemeRow {
  readonly figures: Figures;
}

/** The daily report (SAMPS-35, SAMPS-38, requirements §6.1): a pure function of the journal. All that a workbook shows, and nothing of its layout. */
export interface DailyReport {
  readonly subject: ReportSubject;
  /** Local day `YYYY-MM-DD`. */
  readonly day: string;
  readonly schemes: readonly SchemeFigures[];
  readonly total: Figures;
  readonly halfHours: readonly HalfHour[];
  readonly motives: readonly MotiveCount[];
  /** Orders of calls that were in hand on the day. */
  readonly campaigns: readonly CampaignProgress[];
  /** What agents did of appointments on the day, by place and scheme. */
  readonly appointments: readonly AppointmentCount[];
  readonly questions: readonly PendingQuestion[];
  readonly source: ReportSource;
}

/** What a report was read from. */
export interface ReportSource {
  readonly entries: number;
  /** SHA-256 of the canonical entries. */
  readonly hash: string;
  /** Chains of segments whose first one is missing: calls not counted yet. */
  readonly orphans: number;
}

/** `entries` and `asOf`: see `dayFacts`. */
export function daily(
  subject: ReportSubject,
  day: string,
  entries: readonly JournalEntry[],
  asOf: string,
  sha256: Sha256,
): DailyReport {
  const facts = dayFacts(entries, day, asOf);
  const orders = orderFacts(entries, day, subject.calendar);
  const source = [...facts.entries, ...orders.orders, ...orders.people, ...orders.attempts];
  const rows = schemeRows(subject.schemes);
  const known = rowOf(rows);
  const codes = rows.map(({ code }) => code);
  const figures = dayFigures(facts, subject.calendar, codes, known);
  const schemes = rows.map((row) => ({ ...row, figures: figures.get(row.code) ?? noFigures }));
  return {
    subject,
    day,
    schemes,
    total: addFigures(schemes.map((scheme) => scheme.figures)),
    halfHours: halfHours(subject.calendar, day, facts.calls, facts.statuses, known),
    motives: motiveCounts(subject.motives, facts.contacts, facts.wrapUps, known),
    campaigns: orderProgress(orders, day, { calendar: subject.calendar, types: subject.campaignTypes ?? [] }),
    appointments: appointmentCounts(facts.appointments, day),
    questions: pendingQuestions(subject.calendar, facts.questions, endOfDay(subject.calendar, day)),
    source: { entries: canonicalEntries(source).length, hash: journalHash(source, sha256), orphans: facts.orphans },
  };
}

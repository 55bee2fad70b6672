import type { ProgrammeCalendar } from '../calendar/calendar.ts';
import type { JournalEntry, Scheme } from '../journal/entry.ts';
import { journalHash, type Sha256 } from '../journal/journal-hash.ts';
import type { MotiveDefinition, SchemeDefinition } from '../programme/programme.ts';
import { dayFacts } from './day-facts.ts';
import { dayFigures, endOfDay } from './day-figures.ts';
import { addFigures, type Figures, noFigures } from './figures.ts';
import { type HalfHour, halfHours } from './half-hours.ts';
import { type MotiveCount, motiveCounts } from './motive-counts.ts';
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
}

export interface SchemeFigures extends SchemeRow {
  readonly figures: Figures;
}

/** Progress of an outbound campaign. Counts of people. */
export interface CampaignProgress {
  readonly name: string;
  readonly orderedBy: string;
  /** Local day. */
  readonly deadline: string;
  readonly total: number;
  readonly done: number;
  readonly reached: number;
  readonly remaining: number;
  /** Local day. */
  readonly projectedEnd?: string;
}

export interface AppointmentCount {
  /** Place or kind, in French. */
  readonly place: string;
  readonly scheme: Scheme;
  readonly taken: number;
  readonly moved: number;
  readonly cancelled: number;
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
  /** Outbound campaigns and appointments have no journal entries yet: these lists are empty until they do. */
  readonly campaigns: readonly CampaignProgress[];
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
    campaigns: [],
    appointments: [],
    questions: pendingQuestions(subject.calendar, facts.questions, endOfDay(subject.calendar, day)),
    source: { entries: facts.entries.length, hash: journalHash(facts.entries, sha256), orphans: facts.orphans },
  };
}

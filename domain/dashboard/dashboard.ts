import type { ProgrammeCalendar } from '../calendar/calendar.ts';
import type { Coded, FollowedStatus } from '../follow-up/protocol.ts';
import type { JournalEntry } from '../journal/entry.ts';
import { journalHash, type Sha256 } from '../journal/journal-hash.ts';
import type { ReportSource } from '../report/daily.ts';
import { countDay } from './count-day.ts';
import { type DashboardFacts, dashboardFacts, type Whose } from './dashboard-facts.ts';
import type { DashboardFigures } from './dashboard-figures.ts';
import type { DashboardRules } from './dashboard-rules.ts';

/** What a dashboard is about, as in force on its day. */
export interface DashboardSubject {
  readonly programme: string;
  /** French name. */
  readonly title: string;
  readonly calendar: ProgrammeCalendar;
  readonly rules: DashboardRules;
  readonly statuses: readonly FollowedStatus[];
  /** Codes of moments, in the order of their days. */
  readonly moments: readonly string[];
  readonly territories: readonly Coded[];
  readonly refusalMotives: readonly Coded[];
  readonly abandonMotives: readonly Coded[];
}

export interface DashboardRow {
  /** Empty: whoever or whatever is of none. */
  readonly code: string;
  /** French. */
  readonly label: string;
  readonly figures: DashboardFigures;
}

export interface MotiveRow {
  readonly code: string;
  readonly label: string;
  readonly count: number;
}

/** Somebody who was not tested, for the third contact (ARS-32). Ids only. */
export interface NotTested {
  readonly recipientId: string;
  readonly departement: string;
  /** ISO instant at which it was told. */
  readonly since: string;
}

/** The dashboard of a day (requirements §6.5, ARS-23..33): a pure function of the journal, and nothing of its layout. */
export interface Dashboard {
  readonly subject: DashboardSubject;
  readonly day: string;
  readonly total: DashboardFigures;
  /** Each adds up to the total. */
  readonly departements: readonly DashboardRow[];
  readonly types: readonly DashboardRow[];
  readonly statuses: readonly DashboardRow[];
  readonly refusals: readonly MotiveRow[];
  readonly abandons: readonly MotiveRow[];
  readonly notTested: readonly NotTested[];
  readonly source: ReportSource;
}

/** `entries`: see `dashboardFacts`. */
export function dashboard(
  subject: DashboardSubject,
  day: string,
  entries: readonly JournalEntry[],
  sha256: Sha256,
): Dashboard {
  const facts = dashboardFacts(entries, day);
  const { rules } = subject;
  const figures = (holds: (whose: Whose) => boolean) => countDay(facts, rules, holds);
  const rowsBy = (known: readonly Coded[], codeOf: (whose: Whose) => string, otherwise: string) => {
    const codes = new Set(known.map(({ code }) => code));
    const rows = known.map((one) => ({ ...one, figures: figures((whose) => codeOf(whose) === one.code) }));
    const rest = figures((whose) => !codes.has(codeOf(whose)));
    return isEmpty(rest) ? rows : [...rows, { code: '', label: otherwise, figures: rest }];
  };
  return {
    subject,
    day,
    total: figures(() => true),
    departements: rowsBy(subject.territories, ({ subject: id }) => facts.kindOf(id).departement, 'Hors région'),
    types: rowsBy(typesOf(subject), ({ moment }) => typeOf(moment), 'Hors contact prévu'),
    statuses: rowsBy(subject.statuses, ({ subject: id }) => facts.kindOf(id).status, 'Statut inconnu'),
    refusals: motiveRows(facts, 'refused', subject.refusalMotives),
    abandons: motiveRows(facts, 'abandoned', subject.abandonMotives),
    notTested: notTestedOf(facts),
    source: { entries: facts.entries.length, hash: journalHash(facts.entries, sha256), orphans: 0 },
  };
}

/** « J7 » for `j7` and for what completes it, e.g. `j7bis`. */
function typeOf(moment: string): string {
  return /^j\d+/.exec(moment)?.[0].toUpperCase() ?? '';
}

function typesOf({ moments }: DashboardSubject): readonly Coded[] {
  return [...new Set(moments.map(typeOf))].map((code) => ({ code, label: code }));
}

function isEmpty(figures: DashboardFigures): boolean {
  const { answerDelays: _, extra, ...numbers } = figures;
  return (
    Object.values(numbers).every((value) => value === 0) &&
    Object.values(extra).every(({ count, of }) => count === 0 && of === 0)
  );
}

function motiveRows(
  facts: DashboardFacts,
  type: 'refused' | 'abandoned',
  known: readonly Coded[],
): readonly MotiveRow[] {
  const met = facts.followUps.flatMap(({ change }) => (change.type === type ? change.motive : []));
  const others = [...new Set(met)].filter((code) => !known.some((motive) => motive.code === code)).sort();
  return [...known, ...others.map((code) => ({ code, label: code }))].map(({ code, label }) => ({
    code,
    label,
    count: met.filter((motive) => motive === code).length,
  }));
}

function notTestedOf(facts: DashboardFacts): readonly NotTested[] {
  return facts.followUps
    .filter(({ change }) => change.type === 'not-tested')
    .map(({ subject, departement, time }) => ({ recipientId: subject, departement, since: time }));
}

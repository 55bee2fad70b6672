import type { Coded } from '../follow-up/protocol.ts';
import type { Sha256 } from '../journal/journal-hash.ts';
import type { ReportSource } from '../report/daily.ts';
import type { Dashboard, DashboardSubject } from './dashboard.ts';
import { addDashboards, type DashboardFigures } from './dashboard-figures.ts';

export interface PackDay {
  /** Local day. */
  readonly day: string;
  readonly figures: DashboardFigures;
}

export interface PackRow {
  readonly code: string;
  /** French. */
  readonly label: string;
  readonly figures: DashboardFigures;
  /** Of the week before. */
  readonly before: DashboardFigures;
}

/** What the weekly meeting looks at (ARS-34): the indicators by day and by département, and the week before. */
export interface Pack {
  readonly subject: DashboardSubject;
  /** ISO week, e.g. `2026-W09`. */
  readonly week: string;
  readonly days: readonly PackDay[];
  readonly total: DashboardFigures;
  readonly before: DashboardFigures;
  readonly departements: readonly PackRow[];
  readonly types: readonly PackRow[];
  readonly source: ReportSource;
}

/** `week` and `before`: dashboards of the days of each week, those that are over, in order. At least one of `week`. */
export function pack(
  subject: DashboardSubject,
  name: string,
  week: readonly Dashboard[],
  before: readonly Dashboard[],
  sha256: Sha256,
): Pack {
  const boards = [...week, ...before];
  return {
    subject,
    week: name,
    days: week.map(({ day, total }) => ({ day, figures: total })),
    total: addDashboards(week.map(({ total }) => total)),
    before: addDashboards(before.map(({ total }) => total)),
    departements: rows(week, before, ({ departements }) => departements),
    types: rows(week, before, ({ types }) => types),
    source: {
      entries: boards.reduce((sum, { source }) => sum + source.entries, 0),
      hash: sha256(boards.map(({ day, source }) => `${day} ${source.hash}`).join('\n')),
      orphans: 0,
    },
  };
}

type Rows = Dashboard['types'];

function rows(
  week: readonly Dashboard[],
  before: readonly Dashboard[],
  rowsOf: (board: Dashboard) => Rows,
): readonly PackRow[] {
  const labels = new Map<string, Coded>();
  for (const { code, label } of [...week, ...before].flatMap(rowsOf)) {
    labels.set(code, { code, label });
  }
  // What is of no row of its own comes last.
  const known = [...labels.values()].sort((a, b) => Number(a.code === '') - Number(b.code === ''));
  const sum = (boards: readonly Dashboard[], code: string) =>
    addDashboards(
      boards.flatMap((board) => rowsOf(board).filter((row) => row.code === code)).map((row) => row.figures),
    );
  return known.map(({ code, label }) => ({ code, label, figures: sum(week, code), before: sum(before, code) }));
}

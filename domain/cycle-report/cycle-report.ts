import type { ProgrammeCalendar } from '../calendar/calendar.ts';
import { journalHash, type Sha256 } from '../journal/journal-hash.ts';
import { connectedSpans } from '../report/agent-spans.ts';
import type { ReportSource } from '../report/daily.ts';
import { tally } from '../report/tally.ts';
import { type CellFigures, cellFigures } from './cell-figures.ts';
import type { CycleFacts } from './cycle-facts.ts';
import { type CycleFigures, cycleFigures, figuresBy } from './cycle-figures.ts';
import { type CycleHalfHour, connectedMs, halfHourFigures, openSpans } from './cycle-half-hours.ts';
import { type Correction, correctionsOf, type Unreached, unreachedOf } from './follow-ups.ts';
import { type PromiseFigures, promiseFigures } from './promise-figures.ts';
import { type RankFigures, rankFigures } from './rank-figures.ts';
import { usefulAttempt } from './useful-attempt.ts';

/** What a cycle's report is about, as in force at its activation. */
export interface CycleSubject {
  readonly programme: string;
  /** French name of the programme. */
  readonly title: string;
  /** French name of the kind of campaign, e.g. « Canicule ». */
  readonly label: string;
  readonly calendar: ProgrammeCalendar;
  /** French names of cells, and of levels, by code. */
  readonly cells: Readonly<Record<string, string>>;
  readonly levels: Readonly<Record<string, string>>;
}

/** The report of a cycle (REFLEX-32), hourly while it runs and once at its end: a pure function of the journal. */
export interface CycleReport {
  readonly subject: CycleSubject;
  readonly facts: CycleFacts;
  readonly asOf: string;
  readonly total: CycleFigures;
  readonly sectors: ReturnType<typeof figuresBy>;
  readonly ages: ReturnType<typeof figuresBy>;
  readonly ranks: readonly RankFigures[];
  readonly halfHours: readonly CycleHalfHour[];
  /** Useful contacts by level, by code. */
  readonly levels: Readonly<Record<string, number>>;
  readonly cells: readonly CellFigures[];
  readonly unreached: readonly Unreached[];
  readonly corrections: readonly Correction[];
  readonly promises: PromiseFigures;
  /** Mean of conversation + hold + wrap-up over the useful contacts (REFLEX-29); absent without any. */
  readonly handlingSeconds?: number;
  /** Of agents connected during the cycle's opening hours. */
  readonly agentHours: number;
  readonly source: ReportSource;
}

export function cycleReport(subject: CycleSubject, facts: CycleFacts, asOf: string, sha256: Sha256): CycleReport {
  const { people } = facts;
  const spans = openSpans(subject.calendar, facts, asOf);
  const connected = connectedSpans(facts.statuses);
  const handling = handlingSeconds(facts);
  return {
    subject,
    facts,
    asOf,
    total: cycleFigures(people),
    sectors: figuresBy(people, ({ loaded }) => loaded.sector),
    ages: figuresBy(people, ({ loaded }) => loaded.ageBand),
    ranks: rankFigures(people),
    halfHours: halfHourFigures(subject.calendar, spans, people, connected),
    levels: tally(
      people.flatMap(({ questionnaire }) => (questionnaire?.state === 'complete' ? (questionnaire.level ?? []) : [])),
    ),
    cells: cellFigures(facts.referrals),
    unreached: unreachedOf(people),
    corrections: people.flatMap(correctionsOf),
    promises: promiseFigures(people),
    ...(handling === undefined ? {} : { handlingSeconds: handling }),
    agentHours: spans.reduce((sum, span) => sum + connectedMs(span, connected), 0) / 3_600_000,
    source: { entries: facts.entries.length, hash: journalHash(facts.entries, sha256), orphans: 0 },
  };
}

/** A talk belongs to a useful contact when it is of the attempt that completed the questionnaire. */
function handlingSeconds({ people, talks }: CycleFacts): number | undefined {
  const useful = new Set(people.flatMap((person) => usefulAttempt(person)?.attemptId ?? []));
  const counted = talks.filter(({ attemptId }) => attemptId !== undefined && useful.has(attemptId));
  const seconds = counted.reduce(
    (sum, { agent }) => sum + agent.interactionSeconds + agent.holdSeconds + agent.afterContactSeconds,
    0,
  );
  return counted.length === 0 ? undefined : seconds / counted.length;
}

import type { WatchCode, WatchEpisode, WatchRule } from '../../contracts/watch.ts';
import type { RuleState, WatchNotice, WatchState } from './watch-state.ts';

/**
 * A figure that is watched. Null: it says nothing now (closed, too few calls), so that what lasted is over. Absent from the figures: it could not be
 * read, so that everything stays as it was.
 */
export type WatchFigures = Readonly<Partial<Record<WatchCode, WatchFigure | null>>>;

export interface WatchFigure {
  readonly value: number;
  /** Calls that a rate is of. */
  readonly of?: number;
}

export interface WatchStep {
  /** Undefined when nothing changed. `ended` and `pending` are the state's own. */
  readonly rules: WatchState['rules'] | undefined;
  readonly ended: readonly WatchEpisode[];
  readonly notices: readonly WatchNotice[];
}

const minuteMs = 60_000;

/**
 * What begins, lasts and ends at `at` (ISO instant). A pure function: the same look twice says the same, and since its outcome is written over the state
 * it was made from, an episode is told once when it begins and once when it ends, however often the clock strikes.
 */
export function stepWatch(
  state: Pick<WatchState, 'at' | 'rules'>,
  rules: readonly WatchRule[],
  figures: WatchFigures,
  at: string,
): WatchStep {
  const nothing: WatchStep = { rules: undefined, ended: [], notices: [] };
  if (at < state.at) {
    return nothing;
  }
  let next = state.rules;
  const ended: WatchEpisode[] = [];
  const notices: WatchNotice[] = [];
  for (const rule of rules) {
    const { code } = rule;
    const figure = rule.on ? figures[code] : null;
    if (figure === undefined) {
      continue;
    }
    const before = state.rules[code] ?? {};
    const { after, notice } = stepRule(before, rule, figure, at);
    if (after !== before) {
      next = { ...next, [code]: after };
    }
    if (notice !== undefined) {
      notices.push(notice);
      if (notice.type === 'ended') ended.push(notice.episode);
    }
  }
  return { rules: next === state.rules ? undefined : next, ended, notices };
}

interface RuleStep {
  readonly after: RuleState;
  readonly notice?: WatchNotice;
}

function stepRule(before: RuleState, rule: WatchRule, figure: WatchFigure | null, at: string): RuleStep {
  return before.episode === undefined
    ? stepQuiet(before, rule, figure, at)
    : stepEpisode(before, before.episode, rule, figure, at);
}

function stepQuiet(before: RuleState, rule: WatchRule, figure: WatchFigure | null, at: string): RuleStep {
  const isAbove = figure !== null && figure.value > rule.above && (figure.of ?? Infinity) >= (rule.least ?? 0);
  if (!isAbove) {
    return { after: before.since === undefined ? before : {} };
  }
  const since = before.since ?? at;
  if (minutesBetween(since, at) < rule.lastsMinutes) {
    return { after: before.since === undefined ? { since } : before };
  }
  const { code, told } = rule;
  const episode: WatchEpisode = { id: `${code}-${at}`, code, beganAt: at, value: figure.value, told };
  return { after: { episode, toldAt: at }, notice: noticeOf('began', episode, at, figure.value) };
}

function stepEpisode(
  before: RuleState,
  episode: WatchEpisode,
  rule: WatchRule,
  figure: WatchFigure | null,
  at: string,
): RuleStep {
  const end = (value: number): RuleStep => {
    const over = { ...episode, endedAt: at };
    return { after: {}, notice: noticeOf('ended', over, at, value) };
  };
  if (figure === null) {
    return end(episode.value);
  }
  const { value } = figure;
  if (value <= rule.until) {
    const since = before.since ?? at;
    if (minutesBetween(since, at) >= rule.lastsMinutes) {
      return end(value);
    }
    return { after: before.since === undefined ? { ...before, since } : before };
  }
  const { since: _, ...lasting } = before;
  const { toldAt = episode.beganAt } = before;
  if (rule.reminderHours > 0 && minutesBetween(toldAt, at) >= rule.reminderHours * 60) {
    return { after: { ...lasting, toldAt: at }, notice: noticeOf('reminder', episode, at, value) };
  }
  return { after: before.since === undefined ? before : lasting };
}

function noticeOf(type: WatchNotice['type'], episode: WatchEpisode, at: string, value: number): WatchNotice {
  return { id: `${episode.id}#${type}${type === 'reminder' ? `-${at}` : ''}`, type, episode, at, value };
}

function minutesBetween(from: string, to: string): number {
  return (Date.parse(to) - Date.parse(from)) / minuteMs;
}

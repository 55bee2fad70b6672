import type { ProgrammeCalendar } from '../calendar/calendar.ts';
import { epochMs } from '../calendar/local-time.ts';
import { openMinutesBetween } from '../calendar/opening.ts';
import type { QuestionEntry, Scheme } from '../journal/entry.ts';

/** A question parked for the client that is not closed (SAMPS-23). `answered`: the client answered, the person is still to be told. */
export interface PendingQuestion {
  readonly id: string;
  /** ISO instant. */
  readonly openedAt: string;
  readonly scheme: Scheme;
  readonly text: string;
  /** Age in minutes of opening. */
  readonly openMinutes: number;
  readonly state: 'open' | 'answered';
}

/** Questions not closed at `until` (ISO instant, excluded), oldest first. `entries`: the whole history of questions. */
export function pendingQuestions(
  calendar: ProgrammeCalendar,
  entries: readonly QuestionEntry[],
  until: string,
): readonly PendingQuestion[] {
  const byId = new Map<string, QuestionEntry[]>();
  for (const entry of entries) {
    if (epochMs(entry.time) < epochMs(until)) {
      const known = byId.get(entry.questionId);
      if (known === undefined) {
        byId.set(entry.questionId, [entry]);
      } else {
        known.push(entry);
      }
    }
  }
  const pending: PendingQuestion[] = [];
  for (const [id, changes] of byId) {
    const opened = changes
      .filter(({ change }) => change === 'opened')
      .sort((a, b) => (a.time + a.id < b.time + b.id ? -1 : 1))[0];
    if (opened !== undefined && !changes.some(({ change }) => change === 'closed')) {
      pending.push({
        id,
        openedAt: opened.time,
        scheme: opened.scheme,
        text: opened.text ?? '',
        openMinutes: openMinutesBetween(calendar, opened.time, until),
        state: changes.some(({ change }) => change === 'answered') ? 'answered' : 'open',
      });
    }
  }
  return pending.sort((a, b) => (a.openedAt + a.id < b.openedAt + b.id ? -1 : 1));
}

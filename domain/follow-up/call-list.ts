import type { JournalEntry } from '../journal/entry.ts';
import { ofKind } from '../journal/of-kind.ts';
import type { CallReason } from './followed-person.ts';
import type { Protocol } from './protocol.ts';

/** One person to call on a day (ARS-05). */
export interface CallLine {
  readonly recipientId: string;
  readonly moment: string;
  /** French kind of call: « 1er contact », « Contact supplémentaire », « 2e prise de contact »… */
  readonly callType: string;
  readonly reason: CallReason | 'postponed';
  /** ISO instant from which they are on the list. */
  readonly since: string;
  /** Came after the list was settled (ARS-36). */
  readonly added: boolean;
  readonly state: 'to-call' | 'done' | 'unreachable' | 'withdrawn' | 'postponed';
  readonly attempts: number;
}

/**
 * The list of the people to call on a day, as the journal has it: who became due, and who was put off to it. `entries`: of that day and of the open day
 * before. In the order of priority in force, then the longest due first.
 */
export function callList(
  day: string,
  entries: readonly JournalEntry[],
  { moments }: Pick<Protocol, 'moments'>,
  priority: readonly string[],
): readonly CallLine[] {
  const followUps = ofKind(entries, 'follow-up');
  const keyOf = (subject: string, moment = '') => `${moment} ${subject}`;
  const attempts = Map.groupBy(
    ofKind(entries, 'attempt').filter((one) => one.day === day && one.n > 0),
    ({ recipientId, campaign }) => keyOf(recipientId, campaign),
  );
  const lines = new Map<string, CallLine>();
  for (const { subject, moment = '', change, day: filed, time } of followUps) {
    const isDue = change.type === 'call-due' && filed === day;
    const isPutOff = change.type === 'postponed' && change.to === day;
    if (isDue || isPutOff) {
      const callType = moments.find(({ code }) => code === moment)?.callLabel ?? moment;
      lines.set(keyOf(subject, moment), {
        recipientId: subject,
        moment,
        callType: isDue ? change.callType : callType,
        reason: isDue ? change.reason : 'postponed',
        since: time,
        added: isDue && change.addedAfterFreeze,
        state: 'to-call',
        attempts: new Set(attempts.get(keyOf(subject, moment))?.map(({ attemptId }) => attemptId)).size,
      });
    }
  }
  const states = {
    done: 'done',
    unreachable: 'unreachable',
    'call-withdrawn': 'withdrawn',
    postponed: 'postponed',
  } as const;
  for (const { subject, moment, change, day: filed } of followUps) {
    const line = lines.get(keyOf(subject, moment));
    if (
      line !== undefined &&
      filed === day &&
      change.type in states &&
      !(change.type === 'postponed' && change.to === day)
    ) {
      const state = states[change.type as keyof typeof states];
      // Answered by web after the call had become due: done is what counts.
      lines.set(keyOf(subject, moment), line.state === 'done' ? line : { ...line, state });
    }
  }
  const rank = ({ moment }: CallLine) => (priority.includes(moment) ? priority.indexOf(moment) : priority.length);
  return [...lines.values()].sort(
    (a, b) => rank(a) - rank(b) || a.since.localeCompare(b.since) || (a.recipientId < b.recipientId ? -1 : 1),
  );
}

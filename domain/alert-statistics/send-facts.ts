import { type AlertEntry, parseLine } from '../alert/alert-entry.ts';
import { messageId } from '../alert/alert-messages.ts';
import { messagesScope } from '../consent/consent.ts';
import type { JournalEntry } from '../journal/entry.ts';
import { ofKind } from '../journal/of-kind.ts';
import { memberSubject } from '../member/member.ts';
import { type MessageOutcome, messageOutcomes } from '../message/message-outcomes.ts';
import { usualId } from '../message/message-page.ts';

/** What a figure counts: messages that left, and what became of them; those that did not leave; withdrawals of consent; SMS of those that left. */
export const countNames = ['sent', 'delivered', 'failed', 'undetermined', 'skipped', 'stops', 'parts'] as const;
export type CountName = (typeof countNames)[number];

/** One thing that happened, and where it counts. Month, groups, band and category are those of the day on which it left. */
export interface SendFact {
  /** YYYY-MM. */
  readonly month: string;
  /** Ids. */
  readonly groups: readonly string[];
  readonly category: string;
  readonly band: string;
  readonly counts: Readonly<Partial<Record<CountName, number>>>;
}

export const reminderCategory = 'rappel';
const unknown = { category: 'inconnu', groups: [], band: 'inconnu' } as const;

type Place = Pick<SendFact, 'category' | 'groups' | 'band'>;

interface Chosen extends Place {
  readonly id: string;
  readonly subject: string;
  readonly at: string;
  readonly month: string;
  readonly isSkipped: boolean;
}

/** Facts of one structure, from its journal alone: entries in any order, repeated or not, give the same. */
export function sendFacts(entries: readonly JournalEntry[], structure: string): readonly SendFact[] {
  const chosen = new Map(
    ofKind(entries, 'alert').flatMap((entry) => chosenOf(entry, structure).map((one) => [one.id, one] as const)),
  );
  const months = firstMonths(entries);
  return [
    ...[...chosen.values()].flatMap(({ isSkipped, month, category, groups, band }) =>
      isSkipped ? [{ month, category, groups, band, counts: { skipped: 1 } }] : [],
    ),
    ...messageOutcomes(entries).map((outcome) => ({
      month: chosen.get(outcome.messageId)?.month ?? months.get(outcome.messageId) ?? '',
      ...placeOf(chosen.get(outcome.messageId)),
      counts: countsOf(outcome),
    })),
    ...stopFacts(entries, [...chosen.values()]),
  ];
}

/** Month of the first that is told of each message: what becomes of it later counts there too. */
function firstMonths(entries: readonly JournalEntry[]): ReadonlyMap<string, string> {
  const months = new Map<string, string>();
  for (const { messageId, day } of ofKind(entries, 'message')) {
    const month = day.slice(0, 7);
    const known = months.get(messageId);
    if (known === undefined || month < known) {
      months.set(messageId, month);
    }
  }
  return months;
}

function chosenOf({ alertId, change, time, day }: AlertEntry, structure: string): readonly Chosen[] {
  if (change.type !== 'selected' && change.type !== 'reminders') {
    return [];
  }
  return change.lines.map((text) => {
    const cut = change.type === 'selected' ? 0 : text.indexOf('|') + 1;
    const { memberId, groups, band, skip } = parseLine(text.slice(cut));
    const subject = memberSubject(structure, memberId);
    const id =
      change.type === 'selected'
        ? messageId(alertId, structure, memberId)
        : usualId({ purpose: 'reminder', occasion: text.slice(0, cut - 1) }, subject);
    const category = change.type === 'selected' ? change.category : reminderCategory;
    return { id, subject, at: time, month: day.slice(0, 7), isSkipped: skip !== undefined, category, groups, band };
  });
}

function placeOf(chosen: Chosen | undefined): Place {
  const { category, groups, band } = chosen ?? unknown;
  return { category, groups, band };
}

function countsOf({ change, sentAt, parts }: MessageOutcome): SendFact['counts'] {
  switch (change.type) {
    case 'dropped':
      return { skipped: 1 };
    case 'undetermined':
      return { undetermined: 1 };
    case 'sent':
      return { sent: 1, parts };
    case 'delivered':
      return { sent: 1, delivered: 1, parts };
    // Refused by the provider at once: it never left.
    default:
      return sentAt === undefined ? { failed: 1 } : { sent: 1, failed: 1, parts };
  }
}

/** A withdrawal counts where the last message stood that the person had been chosen for. */
function stopFacts(entries: readonly JournalEntry[], chosen: readonly Chosen[]): readonly SendFact[] {
  const bySubject = Map.groupBy(chosen, ({ subject }) => subject);
  const stops = ofKind(entries, 'consent').filter(
    ({ scope, change, subject }) => scope === messagesScope && change === 'withdrawn' && subject !== undefined,
  );
  const unique = new Map(stops.map((entry) => [`${entry.subject} ${entry.day} ${entry.channel}`, entry]));
  return [...unique.values()].map(({ subject = '', time, day }) => {
    const last = (bySubject.get(subject) ?? [])
      .filter(({ at, isSkipped }) => at <= time && !isSkipped)
      .sort((a, b) => (a.at < b.at ? 1 : -1))[0];
    return { month: day.slice(0, 7), ...placeOf(last), counts: { stops: 1 } };
  });
}

import { parseAttemptId } from '../campaign/attempt-id.ts';
import type { AttemptEntry } from '../campaign/campaign-entry.ts';
import type { FollowUpEntry } from '../follow-up/follow-up-entry.ts';
import type { JournalEntry } from '../journal/entry.ts';
import { canonicalEntries } from '../journal/journal-hash.ts';
import { ofKind } from '../journal/of-kind.ts';
import { type MessageOutcome, messageOutcomes } from '../message/message-outcomes.ts';
import type { QuestionnaireEntry } from '../questionnaire/questionnaire-entry.ts';
import type { ReferralEntry } from '../referral/referral-entry.ts';

/** Of whom a fact is, and for which moment of the protocol; the moment is empty for what is of the person. */
export interface Whose {
  readonly subject: string;
  readonly moment: string;
}

/** What is told of a person by every fact of them. */
export interface PersonKind {
  /** Empty: unknown, or of no territory. */
  readonly departement: string;
  /** Empty: unknown. */
  readonly status: string;
}

/** A conversation between an agent and a person, or somebody about them. */
export interface Talk extends Whose {
  /** Conversation and hold. */
  readonly seconds: number;
}

/** A message of the day: it left on it, or was given up on it. `answeredAfter`: seconds until its survey was complete. */
export interface DayMessage extends Whose {
  readonly outcome: MessageOutcome;
  readonly answeredAfter?: number;
}

/** What the journal says of one local day of a follow-up: repeats removed, last revisions only. */
export interface DashboardFacts {
  readonly day: string;
  /** To be called that day, once per person and moment (ARS-23). */
  readonly due: readonly Whose[];
  /** Of these, those who came only because a second attempt was carried over from the open day before. */
  readonly carried: readonly Whose[];
  /** Dials, by start. */
  readonly attempts: readonly (Whose & AttemptEntry)[];
  readonly talks: readonly Talk[];
  /** Facts of the follow-up filed that day. */
  readonly followUps: readonly (Whose & FollowUpEntry)[];
  /** Referrals created that day. */
  readonly referrals: readonly (Whose & { readonly cell: string })[];
  /** Completed or filed that day: the last revision of each. */
  readonly questionnaires: readonly (Whose & QuestionnaireEntry)[];
  readonly messages: readonly DayMessage[];
  readonly kindOf: (subject: string) => PersonKind;
  /** What all this was read from. */
  readonly entries: readonly JournalEntry[];
}

const unknownPerson: PersonKind = { departement: '', status: '' };

/**
 * Reads one day. `all`: the entries of that day, of the open day before (who was put off to this one) and of the days after (whose web answers were to
 * messages of this one).
 */
export function dashboardFacts(all: readonly JournalEntry[], day: string): DashboardFacts {
  const entries = canonicalEntries(all).filter((entry) => concerns(entry, day));
  const today = entries.filter((entry) => entry.day === day);
  const followUps = ofKind(today, 'follow-up').map((entry) => ({ ...entry, moment: entry.moment ?? '' }));
  const attempts = attemptsOf(today);
  const { due, carried } = dueOf(ofKind(entries, 'follow-up'), attempts, day);
  const kinds = new Map(ofKind(entries, 'follow-up').map((entry) => [entry.subject, entry]));
  return {
    day,
    due,
    carried,
    attempts,
    talks: talksOf(today, attempts),
    followUps,
    referrals: createdReferrals(ofKind(today, 'referral')),
    questionnaires: questionnairesOf(ofKind(today, 'questionnaire')),
    messages: messagesOf(today, ofKind(entries, 'questionnaire')),
    kindOf: (subject) => kinds.get(subject) ?? unknownPerson,
    entries,
  };
}

/** Of other days, only what tells of this one. */
function concerns(entry: JournalEntry, day: string): boolean {
  switch (entry.kind) {
    case 'follow-up':
      return entry.day === day || (entry.day < day && entry.change.type === 'postponed' && entry.change.to === day);
    case 'questionnaire':
      return entry.day === day || (entry.day > day && entry.channel === 'web' && entry.state === 'complete');
    case 'attempt':
    case 'contact':
    case 'referral':
    case 'message':
      return entry.day === day;
    default:
      return false;
  }
}

/** Whoever was handed to the callers, put off from before, or called after all; less who was taken back before any call. */
function dueOf(
  followUps: readonly FollowUpEntry[],
  attempts: readonly Whose[],
  day: string,
): { readonly due: readonly Whose[]; readonly carried: readonly Whose[] } {
  const due = new Map<string, Whose>();
  for (const { subject, moment = '', change } of followUps) {
    if (change.type === 'call-due' || (change.type === 'postponed' && change.to === day)) {
      due.set(keyOf({ subject, moment }), { subject, moment });
    }
  }
  for (const { subject, moment = '', change, day: filed } of followUps) {
    if (filed === day && change.type === 'call-withdrawn' && change.reason !== 'not-called') {
      due.delete(keyOf({ subject, moment }));
    }
  }
  const called = new Map(attempts.map(({ subject, moment }) => [keyOf({ subject, moment }), { subject, moment }]));
  const carried = [...called].filter(([key]) => !due.has(key)).map(([, whose]) => whose);
  return { due: [...due.values(), ...carried], carried };
}

/** Names a person and a moment. */
export const keyOf = ({ subject, moment }: Whose): string => `${subject} ${moment}`;

function attemptsOf(entries: readonly JournalEntry[]): readonly (Whose & AttemptEntry)[] {
  const last = new Map<string, AttemptEntry>();
  for (const entry of ofKind(entries, 'attempt')) {
    if ((last.get(entry.attemptId)?.revision ?? -1) < entry.revision) {
      last.set(entry.attemptId, entry);
    }
  }
  return [...last.values()]
    .filter(({ n }) => n > 0)
    .map((entry) => ({ ...entry, subject: entry.recipientId, moment: entry.campaign }));
}

/** Segments of the day's dials in which an agent talked with somebody: not with a voicemail. */
function talksOf(entries: readonly JournalEntry[], attempts: readonly (Whose & AttemptEntry)[]): readonly Talk[] {
  const conversations = new Set(attempts.filter(isConversation).map(({ attemptId }) => attemptId));
  const last = new Map<string, Extract<JournalEntry, { kind: 'contact' }>>();
  for (const entry of ofKind(entries, 'contact')) {
    if ((last.get(entry.contactId)?.lastUpdate ?? '') < entry.lastUpdate) {
      last.set(entry.contactId, entry);
    }
  }
  return [...last.values()].flatMap(({ attemptId, agent }) => {
    const attempt = attemptId === undefined ? undefined : parseAttemptId(attemptId);
    if (attempt === undefined || agent === undefined || !conversations.has(attemptId ?? '')) {
      return [];
    }
    const seconds = agent.interactionSeconds + agent.holdSeconds;
    return { subject: attempt.recipientId, moment: attempt.campaign, seconds };
  });
}

const silent: ReadonlySet<string> = new Set<AttemptEntry['disposition']>([
  'voicemail',
  'busy',
  'no-answer',
  'wrong-number',
  'out-of-service',
  'abandoned',
  'failed',
  'indeterminate',
]);

/** An agent talked with the person, or with somebody about them. */
export function isConversation({ agent, disposition }: AttemptEntry): boolean {
  return agent !== undefined && !silent.has(disposition);
}

function createdReferrals(entries: readonly ReferralEntry[]): DashboardFacts['referrals'] {
  return entries
    .filter(({ change }) => change.type === 'created')
    .map(({ subject, campaign = '', cell }) => ({ subject, moment: campaign, cell }));
}

function questionnairesOf(entries: readonly QuestionnaireEntry[]): DashboardFacts['questionnaires'] {
  const last = new Map<string, Whose & QuestionnaireEntry>();
  for (const entry of entries) {
    const whose = { subject: entry.subject, moment: entry.campaign };
    if ((last.get(keyOf(whose))?.revision ?? -1) < entry.revision) {
      last.set(keyOf(whose), { ...entry, moment: entry.campaign });
    }
  }
  return [...last.values()];
}

function messagesOf(
  entries: readonly JournalEntry[],
  questionnaires: readonly QuestionnaireEntry[],
): readonly DayMessage[] {
  const completed = new Map<string, number>();
  for (const { subject, campaign, channel, state, time } of questionnaires) {
    const key = keyOf({ subject, moment: campaign });
    const at = Date.parse(time);
    if (channel === 'web' && state === 'complete' && at < (completed.get(key) ?? Number.POSITIVE_INFINITY)) {
      completed.set(key, at);
    }
  }
  return messageOutcomes(entries).map((outcome) => {
    const whose = { subject: outcome.subject, moment: outcome.occasion ?? '' };
    const { change } = outcome;
    const sentAt = change.type === 'undetermined' ? change.sentAt : outcome.sentAt;
    const at = completed.get(keyOf(whose));
    const isAnswered = outcome.purpose === 'survey' && sentAt !== undefined && at !== undefined;
    const seconds = isAnswered ? (at - Date.parse(sentAt)) / 1000 : -1;
    return { ...whose, outcome, ...(seconds >= 0 ? { answeredAfter: seconds } : {}) };
  });
}

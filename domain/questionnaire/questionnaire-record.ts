import { parseAttemptId } from '../campaign/attempt-id.ts';
import type { Given } from './given.ts';
import type { Respondent } from './questionnaire.ts';

/** How answers came. */
export type Channel = 'agent' | 'web' | 'keypad';

/** One person in one cycle: what is kept between attempts belongs to it. */
export interface RecordKey {
  readonly campaign: string;
  readonly cycle: number;
  readonly recipientId: string;
}

/** A questionnaire as it was passed so far, by whatever channels: one per person and cycle, rewritten over the revision that was read. */
export interface QuestionnaireRecord extends RecordKey {
  readonly questionnaireId: string;
  /** Of the first answer: a version published meanwhile is for those who have not begun (REFLEX-14). */
  readonly version: string;
  readonly answers: Readonly<Record<string, string>>;
  readonly adviceSaid: boolean;
  /** A relative answered at least once. */
  readonly byThirdParty: boolean;
  /** Where and when the red button was pressed last; the contact tells apart the ring-backs of a cycle, which share one attempt id. */
  readonly emergency?: { readonly attemptId: string; readonly contactId?: string; readonly at: string };
  readonly channel: Channel;
  /** The last attempt, and who answered it. */
  readonly attemptId: string;
  readonly respondent?: Respondent;
  readonly contactId?: string;
  /** Grows by one at each change. */
  readonly revision: number;
  /** The form of this revision: sent again, it changes nothing. */
  readonly clientId: string;
  /** ISO instant of this revision. */
  readonly savedAt: string;
  /** Something of it is in the journal: each later revision goes there too, since the greatest counts. */
  readonly filed: boolean;
}

/** Port: records of a programme. */
export interface QuestionnaireRecords {
  find(programme: string, key: RecordKey): Promise<QuestionnaireRecord | undefined>;
  /** Keeps a revision over the one before it; false when another was faster. */
  keep(programme: string, record: QuestionnaireRecord): Promise<boolean>;
}

/**
 * What a record holds for an attempt: who answers, and whether it is an emergency, are asked again at each (REFLEX-16). The ring-backs of a cycle share one
 * attempt id: `contactId`, that of the conversation, tells them apart. Absent = the last one.
 */
export function givenIn(
  record: QuestionnaireRecord | undefined,
  attemptId: string,
  contactId = record?.contactId,
): Given {
  if (record === undefined) {
    return { answers: {} };
  }
  const { answers, adviceSaid, respondent, emergency } = record;
  const isOther = (one: string | undefined) => one !== undefined && contactId !== undefined && one !== contactId;
  const isSame = record.attemptId === attemptId && !isOther(record.contactId);
  const isLater = isOther(emergency?.contactId);
  const isNow = emergency?.attemptId === attemptId && !isLater;
  return {
    answers,
    adviceSaid,
    ...(isSame && respondent !== undefined && { respondent }),
    ...(emergency !== undefined && { emergency: isNow ? 'now' : 'before' }),
  };
}

/** Whose record an attempt writes; undefined for an id that is not of a campaign. */
export function recordKeyOf(attemptId: string): RecordKey | undefined {
  const name = parseAttemptId(attemptId);
  return name && { campaign: name.campaign, cycle: name.cycle, recipientId: name.recipientId };
}

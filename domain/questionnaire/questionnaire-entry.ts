import type { EntryBase } from '../journal/entry.ts';
import type { Assessment, TakenEffect } from './assess.ts';
import type { Channel, QuestionnaireRecord } from './questionnaire-record.ts';
import type { Walk } from './walk.ts';

/**
 * A questionnaire as it was passed (REFLEX-12..16): filed when it is complete, when an alert or the red button asks for somebody, and when a contact
 * ends before its end. Of one person and cycle the greatest `revision` counts. `id` is `questionnaire#<campaign>-<cycle>-<recipient>#<revision>`,
 * `time` that of the revision.
 */
export interface QuestionnaireEntry extends EntryBase {
  readonly kind: 'questionnaire';
  readonly questionnaireId: string;
  readonly version: string;
  /** recipientId. */
  readonly subject: string;
  readonly campaign: string;
  readonly cycle: number;
  readonly attemptId: string;
  readonly contactId?: string;
  readonly channel: Channel;
  readonly state: Assessment['state'];
  /** Answer code by question id, of the questions that count. */
  readonly answers: Readonly<Record<string, string>>;
  readonly score: number;
  readonly level?: string;
  readonly alerts: readonly string[];
  /** Questions by which the person asked for their data to be corrected. */
  readonly corrections: readonly string[];
  /** What answers bring beside the score. Absent when nothing. */
  readonly effects?: readonly TakenEffect[];
  /** Another call is due within 24 hours. */
  readonly callback: boolean;
  readonly byThirdParty: boolean;
  readonly revision: number;
}

export function entryOf(
  programme: string,
  day: string,
  record: QuestionnaireRecord,
  { steps }: Pick<Walk, 'steps'>,
  assessment: Assessment,
): QuestionnaireEntry {
  const { questionnaireId, version, recipientId, campaign, cycle, attemptId, contactId, channel } = record;
  const { state, score, level, alerts, corrections, callback, effects } = assessment;
  return {
    kind: 'questionnaire',
    programme,
    day,
    time: record.savedAt,
    id: `questionnaire#${recordId(record)}#${record.revision}`,
    questionnaireId,
    version,
    subject: recipientId,
    campaign,
    cycle,
    attemptId,
    ...(contactId !== undefined && { contactId }),
    channel,
    state,
    answers: Object.fromEntries(steps.map(({ question, answer }) => [question, answer])),
    score,
    ...(level !== undefined && { level }),
    alerts,
    corrections,
    ...(effects !== undefined && { effects }),
    callback,
    byThirdParty: record.byThirdParty,
    revision: record.revision,
  };
}

/** Names a record: `<campaign>-<cycle>-<recipient>`. */
export function recordId({
  campaign,
  cycle,
  recipientId,
}: Pick<QuestionnaireRecord, 'campaign' | 'cycle' | 'recipientId'>): string {
  return `${campaign}-${cycle}-${recipientId}`;
}

import type { Given } from './given.ts';
import { withFacts } from './known-facts.ts';
import type { VersionedQuestionnaire } from './questionnaire-catalogue.ts';
import type { QuestionnairePorts } from './questionnaire-ports.ts';
import { givenIn, type QuestionnaireRecord, recordKeyOf } from './questionnaire-record.ts';

/** Where a questionnaire stands in an attempt. */
export interface Standing extends VersionedQuestionnaire {
  /** Absent before the first answer. */
  readonly record?: QuestionnaireRecord;
  readonly given: Given;
}

export interface StandingScope {
  readonly programme: string;
  readonly attemptId: string;
  /** Of the conversation, where it is known: the ring-backs of a cycle share one attempt id. */
  readonly contactId?: string | undefined;
  readonly at: string;
}

/** The record of an attempt's person with the questionnaire it began with, or the one in force. Undefined when the attempt is of no campaign. */
export async function standingOf(
  { programme, attemptId, contactId, at }: StandingScope,
  { records, catalogue, facts }: Pick<QuestionnairePorts, 'records' | 'catalogue' | 'facts'>,
): Promise<Standing | undefined> {
  const key = recordKeyOf(attemptId);
  if (key === undefined) {
    return undefined;
  }
  const [inForce, record, known] = await Promise.all([
    catalogue.inForce(programme, key.campaign, at),
    records.find(programme, key),
    facts?.(programme, key.recipientId),
  ]);
  if (inForce === undefined) {
    return undefined;
  }
  const given = withFacts(inForce.questionnaire, givenIn(record, attemptId, contactId), known);
  if (record === undefined || record.version === inForce.version) {
    return { ...inForce, given, ...(record && { record }) };
  }
  const { questionnaireId, version } = record;
  const questionnaire = await catalogue.ofVersion(programme, questionnaireId, version, at);
  if (questionnaire === undefined) {
    throw new Error(`Questionnaire "${questionnaireId}" has no version ${version}, which a record was begun with`);
  }
  return {
    questionnaire,
    version,
    record,
    given: withFacts(questionnaire, givenIn(record, attemptId, contactId), known),
  };
}

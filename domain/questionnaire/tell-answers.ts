import { localDay } from '../calendar/local-time.ts';
import type { CreatedReferral } from '../referral/create-referrals.ts';
import { type Assessment, assess } from './assess.ts';
import { entryOf, recordId } from './questionnaire-entry.ts';
import type { QuestionnairePorts } from './questionnaire-ports.ts';
import type { QuestionnaireRecord } from './questionnaire-record.ts';
import type { Standing } from './standing.ts';
import { walk } from './walk.ts';

/** Tells the cells, then the journal, what a revision of a record comes to. Told again, it is the same referrals and the same entry. */
export async function tellAnswers(
  programme: string,
  record: QuestionnaireRecord,
  { questionnaire, given }: Standing,
  ports: QuestionnairePorts,
): Promise<readonly CreatedReferral[]> {
  if (!record.filed) {
    return [];
  }
  const assessment = assess(questionnaire, given);
  // The cells first: somebody waits for them.
  const created = await refer(programme, record, assessment, ports);
  const { timeZone } = await ports.content.inForce(programme, 'calendar', record.savedAt);
  const day = localDay(timeZone, record.savedAt);
  await ports.journal.append([entryOf(programme, day, record, walk(questionnaire, given), assessment)]);
  return created;
}

async function refer(
  programme: string,
  record: QuestionnaireRecord,
  { state, level, score, alerts, referrals }: Assessment,
  ports: QuestionnairePorts,
): Promise<readonly CreatedReferral[]> {
  const { recipientId, campaign, cycle, attemptId, byThirdParty, savedAt, revision } = record;
  const order = {
    programme,
    subject: recipientId,
    campaign,
    cycle: String(cycle),
    contactId: attemptId,
    byThirdParty,
    at: savedAt,
  };
  const { emergency } = record;
  if (state === 'partial' && emergency?.attemptId === attemptId) {
    return await ports.referEmergency({ ...order, causeId: `${attemptId}#emergency`, at: emergency.at });
  }
  if (level === undefined || (state === 'partial' && alerts.length === 0)) {
    return [];
  }
  // Answers that come after an alert bring nothing new to the cell until the end.
  const causeId = state === 'complete' ? `${recordId(record)}#${revision}` : `${attemptId}#${alerts.join('+')}`;
  return await ports.refer({ ...order, causeId, level, score, reasons: referrals });
}

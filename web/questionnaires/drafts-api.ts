import type { DraftRequest, DraftReview, QuestionnairesAnswer } from '../../contracts/questionnaire-drafts.ts';
import { callApi } from '../api/api-client.ts';
import { listIn, membersOf } from './tree.ts';

/** Questionnaires in force. Throws ApiError. */
export async function readQuestionnaires(programme: string): Promise<QuestionnairesAnswer> {
  const answer = await callApi('GET', `/api/${programme}/questionnaires`, undefined, { stay: true });
  if (!isQuestionnaires(answer)) {
    throw new Error('The centre answered something that is not questionnaires; accepted: a QuestionnairesAnswer');
  }
  return answer;
}

/** Checks a draft, and publishes it where asked. Throws ApiError. */
export async function sendDraft(programme: string, draft: DraftRequest): Promise<DraftReview> {
  const answer = await callApi('POST', `/api/${programme}/questionnaires`, draft, { stay: true });
  if (!isReview(answer)) {
    throw new Error('The centre answered something that is not a review; accepted: a DraftReview');
  }
  return answer;
}

function isQuestionnaires(answer: unknown): answer is QuestionnairesAnswer {
  return listIn(answer, 'questionnaires').length > 0 && typeof membersOf(answer)['today'] === 'string';
}

function isReview(answer: unknown): answer is DraftReview {
  const { accepted, faults } = membersOf(answer);
  return accepted === true || (accepted === false && Array.isArray(faults));
}

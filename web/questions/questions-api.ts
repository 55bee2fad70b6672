import type { QuestionsAnswer } from '../../contracts/questions.ts';
import { callApi } from '../api/api-client.ts';

/** Questions that nobody closed yet, oldest first. Throws ApiError. */
export async function readQuestions(programme: string): Promise<QuestionsAnswer> {
  const answer = await callApi('GET', `/api/${programme}/questions`, undefined, { stay: true });
  if (!isAnswer(answer)) {
    throw new Error('The centre answered something that is not a list of questions; accepted: a QuestionsAnswer');
  }
  return answer;
}

/** Answers the text that is kept: another's, when somebody answered first. Throws ApiError. */
export async function answerQuestion(programme: string, questionId: string, text: string): Promise<string> {
  const path = `/api/${programme}/questions/${encodeURIComponent(questionId)}/answer` as const;
  const question = await callApi('POST', path, { text }, { stay: true });
  const kept = membersOf(membersOf(question)['answered'])['text'];
  return typeof kept === 'string' ? kept : text;
}

function isAnswer(answer: unknown): answer is QuestionsAnswer {
  return Array.isArray(membersOf(answer)['questions']);
}

function membersOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}

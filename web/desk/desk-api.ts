import type { DeskContext, DeskDraft } from '../../contracts/desk-context.ts';
import { callApi } from '../api/api-client.ts';
import type { PreviewedPerson } from './previewed-person.ts';
import type { QuestionnaireView } from './questionnaire-view.ts';
import type { ScriptView } from './script-view.ts';

/** Requests of the desk. Nothing leads away from the page: what is typed is still here. Each throws `ApiError`. */
export interface DeskApi {
  context(programme: string, contactId: string): Promise<DeskContext>;
  saveDraft(programme: string, contactId: string, draft: DeskDraft): Promise<void>;
  wrapUp(programme: string, contactId: string, form: object): Promise<void>;
  openQuestion(programme: string, form: object): Promise<void>;
  closeQuestion(programme: string, questionId: string): Promise<void>;
  questionnaire(programme: string, attemptId: string, contactId: string, back?: string): Promise<QuestionnaireView>;
  answer(programme: string, attemptId: string, form: object): Promise<QuestionnaireView>;
  script(programme: string, attemptId: string): Promise<ScriptView>;
  verified(programme: string, attemptId: string): Promise<ScriptView>;
  previewNext(programme: string): Promise<PreviewedPerson | undefined>;
  previewCall(programme: string, attemptId: string): Promise<void>;
  previewSkip(programme: string, attemptId: string, motive: string): Promise<void>;
}

const stay = { stay: true } as const;
const part = encodeURIComponent;

/** Each answer is of a function of the same deployment: its shape is that of the route it is read from. */
export const deskApi: DeskApi = {
  async context(programme, contactId) {
    return (await callApi('GET', `/api/${programme}/contacts/${part(contactId)}`, undefined, stay)) as DeskContext;
  },
  async saveDraft(programme, contactId, draft) {
    await callApi('PUT', `/api/${programme}/contacts/${part(contactId)}/brouillon`, draft, stay);
  },
  async wrapUp(programme, contactId, form) {
    await callApi('POST', `/api/${programme}/contacts/${part(contactId)}/wrap-up`, form, stay);
  },
  async openQuestion(programme, form) {
    await callApi('POST', `/api/${programme}/questions`, form, stay);
  },
  async closeQuestion(programme, questionId) {
    await callApi('POST', `/api/${programme}/questions/${part(questionId)}/close`, {}, stay);
  },
  async questionnaire(programme, attemptId, contactId, back) {
    const query = new URLSearchParams({ contact: contactId, ...(back !== undefined && { question: back }) });
    const path = `/api/${programme}/attempts/${part(attemptId)}/questionnaire?${query}` as const;
    return (await callApi('GET', path, undefined, stay)) as QuestionnaireView;
  },
  async answer(programme, attemptId, form) {
    const path = `/api/${programme}/attempts/${part(attemptId)}/questionnaire` as const;
    return (await callApi('POST', path, form, stay)) as QuestionnaireView;
  },
  async script(programme, attemptId) {
    return (await callApi(
      'GET',
      `/api/${programme}/attempts/${part(attemptId)}/script`,
      undefined,
      stay,
    )) as ScriptView;
  },
  async verified(programme, attemptId) {
    const body = { identityVerified: true };
    return (await callApi('POST', `/api/${programme}/attempts/${part(attemptId)}/script`, body, stay)) as ScriptView;
  },
  async previewNext(programme) {
    const answer = (await callApi('POST', `/api/${programme}/apercu`, {}, stay)) as {
      result: string;
    } & PreviewedPerson;
    return answer.result === 'person' ? answer : undefined;
  },
  async previewCall(programme, attemptId) {
    await callApi('POST', `/api/${programme}/apercu/${part(attemptId)}/call`, {}, stay);
  },
  async previewSkip(programme, attemptId, motive) {
    await callApi('POST', `/api/${programme}/apercu/${part(attemptId)}/skip`, { motive }, stay);
  },
};

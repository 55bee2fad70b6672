import type { CreatedReferral } from '../referral/create-referrals.ts';
import type { AnswersForm } from './answers-form.ts';
import { assess } from './assess.ts';
import { toldBeside } from './known-facts.ts';
import type { Questionnaire } from './questionnaire.ts';
import type { QuestionnairePorts } from './questionnaire-ports.ts';
import { type Channel, givenIn, type QuestionnaireRecord, recordKeyOf } from './questionnaire-record.ts';
import { type Standing, standingOf } from './standing.ts';
import { tellAnswers } from './tell-answers.ts';

export interface AnswersScope {
  readonly programme: string;
  readonly attemptId: string;
  readonly channel: Channel;
  /** ISO instant. */
  readonly at: string;
}

export type SaveAnswer =
  | { readonly type: 'saved'; readonly standing: Standing; readonly created: readonly CreatedReferral[] }
  /** Somebody else wrote over the revision the form shows: here is what there is. */
  | { readonly type: 'outrun'; readonly standing: Standing }
  | { readonly type: 'unknown-attempt' }
  | { readonly type: 'refused'; readonly fault: string };

/**
 * Keeps what was told, and acts on it: the journal and the cells hear of a complete questionnaire, of an alert, of the red button, and the journal
 * of a contact that ends before (REFLEX-14, -16, -20). Answers are kept first; a form sent again, because what follows failed, does it again.
 * `asRead`: where it stood a moment ago, to whom it need not be asked again; the write tells when that is over.
 */
export async function saveAnswers(
  form: AnswersForm,
  scope: AnswersScope,
  ports: QuestionnairePorts,
  asRead?: Standing,
): Promise<SaveAnswer> {
  const { contactId } = form;
  const standing = asRead ?? (await standingOf({ ...scope, contactId }, ports));
  if (standing === undefined) {
    return { type: 'unknown-attempt' };
  }
  const { record, questionnaire } = standing;
  if (record !== undefined && record.clientId === form.clientId) {
    return await saved(standing, record, scope.programme, ports);
  }
  if ((record?.revision ?? 0) !== form.revision) {
    return { type: 'outrun', standing };
  }
  const fault = wrongAnswer(questionnaire, form);
  if (fault !== undefined) {
    return { type: 'refused', fault };
  }
  const next = nextRecord(standing, form, scope);
  if (next === undefined) {
    return { type: 'unknown-attempt' };
  }
  if (form.comment !== undefined) {
    await ports.comments?.keep(scope.programme, next, form.comment);
  }
  if (!(await ports.records.keep(scope.programme, next))) {
    const faster = await standingOf({ ...scope, contactId }, ports);
    // Done, its answer lost, and sent again by whoever carries it: the same form.
    if (faster?.record?.clientId === form.clientId) {
      return await saved(faster, faster.record, scope.programme, ports);
    }
    return { type: 'outrun', standing: faster ?? standing };
  }
  const { known } = standing.given;
  const given = { ...givenIn(next, scope.attemptId), ...(known && { known }) };
  return await saved({ ...standing, given }, next, scope.programme, ports);
}

function nextRecord(
  { record, questionnaire, version, given }: Standing,
  form: AnswersForm,
  { attemptId, channel, at }: AnswersScope,
): QuestionnaireRecord | undefined {
  const key = recordKeyOf(attemptId);
  if (key === undefined) {
    return undefined;
  }
  const { contactId, clientId } = form;
  const respondent = form.respondent ?? given.respondent;
  const pressed = { attemptId, ...(contactId !== undefined && { contactId }), at };
  const emergency = form.emergency === true ? pressed : record?.emergency;
  const next = {
    ...key,
    questionnaireId: questionnaire.id,
    version,
    answers: { ...given.answers, ...toldBeside(given, form.answers) },
    adviceSaid: given.adviceSaid === true || form.adviceSaid === true,
    byThirdParty: record?.byThirdParty === true || respondent === 'relative',
    ...(emergency !== undefined && { emergency }),
    channel,
    attemptId,
    ...(respondent !== undefined && { respondent }),
    ...(contactId !== undefined && { contactId }),
    revision: form.revision + 1,
    clientId,
    savedAt: at,
  };
  const { state, alerts } = assess(questionnaire, givenIn({ ...next, filed: false }, attemptId));
  const filed = record?.filed === true || state === 'complete' || alerts.length > 0 || form.leave === true;
  return { ...next, filed };
}

async function saved(
  standing: Standing,
  record: QuestionnaireRecord,
  programme: string,
  ports: QuestionnairePorts,
): Promise<SaveAnswer> {
  const created = await tellAnswers(programme, record, standing, ports);
  return { type: 'saved', standing: { ...standing, record }, created };
}

function wrongAnswer({ questions }: Questionnaire, { answers }: AnswersForm): string | undefined {
  for (const [id, code] of Object.entries(answers)) {
    const question = questions.find((one) => one.id === id);
    if (question === undefined) {
      return `Le champ « answers.${id} » n’est pas une question ; valeurs acceptées : ${questions.map((one) => one.id).join(', ')}.`;
    }
    if (!question.answers.some((answer) => answer.code === code)) {
      const accepted = question.answers.map((answer) => `${answer.code} (${answer.label})`).join(', ');
      return `Le champ « answers.${id} » vaut « ${code} » ; valeurs acceptées : ${accepted}.`;
    }
  }
  return undefined;
}

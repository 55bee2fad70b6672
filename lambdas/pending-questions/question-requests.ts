import type { QuestionsAnswer } from '../../contracts/questions.ts';
import { localDay } from '../../domain/calendar/local-time.ts';
import {
  answerQuestion,
  closeQuestion,
  openQuestion,
  type QuestionPorts,
  type QuestionScope,
} from '../../domain/question/pending-questions.ts';
import type { Question } from '../../domain/question/question.ts';
import { membersOf, parseQuestionForm, parseText } from '../../domain/question/question-form.ts';
import { type ApiEvent, HttpError, jsonBody, pathParameter } from '../middleware/http.ts';

/** Questions not closed, oldest first; all of them with `?etat=toutes`. */
export async function listed(
  event: ApiEvent,
  { programme, at }: QuestionScope,
  { questions, content }: QuestionPorts,
): Promise<QuestionsAnswer> {
  const [all, schemes, { timeZone }] = await Promise.all([
    questions.list(programme),
    content.inForce(programme, 'schemes', at),
    content.inForce(programme, 'calendar', at),
  ]);
  const wanted =
    event.queryStringParameters?.['etat'] === 'toutes' ? all : all.filter(({ closed }) => closed === undefined);
  return {
    today: localDay(timeZone, at),
    questions: wanted.map(({ questionId, scheme, text, opened: first, dueOn, numberKey, answered }) => ({
      questionId,
      scheme: schemes.find(({ code }) => code === scheme)?.label ?? scheme,
      text,
      openedAt: first.at,
      openedBy: first.by,
      callsBack: numberKey !== undefined,
      ...(dueOn !== undefined && { dueOn }),
      ...(answered && { answer: answered }),
    })),
  };
}

/** A question parked from the desk. */
export async function opened(event: ApiEvent, scope: QuestionScope, ports: QuestionPorts): Promise<Question> {
  const form = accepted(parseQuestionForm(jsonBody(event)));
  return accepted(await openQuestion(form, scope, ports)).question;
}

/** `answer` by the client, or `close` once the person was told. */
export async function changed(event: ApiEvent, questionId: string, scope: QuestionScope, ports: QuestionPorts) {
  const action = pathParameter(event, 'action');
  if (action !== 'answer' && action !== 'close') {
    throw new HttpError(404, `L’action « ${action} » n’existe pas ; valeurs acceptées : answer, close.`);
  }
  const question =
    action === 'close'
      ? await closeQuestion(questionId, scope, ports)
      : await answerQuestion(questionId, accepted(parseText(membersOf(jsonBody(event))['text'])).text, scope, ports);
  if (question === undefined) {
    throw new HttpError(404, `La question « ${questionId} » est inconnue.`);
  }
  return question;
}

function accepted<T extends object>(read: T | { readonly fault: string }): T {
  if ('fault' in read) {
    throw new HttpError(400, read.fault);
  }
  return read;
}

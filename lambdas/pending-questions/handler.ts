import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import type { Programme } from '../../domain/programme/programme.ts';
import {
  answerQuestion,
  closeQuestion,
  openQuestion,
  type QuestionPorts,
  type QuestionScope,
} from '../../domain/question/pending-questions.ts';
import type { Question } from '../../domain/question/question.ts';
import { membersOf, parseQuestionForm, parseText } from '../../domain/question/question-form.ts';
import { type FunctionHandler, functionHandler } from '../middleware/function-handler.ts';
import {
  type ApiEvent,
  HttpError,
  jsonAnswer,
  jsonBody,
  pathParameter,
  requireRole,
  userOf,
} from '../middleware/http.ts';

export interface PendingQuestionsParts {
  readonly ports: QuestionPorts;
  readonly programmes: Readonly<Record<string, Programme>>;
  readonly now: () => string;
}

/** Routes `openQuestion`, `answerQuestion` (action `answer` or `close`) and `listQuestions` of contracts/routes.ts. */
export function pendingQuestionsHandler(
  parts: () => Promise<PendingQuestionsParts>,
): FunctionHandler<ApiEvent, APIGatewayProxyStructuredResultV2> {
  return functionHandler('pending-questions', (event, { awsRequestId }) =>
    jsonAnswer('pending-questions', awsRequestId, async () => {
      const { ports, programmes, now } = await parts();
      const programme = pathParameter(event, 'programme');
      const user = userOf(event);
      requireRole(user, programme, ['agent', 'supervisor', 'client']);
      if (programmes[programme] === undefined) {
        throw new HttpError(404, `Le programme « ${programme} » n’existe pas ici.`);
      }
      const scope = { programme, by: user.userName, at: now() };
      if (event.requestContext.http.method === 'GET') {
        return { questions: await listed(event, programme, ports) };
      }
      const questionId = event.pathParameters?.['questionId'];
      return questionId === undefined
        ? await opened(event, scope, ports)
        : await changed(event, questionId, scope, ports);
    }),
  );
}

/** Questions not closed, oldest first; all of them with `?etat=toutes`. */
async function listed(event: ApiEvent, programme: string, { questions }: QuestionPorts): Promise<readonly Question[]> {
  const all = await questions.list(programme);
  return event.queryStringParameters?.['etat'] === 'toutes' ? all : all.filter(({ closed }) => closed === undefined);
}

async function opened(event: ApiEvent, scope: QuestionScope, ports: QuestionPorts): Promise<Question> {
  const form = accepted(parseQuestionForm(jsonBody(event)));
  return accepted(await openQuestion(form, scope, ports)).question;
}

async function changed(event: ApiEvent, questionId: string, scope: QuestionScope, ports: QuestionPorts) {
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

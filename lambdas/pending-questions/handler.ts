import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import type { Programme } from '../../domain/programme/programme.ts';
import type { QuestionPorts } from '../../domain/question/pending-questions.ts';
import { type FunctionHandler, functionHandler } from '../middleware/function-handler.ts';
import { type ApiEvent, HttpError, jsonAnswer, pathParameter, requireRole, userOf } from '../middleware/http.ts';
import type { LivePush } from '../middleware/live-from-env.ts';
import { changed, listed, opened } from './question-requests.ts';

export interface PendingQuestionsParts {
  readonly ports: QuestionPorts;
  readonly programmes: Readonly<Record<string, Programme>>;
  readonly now: () => string;
  /** Those who answer questions see them come and go. */
  readonly push: LivePush;
}

/** Routes `openQuestion`, `answerQuestion` (action `answer` or `close`) and `listQuestions` of contracts/routes.ts. */
export function pendingQuestionsHandler(
  parts: () => Promise<PendingQuestionsParts>,
): FunctionHandler<ApiEvent, APIGatewayProxyStructuredResultV2> {
  return functionHandler('pending-questions', (event, { awsRequestId }) =>
    jsonAnswer('pending-questions', awsRequestId, async () => {
      const { ports, programmes, now, push } = await parts();
      const programme = pathParameter(event, 'programme');
      const user = userOf(event);
      requireRole(user, programme, ['agent', 'supervisor', 'client']);
      if (programmes[programme] === undefined) {
        throw new HttpError(404, `Le programme « ${programme} » n’existe pas ici.`);
      }
      const scope = { programme, by: user.userName, at: now() };
      if (event.requestContext.http.method === 'GET') {
        return await listed(event, scope, ports);
      }
      const questionId = event.pathParameters?.['questionId'];
      const question =
        questionId === undefined ? await opened(event, scope, ports) : await changed(event, questionId, scope, ports);
      await push({ programme, topic: 'questions', at: scope.at });
      return question;
    }),
  );
}

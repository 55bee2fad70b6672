import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import type { ManualCallInHand, ManualCallsAnswer } from '../../contracts/manual-calls.ts';
import { claimManualCall } from '../../domain/manual-call/claim-manual-call.ts';
import { endManualCall, parseManualCallEnd } from '../../domain/manual-call/end-manual-call.ts';
import { listManualCalls } from '../../domain/manual-call/list-manual-calls.ts';
import type { ManualCallPorts, ManualCallScope } from '../../domain/manual-call/manual-call-ports.ts';
import { manualResults } from '../../domain/manual-call/manual-result.ts';
import type { Programme } from '../../domain/programme/programme.ts';
import { membersOf } from '../../domain/question/question-form.ts';
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
import { log } from '../middleware/log.ts';

export interface ManualCallsParts {
  readonly ports: ManualCallPorts;
  readonly programmes: Readonly<Record<string, Programme>>;
  readonly now: () => string;
}

/**
 * Calls to be dialled with another telephone (design decision 18): routes `manualCalls` (GET, a `ManualCallsAnswer`) and `manualCall` (POST, `prendre`: a
 * `ManualCallInHand`; `issue` with a `ManualCallEnd`: `{ filed: true }`). What is not possible: 409. The number itself is in no address and no log.
 */
export function manualCallsHandler(
  parts: () => Promise<ManualCallsParts>,
): FunctionHandler<ApiEvent, APIGatewayProxyStructuredResultV2> {
  return functionHandler('manual-calls', (event, { awsRequestId }) =>
    jsonAnswer('manual-calls', awsRequestId, async () => {
      const { ports, programmes, now } = await parts();
      const programme = pathParameter(event, 'programme');
      const user = userOf(event);
      requireRole(user, programme, ['agent', 'supervisor']);
      if (programmes[programme]?.callbackPolicy === undefined) {
        throw new HttpError(404, `Le programme « ${programme} » n’a pas d’appels à composer ici.`);
      }
      const scope = { programme, agent: user.userName, at: now() };
      return event.pathParameters?.['numberKey'] === undefined
        ? await listed(scope, ports)
        : await acted(event, scope, ports);
    }),
  );
}

async function listed(scope: ManualCallScope, ports: ManualCallPorts): Promise<ManualCallsAnswer> {
  const { programme, at } = scope;
  const [calls, schemes, motives] = await Promise.all([
    listManualCalls(scope, ports),
    ports.content.inForce(programme, 'schemes', at),
    ports.content.inForce(programme, 'motives', at),
  ]);
  return {
    calls,
    results: Object.entries(manualResults).map(([code, label]) => ({ code, label })),
    schemes: schemes.map(({ code, label }) => ({ code, label })),
    motives: motives.map(({ code, label }) => ({ code, label })),
  };
}

async function acted(
  event: ApiEvent,
  scope: ManualCallScope,
  ports: ManualCallPorts,
): Promise<ManualCallInHand | { readonly filed: true }> {
  const [numberKey, action] = [pathParameter(event, 'numberKey'), pathParameter(event, 'action')];
  if (action === 'prendre') {
    const answer = await claimManualCall(numberKey, scope, ports);
    if (answer.type === 'refused') {
      throw new HttpError(409, answer.fault);
    }
    log('info', 'manual-calls: taken', { programme: scope.programme, attemptId: answer.call.attemptId });
    return answer.call;
  }
  if (action !== 'issue') {
    throw new HttpError(404, `L’action « ${action} » n’existe pas ; valeurs acceptées : prendre, issue.`);
  }
  const end = parseManualCallEnd(membersOf(jsonBody(event)));
  if ('fault' in end) {
    throw new HttpError(400, end.fault);
  }
  const answer = await endManualCall(numberKey, end, scope, ports);
  if (answer.type === 'refused') {
    throw new HttpError(409, answer.fault);
  }
  return { filed: true };
}

import type { CloudContext, StandIn } from '../cloud.ts';
import type { Json, JsonObject } from '../json.ts';
import { ServiceError } from '../service-error.ts';

/**
 * Lambda's own API, for functions that invoke functions: `Invoke` with `{FunctionName, InvocationType, Payload}` (Payload a JSON
 * text). It counts as mutating, so that a replay of the caller also replays the callee. Answers
 * `{StatusCode, FunctionError?, Payload}`.
 */
export function lambdaStandIn(cloud: CloudContext): StandIn {
  return {
    mutates: () => true,
    async handle({ action, input, lane, principal }) {
      if (action !== 'Invoke')
        throw new ServiceError('UnknownOperationException', `lambda:${action}: accepted is Invoke`);
      const functionArn = text(input, 'FunctionName');
      const body = input['Payload'];
      const payload: Json = typeof body === 'string' && body !== '' ? JSON.parse(body) : {};
      const invocation = { functionArn, payload, key: lane, source: principal };
      const type = input['InvocationType'] ?? 'RequestResponse';
      if (type === 'Event') {
        cloud.lambda.invokeAsync(invocation);
        return { StatusCode: 202 };
      }
      if (type !== 'RequestResponse') {
        throw new ServiceError(
          'InvalidParameterValueException',
          `InvocationType ${JSON.stringify(type)}: accepted are RequestResponse and Event`,
        );
      }
      const outcome = await cloud.lambda.invoke(invocation);
      if (outcome.ok) return { StatusCode: 200, Payload: JSON.stringify(outcome.payload) };
      const { errorType, errorMessage, trace } = outcome;
      return {
        StatusCode: 200,
        FunctionError: 'Unhandled',
        Payload: JSON.stringify({ errorType, errorMessage, trace }),
      };
    },
  };
}

function text(input: JsonObject, name: string): string {
  const value = input[name];
  if (typeof value === 'string') return value;
  throw new ServiceError('InvalidParameterValueException', `${name} is ${JSON.stringify(value)}; expected a text`);
}

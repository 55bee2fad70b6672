import { isJsonObject, ownString } from '../json/json.ts';
import { invokeLambdaType } from '../model/action-types.ts';
import { noMatchingError, timeLimitExceeded } from '../model/error-types.ts';
import { failure } from '../run/outcome.ts';
import { defineAction } from './action-definition.ts';
import { attemptLambda, type LambdaCall } from './attempt-lambda.ts';
import { lambdaEvent } from './lambda-event.ts';
import { choice, integer, json, map, neededId, object } from './parameter-rule.ts';

/** Seconds all Lambdas may take together until the caller hears something. */
const maximumChainSeconds = 20;

/** A synchronous call takes 8 s at most, an asynchronous one 60. */
const maximumSeconds = (type: string | undefined): number => (type === 'ASYNCHRONOUS' ? 60 : 8);

/** Calls a function and puts its answer under `$.External`. */
export const invokeLambdaFunction = defineAction({
  type: invokeLambdaType,
  group: 'integration',
  parameters: object({
    LambdaFunctionARN: neededId,
    InvocationTimeLimitSeconds: integer(1, 60, { required: true, origin: 'static' }),
    InvocationType: choice(['SYNCHRONOUS', 'ASYNCHRONOUS']),
    LambdaInvocationAttributes: map(json()),
    ResponseValidation: object({ ResponseType: choice(['STRING_MAP', 'JSON'], { required: true }) }),
  }),
  branches: { errors: [noMatchingError], optionalErrors: [timeLimitExceeded] },
  check({ parameters }) {
    const limit = maximumSeconds(ownString(parameters, 'InvocationType'));
    const seconds = ownString(parameters, 'InvocationTimeLimitSeconds') ?? '';
    return Number(seconds) > limit && Number(seconds) <= 60
      ? [
          {
            code: 'invalid-parameter',
            property: 'Parameters.InvocationTimeLimitSeconds',
            value: seconds,
            accepted: `1 to ${limit}`,
            message: 'a synchronous call is given up after 8 s',
          },
        ]
      : [];
  },
  run(step) {
    const functionArn = step.text('LambdaFunctionARN');
    if (functionArn === undefined) return failure('LambdaFunctionARN leads to no function');
    const isAsynchronous = step.text('InvocationType') === 'ASYNCHRONOUS';
    const limit = step.integer('InvocationTimeLimitSeconds') ?? 3;
    const most = maximumSeconds(step.text('InvocationType'));
    if (!(limit >= 1 && limit <= most))
      return failure(`InvocationTimeLimitSeconds is ${limit}; accepted: 1 to ${most}`);
    const parameters = step.json(step.object('LambdaInvocationAttributes') ?? {});
    const event = lambdaEvent(step.contact, isJsonObject(parameters) ? parameters : {});
    const left = maximumChainSeconds - step.contact.lambdaChainSeconds;
    if (left <= 0)
      return failure(`Lambdas took ${maximumChainSeconds} s since the caller last heard something`, timeLimitExceeded);
    const call: LambdaCall = { functionArn, event, invocationType: isAsynchronous ? 'ASYNCHRONOUS' : 'SYNCHRONOUS' };
    return attemptLambda(step, call, isAsynchronous ? limit : Math.min(limit, left));
  },
});

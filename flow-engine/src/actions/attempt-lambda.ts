import { timeLimitExceeded } from '../model/error-types.ts';
import { done, failure, type Outcome } from '../run/outcome.ts';
import type { Signal } from '../run/signal.ts';
import type { Step } from '../run/step.ts';
import type { LambdaSuspension } from '../run/suspension.ts';
import { readLambdaResponse } from './lambda-response.ts';

const maximumAttempts = 3;
const timedOut = (detail: string): Outcome => failure(detail, timeLimitExceeded);

/** What is called, the same at every attempt. */
export type LambdaCall = Pick<LambdaSuspension, 'functionArn' | 'event' | 'invocationType'>;

/** Asks the host to call, and again on a throttle or service failure while the time limit allows. */
export const attemptLambda = (step: Step, call: LambdaCall, timeoutSeconds: number, number = 1): Outcome => ({
  kind: 'wait',
  waiting: { kind: 'lambda', ...call, timeoutSeconds, attempt: number },
  accepts: ['lambda-result', 'lambda-error', 'timeout'],
  on: (signal) => settle(step, call, timeoutSeconds, number, signal),
});

const settle = (
  step: Step,
  call: LambdaCall,
  timeoutSeconds: number,
  number: number,
  signal: Signal,
): Outcome | undefined => {
  const { contact } = step;
  const isTimeout = signal.kind === 'timeout' || (signal.kind === 'lambda-error' && signal.reason === 'timeout');
  const spent = 'durationSeconds' in signal ? (signal.durationSeconds ?? 0) : 0;
  contact.lambdaChainSeconds += isTimeout ? timeoutSeconds : Math.min(spent, timeoutSeconds);
  if (isTimeout || spent > timeoutSeconds) return timedOut(`${call.functionArn} took more than ${timeoutSeconds} s`);
  if (signal.kind === 'lambda-error') {
    const left = timeoutSeconds - spent;
    const mayRetry = signal.reason === 'throttled' || signal.reason === 'service-error';
    if (mayRetry && number < maximumAttempts && left > 0) return attemptLambda(step, call, left, number + 1);
    return failure(`${call.functionArn} ${signal.reason}${signal.message === undefined ? '' : `: ${signal.message}`}`);
  }
  if (signal.kind !== 'lambda-result') return undefined;
  if (call.invocationType === 'ASYNCHRONOUS') {
    contact.lambdaInvocationId = typeof signal.payload === 'string' ? signal.payload : undefined;
    return done;
  }
  const validation = step.object('ResponseValidation');
  const isJson = validation !== undefined && step.text('ResponseType', validation) === 'JSON';
  const response = readLambdaResponse(signal.payload, isJson ? 'JSON' : 'STRING_MAP');
  if (!response.ok) return failure(response.reason);
  contact.external = response.value;
  return done;
};

import type { LambdaSuspension, Signal } from '../../../flow-engine/src/index.ts';
import type { LambdaInvocation, LambdaOutcome } from '../../cloud.ts';
import type { Json } from '../../json.ts';
import { deriveUuid } from '../../kernel/random.ts';
import { type Contact, laneOf, serial } from '../contact.ts';
import { draw, now, type World } from '../world.ts';

type Reply = (delayMs: number, signal: Signal) => void;

/**
 * Invokes a function for a flow as the instance's service principal. The invocation runs in the next round; its answer reaches the
 * flow after a latency drawn from the invocation's own lane, so nothing depends on how long the machine really took.
 */
export function invokeForFlow(world: World, contact: Contact, suspension: LambdaSuspension, reply: Reply): void {
  const { instance, cloud, options } = world;
  const key = laneOf(contact, `lambda/${serial(contact, 'lambda')}`);
  if (!instance.functions.has(withoutQualifier(suspension.functionArn))) {
    const message = `${suspension.functionArn} is not associated with the instance; associated: ${[...instance.functions].join(', ') || 'none'}`;
    cloud.report(`contact ${contact.id}, flow ${suspension.flow}, action ${suspension.action}`, message);
    world.counters.add('ContactFlowErrors', now(world));
    reply(1, { kind: 'lambda-error', reason: 'denied', message });
    return;
  }
  const invocation: LambdaInvocation = {
    functionArn: suspension.functionArn,
    payload: suspension.event,
    key,
    source: {
      type: 'service',
      service: 'connect.amazonaws.com',
      sourceArn: instance.arn,
      sourceAccount: instance.account,
    },
  };
  const latency = draw(world, key).integer(...options.lambdaLatencyMs);
  if (suspension.invocationType === 'ASYNCHRONOUS') {
    cloud.lambda.invokeAsync(invocation);
    reply(latency, { kind: 'lambda-result', payload: deriveUuid(cloud.seed, key), durationSeconds: latency / 1000 });
    return;
  }
  cloud.kernel.after(0, key, async () => {
    const outcome = await attempt(world, invocation);
    if (outcome.kind === 'lambda-error') world.counters.add('ContactFlowErrors', now(world));
    const timedOut = outcome.kind === 'lambda-error' && outcome.reason === 'timeout';
    const tookMs = timedOut ? suspension.timeoutSeconds * 1000 : latency;
    reply(tookMs, { ...outcome, durationSeconds: tookMs / 1000 });
  });
}

type Answer = Extract<Signal, { kind: 'lambda-result' | 'lambda-error' }>;

async function attempt(world: World, invocation: LambdaInvocation): Promise<Answer> {
  let outcome: LambdaOutcome;
  try {
    outcome = await world.cloud.lambda.invoke(invocation);
  } catch (error) {
    // Refused before running: a mistake of the deployment, which the flow meets as an error branch and hides.
    if (!(error instanceof Error)) throw error;
    if (error.name === 'AccessDeniedError' || error.name === 'AccessDeniedException') {
      world.cloud.report(`function of a flow, ${invocation.key}`, error.message);
      return { kind: 'lambda-error', reason: 'denied', message: error.message };
    }
    if (error.name === 'ResourceNotFoundError' || error.name === 'ResourceNotFoundException')
      return { kind: 'lambda-error', reason: 'not-found', message: error.message };
    throw error;
  }
  if (outcome.ok) return { kind: 'lambda-result', payload: outcome.payload satisfies Json };
  const message = `${outcome.errorType}: ${outcome.errorMessage}`;
  return { kind: 'lambda-error', reason: outcome.cause === 'timeout' ? 'timeout' : 'failed', message };
}

/** A function ARN without its version or alias: `arn:aws:lambda:region:account:function:name`. */
const withoutQualifier = (arn: string): string => arn.split(':').slice(0, 7).join(':');

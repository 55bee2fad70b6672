import type { CloudContext, LambdaInvocation, LambdaOutcome } from '../cloud.ts';
import { deliverToDestination } from '../destination.ts';
import type { Json } from '../json.ts';
import { deriveUuid, laneRandom } from '../kernel/random.ts';
import type { Principal } from '../principal.ts';
import type { AsyncConfiguration, FunctionDefinition } from './function-definition.ts';

export interface AsyncRun {
  readonly definition: FunctionDefinition;
  readonly configuration: AsyncConfiguration;
  readonly invocation: LambdaInvocation;
  /** The function itself: its role pays for destinations. */
  readonly principal: Principal;
  readonly run: (invocation: LambdaInvocation) => Promise<LambdaOutcome>;
}

/** Lambda waits a minute before the first retry and two before the second (Lambda guide, asynchronous error handling). */
const backoffMs = [60_000, 120_000];

/** An event invocation: run in the next round, retried in virtual time, then sent to its destination; sometimes delivered twice. */
export function runAsynchronously(cloud: CloudContext, job: AsyncRun): void {
  const { key } = job.invocation;
  cloud.kernel.after(0, `lambda/${key}`, () => attempt(cloud, job, key, 1, cloud.kernel.now()));
  const random = laneRandom(cloud.seed, `duplicate/lambda/${key}`);
  if (random.chance(cloud.settings.unfriendly.duplicate)) {
    // Not `~again` alone: the event may be the second delivery of whoever sent it, which is called so.
    const again = `${key}~run-again`;
    cloud.kernel.after(random.integer(0, 5000), `lambda/${again}`, () =>
      attempt(cloud, job, again, 1, cloud.kernel.now()),
    );
  }
}

async function attempt(cloud: CloudContext, job: AsyncRun, key: string, nth: number, since: number): Promise<void> {
  const { configuration, definition, invocation } = job;
  const outcome = await job.run({ ...invocation, key: nth === 1 ? key : `${key}#${nth}` });
  if (outcome.ok) {
    if (configuration.onSuccessArn !== undefined) {
      deliver(cloud, job, configuration.onSuccessArn, `${key}/success`, invocationRecord(job, nth, outcome, 'Success'));
    }
    return;
  }
  const wait = backoffMs[nth - 1] ?? 120_000;
  const aged = cloud.kernel.now() + wait - since > configuration.maximumEventAgeSeconds * 1000;
  if (nth <= configuration.maximumRetryAttempts && !aged) {
    cloud.kernel.after(wait, `lambda/${key}`, () => attempt(cloud, job, key, nth + 1, since));
    return;
  }
  if (configuration.onFailureArn !== undefined) {
    const record = invocationRecord(job, nth, outcome, aged ? 'EventAgeExceeded' : 'RetriesExhausted');
    deliver(cloud, job, configuration.onFailureArn, `${key}/failure`, record);
  }
  if (definition.deadLetterArn !== undefined) {
    deliver(cloud, job, definition.deadLetterArn, `${key}/dead-letter`, invocation.payload);
  }
}

/** A destination that may not be used loses the event, as on AWS. */
function deliver(cloud: CloudContext, job: AsyncRun, targetArn: string, lane: string, body: Json): void {
  try {
    deliverToDestination(cloud, { targetArn, lane, body, principal: job.principal });
  } catch (error) {
    cloud.report(`Destination ${targetArn} of ${job.definition.name}`, error);
  }
}

function invocationRecord(job: AsyncRun, attempts: number, outcome: LambdaOutcome, condition: string): Json {
  const { invocation, definition } = job;
  return {
    version: '1.0',
    requestContext: {
      requestId: deriveUuid('request', invocation.key),
      functionArn: `${definition.arn}:$LATEST`,
      condition,
      approximateInvokeCount: attempts,
    },
    requestPayload: invocation.payload,
    responseContext: {
      statusCode: 200,
      executedVersion: '$LATEST',
      ...(outcome.ok ? {} : { functionError: 'Unhandled' }),
    },
    responsePayload: outcome.ok
      ? outcome.payload
      : { errorType: outcome.errorType, errorMessage: outcome.errorMessage, trace: outcome.trace },
  };
}

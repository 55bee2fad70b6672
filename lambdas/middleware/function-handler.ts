import middy from '@middy/core';
import type { Context } from 'aws-lambda';
import { errorFields, log } from './log.ts';

export type FunctionHandler<Event, Answer> = (event: Event, context: Context) => Promise<Answer>;

/**
 * A function as Lambda calls it: an error is logged with the request's id, then fails the invocation, so that whoever invoked it (Connect, a
 * stream, a schedule) retries or takes its error branch.
 */
export function functionHandler<Event, Answer>(
  name: string,
  run: FunctionHandler<Event, Answer>,
): FunctionHandler<Event, Answer> {
  return middy<Event, Answer, Error>({ timeoutEarlyInMillis: 0 })
    .use({
      onError: ({ error, context }) => {
        log('error', `${name} failed`, { requestId: context.awsRequestId, ...errorFields(error) });
      },
    })
    .handler(run);
}

import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda';

/** Starts a function without waiting for it: Lambda keeps the event and tries three times. */
export function startFunction(
  name: string,
  client: LambdaClient = new LambdaClient({}),
): (event: unknown) => Promise<void> {
  return async (event) => {
    await client.send(
      new InvokeCommand({ FunctionName: name, InvocationType: 'Event', Payload: JSON.stringify(event) }),
    );
  };
}

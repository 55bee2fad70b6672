import { ConnectClient } from '@aws-sdk/client-connect';

let client: ConnectClient | undefined;

/** The one Amazon Connect client of an execution environment. */
export function connectClient(): ConnectClient {
  client ??= new ConnectClient({});
  return client;
}

import { ConnectClient } from '@aws-sdk/client-connect';

let client: ConnectClient | undefined;
let dialling: ConnectClient | undefined;

/** The one Amazon Connect client of an execution environment. */
export function connectClient(): ConnectClient {
  client ??= new ConnectClient({});
  return client;
}

/** One that waits as long as throttling asks (two requests a second), for a command that someone watches. `region`: of the environment when absent. */
export function connectForPublishing(region: string | undefined): ConnectClient {
  return new ConnectClient({ retryMode: 'adaptive', maxAttempts: 10, ...(region === undefined ? {} : { region }) });
}

/** One that never retries by itself, for dials: a throttled dial waits for the next tick. */
export function diallingClient(): ConnectClient {
  dialling ??= new ConnectClient({ maxAttempts: 1 });
  return dialling;
}

import { KMSClient } from '@aws-sdk/client-kms';

let client: KMSClient | undefined;

/** The one KMS client of an execution environment. */
export function kmsClient(): KMSClient {
  client ??= new KMSClient({});
  return client;
}

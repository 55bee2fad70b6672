import { dynamoClient } from '../../adapters/dynamo-client.ts';
import { dynamoLinks } from '../../adapters/dynamo-links.ts';
import { secretLinkTokens } from '../../adapters/secret-link-tokens.ts';
import { env } from '../../contracts/env.ts';
import { tables } from '../../contracts/tables.ts';
import { requireEnv } from './require-env.ts';

/** Tokens of personal links: all that naming one takes. */
export function linkTokensFromEnv() {
  return secretLinkTokens(requireEnv(env.linkSecret));
}

/** What opening personal links takes. */
export function linkPortsFromEnv() {
  return { tokens: linkTokensFromEnv(), links: dynamoLinks(dynamoClient(), requireEnv(tables.links.env)) };
}

import { createHash } from 'node:crypto';
import { diallingClient } from '../../adapters/connect-client.ts';
import { connectLoad } from '../../adapters/connect-load.ts';
import { dynamoClient } from '../../adapters/dynamo-client.ts';
import { dynamoPresence } from '../../adapters/dynamo-presence.ts';
import { tables } from '../../contracts/tables.ts';
import type { BoardPorts } from '../../domain/supervision/live-board.ts';
import { callbacksFromEnv, contentFromEnv, journalFromEnv, registryFromEnv } from './ports-from-env.ts';
import { requireEnv } from './require-env.ts';

/** What a wallboard is made from. */
export async function boardPortsFromEnv(): Promise<BoardPorts> {
  return {
    journal: journalFromEnv(),
    content: contentFromEnv(),
    sha256: (text) => createHash('sha256').update(text).digest('hex'),
    presence: dynamoPresence(dynamoClient(), requireEnv(tables.presence.env)),
    callbacks: callbacksFromEnv(),
    centre: connectLoad(diallingClient(), await registryFromEnv()),
  };
}

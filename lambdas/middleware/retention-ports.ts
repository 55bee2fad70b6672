import { dynamoClient } from '../../adapters/dynamo-client.ts';
import { dynamoRetention } from '../../adapters/dynamo-retention.ts';
import { tables } from '../../contracts/tables.ts';
import { keepersFromEnv } from './keepers.ts';
import { contentFromEnv, journalFromEnv } from './ports-from-env.ts';
import { requireEnv } from './require-env.ts';

/** What taking away what was kept takes, from the function's environment. */
export function retentionPortsFromEnv() {
  return {
    keepers: keepersFromEnv(),
    book: dynamoRetention(dynamoClient(), requireEnv(tables.retention.env)),
    content: contentFromEnv(),
    journal: journalFromEnv(),
  };
}

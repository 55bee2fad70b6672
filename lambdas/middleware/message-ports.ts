import { dynamoClient } from '../../adapters/dynamo-client.ts';
import { dynamoConsents } from '../../adapters/dynamo-consents.ts';
import { dynamoMessages } from '../../adapters/dynamo-messages.ts';
import { tables } from '../../contracts/tables.ts';
import type { ConsentPorts } from '../../domain/consent/note-consent.ts';
import type { MessagePorts } from '../../domain/message/message-ports.ts';
import { contentFromEnv, journalFromEnv } from './ports-from-env.ts';
import { requireEnv } from './require-env.ts';

/** What planning messages, withdrawing them and noting their receipts takes, from the function's environment. */
export function messagePortsFromEnv(): MessagePorts {
  return {
    messages: dynamoMessages(dynamoClient(), requireEnv(tables.messages.env)),
    content: contentFromEnv(),
    journal: journalFromEnv(),
  };
}

/** What writing down a consent, or a STOP, takes. */
export function consentPortsFromEnv(): ConsentPorts & { readonly consents: ReturnType<typeof dynamoConsents> } {
  return { consents: dynamoConsents(dynamoClient(), requireEnv(tables.messages.env)), journal: journalFromEnv() };
}

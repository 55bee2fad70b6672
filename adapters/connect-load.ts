import type { ConnectClient } from '@aws-sdk/client-connect';
import type { Registry } from '../contracts/registry.ts';
import type { Centre } from '../domain/campaign/dispatch-run.ts';
import { isThrottled } from './is-throttled.ts';
import { queueFigures } from './queue-figures.ts';

const figures = [
  'AGENTS_ONLINE',
  'AGENTS_AVAILABLE',
  'AGENTS_AFTER_CONTACT_WORK',
  'AGENTS_ON_CONTACT',
  'CONTACTS_IN_QUEUE',
  'OLDEST_CONTACT_AGE',
] as const;

/** The centre as GetCurrentMetricData sees it: 5 a second, for the whole account. Give it a client that does not retry by itself. */
export function connectLoad(client: ConnectClient, registry: Registry): Centre {
  return {
    async now(queues) {
      const found = await queueFigures(client, registry, queues, figures).catch((error: unknown) => {
        if (isThrottled(error)) {
          return undefined;
        }
        throw error;
      });
      if (found === undefined) {
        return 'throttled';
      }
      const { most, sum, each } = found;
      const afterCall = most('AGENTS_AFTER_CONTACT_WORK');
      return {
        agentsOnline: most('AGENTS_ONLINE'),
        agentsAvailable: most('AGENTS_AVAILABLE'),
        availableIn: each('AGENTS_AVAILABLE'),
        agentsAfterCall: afterCall,
        // Connect counts agents in after-call work among those on a contact.
        agentsOnContact: Math.max(0, most('AGENTS_ON_CONTACT') - afterCall),
        contactsWaiting: sum('CONTACTS_IN_QUEUE'),
        longestWaitSeconds: most('OLDEST_CONTACT_AGE'),
      };
    },
  };
}

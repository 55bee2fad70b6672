import type { ConnectClient } from '@aws-sdk/client-connect';
import type { Registry } from '../contracts/registry.ts';
import type { QueueState } from '../domain/callback/dialler.ts';
import { queueFigures } from './queue-figures.ts';

/** Queues as GetCurrentMetricData sees them: of free agents at worst too few. */
export function connectMetrics(client: ConnectClient, registry: Registry): QueueState {
  return {
    async now(queues) {
      const { most, sum } = await queueFigures(client, registry, queues, ['AGENTS_AVAILABLE', 'CONTACTS_IN_QUEUE']);
      return { agentsAvailable: most('AGENTS_AVAILABLE'), contactsWaiting: sum('CONTACTS_IN_QUEUE') };
    },
  };
}

import { type ConnectClient, type CurrentMetricResult, GetCurrentMetricDataCommand } from '@aws-sdk/client-connect';
import type { Registry } from '../contracts/registry.ts';
import type { Centre } from '../domain/campaign/dispatch-run.ts';

const agentMetrics = ['AGENTS_ONLINE', 'AGENTS_AVAILABLE', 'AGENTS_AFTER_CONTACT_WORK', 'AGENTS_ON_CONTACT'] as const;

/**
 * The centre as GetCurrentMetricData sees it. An agent counts in every queue of their routing profile, so that of agents the greatest count of any
 * queue is taken, never the sum; contacts that wait are summed.
 */
export function connectLoad(client: ConnectClient, registry: Registry): Centre {
  return {
    async now(queues) {
      const ids = queues.map((name) => {
        const arn = registry.queues[name];
        if (arn === undefined) {
          throw new Error(`The registry has no queue "${name}"; accepted: ${Object.keys(registry.queues).join(', ')}`);
        }
        return arn.slice(arn.lastIndexOf('/') + 1);
      });
      const { MetricResults = [] } = await client.send(
        new GetCurrentMetricDataCommand({
          InstanceId: registry.instanceId,
          Filters: { Queues: ids, Channels: ['VOICE'] },
          Groupings: ['QUEUE'],
          CurrentMetrics: [...agentMetrics, 'CONTACTS_IN_QUEUE' as const].map((Name) => ({ Name, Unit: 'COUNT' })),
        }),
      );
      const most = (name: (typeof agentMetrics)[number]) =>
        Math.max(0, ...MetricResults.map((one) => countOf(one, name)));
      const afterCall = most('AGENTS_AFTER_CONTACT_WORK');
      return {
        agentsOnline: most('AGENTS_ONLINE'),
        agentsAvailable: most('AGENTS_AVAILABLE'),
        agentsAfterCall: afterCall,
        // Connect counts agents in after-call work among those on a contact.
        agentsOnContact: Math.max(0, most('AGENTS_ON_CONTACT') - afterCall),
        contactsWaiting: MetricResults.reduce((sum, one) => sum + countOf(one, 'CONTACTS_IN_QUEUE'), 0),
      };
    },
  };
}

/** Connect leaves out what is zero. */
function countOf({ Collections = [] }: CurrentMetricResult, name: string): number {
  return Collections.find(({ Metric }) => Metric?.Name === name)?.Value ?? 0;
}

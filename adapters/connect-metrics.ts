import { type ConnectClient, type CurrentMetricResult, GetCurrentMetricDataCommand } from '@aws-sdk/client-connect';
import type { Registry } from '../contracts/registry.ts';
import type { QueueState } from '../domain/callback/dialler.ts';

/**
 * Queues as GetCurrentMetricData sees them. An agent counts in every queue of their routing profile, so that the greatest count of free agents of
 * any queue is taken, never their sum: at worst too few.
 */
export function connectMetrics(client: ConnectClient, registry: Registry): QueueState {
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
          CurrentMetrics: [
            { Name: 'AGENTS_AVAILABLE', Unit: 'COUNT' },
            { Name: 'CONTACTS_IN_QUEUE', Unit: 'COUNT' },
          ],
        }),
      );
      const available = MetricResults.map((result) => countOf(result, 'AGENTS_AVAILABLE'));
      const waiting = MetricResults.map((result) => countOf(result, 'CONTACTS_IN_QUEUE'));
      return {
        agentsAvailable: Math.max(0, ...available),
        contactsWaiting: waiting.reduce((sum, count) => sum + count, 0),
      };
    },
  };
}

/** Connect leaves out what is zero. */
function countOf({ Collections = [] }: CurrentMetricResult, name: string): number {
  return Collections.find(({ Metric }) => Metric?.Name === name)?.Value ?? 0;
}

import {
  type ConnectClient,
  type CurrentMetricName,
  type CurrentMetricResult,
  GetCurrentMetricDataCommand,
  type Unit,
} from '@aws-sdk/client-connect';
import type { Registry } from '../contracts/registry.ts';

/** What GetCurrentMetricData says of some queues now. */
export interface QueueFigures {
  /** Greatest count of any queue: an agent counts in every queue of their routing profile, so that agents are never summed. */
  readonly most: (name: CurrentMetricName) => number;
  readonly sum: (name: CurrentMetricName) => number;
  /** Of each queue, by its name. */
  readonly each: (name: CurrentMetricName) => Readonly<Record<string, number>>;
}

/** Asks for these voice figures of queues by name. Throws on a queue that the registry does not know. */
export async function queueFigures(
  client: ConnectClient,
  registry: Registry,
  queues: readonly string[],
  names: readonly CurrentMetricName[],
): Promise<QueueFigures> {
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
      CurrentMetrics: names.map((Name) => ({ Name, Unit: unitOf(Name) })),
    }),
  );
  const counts = (name: CurrentMetricName) => MetricResults.map((result) => countOf(result, name));
  return {
    most: (name) => Math.max(0, ...counts(name)),
    sum: (name) => counts(name).reduce((sum, count) => sum + count, 0),
    each: (name) =>
      Object.fromEntries(
        queues.map((queue, index) => {
          const ofQueue = MetricResults.find(({ Dimensions }) => Dimensions?.Queue?.Id === ids[index]);
          return [queue, ofQueue === undefined ? 0 : countOf(ofQueue, name)];
        }),
      ),
  };
}

/** Grouped by queue, Connect says an age in seconds; ungrouped it would say milliseconds (Amazon Connect documentation). */
function unitOf(name: CurrentMetricName): Unit {
  return name === 'OLDEST_CONTACT_AGE' ? 'SECONDS' : 'COUNT';
}

/** Connect leaves out what is zero. */
function countOf({ Collections = [] }: CurrentMetricResult, name: CurrentMetricName): number {
  return Collections.find(({ Metric }) => Metric?.Name === name)?.Value ?? 0;
}

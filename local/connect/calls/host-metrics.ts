import {
  type Answer,
  answer,
  type JsonObject,
  type MetricQuestion,
  type QueueMetric,
  refuse,
} from '../../../flow-engine/src/index.ts';
import type { QueueModel } from '../model/models.ts';
import { agentsOf, countAgents, estimatedWaitSeconds, queueCounts } from '../queueing/current-metrics.ts';
import { lineOf } from '../queueing/enqueue.ts';
import type { World } from '../world.ts';

function queueOf(world: World, { target }: MetricQuestion): Answer<QueueModel> {
  if (target === undefined) return refuse('no queue given and no working queue set');
  if (target.kind === 'agent') return refuse('the local Connect has no agent queues');
  const queue = world.instance.queues.find(target.queue.arn);
  return queue === undefined ? refuse(`no queue "${target.queue.arn}"`) : answer(queue);
}

/** CheckMetricData. */
export function queueMetric(world: World, metric: QueueMetric, question: MetricQuestion): Answer<number> {
  const queue = queueOf(world, question);
  if (!queue.ok) return queue;
  const agents = () => countAgents(agentsOf(world, queue.value.arn));
  switch (metric) {
    case 'NumberOfAgentsAvailable':
      return answer(agents().available);
    case 'NumberOfAgentsStaffed':
      return answer(agents().staffed);
    case 'NumberOfAgentsOnline':
      return answer(agents().online);
    case 'NumberOfContactsInQueue':
      return answer(queueCounts(world, queue.value).inQueue);
    case 'OldestContactInQueueAgeSeconds':
      return answer(queueCounts(world, queue.value).oldestAgeSeconds ?? 0);
  }
}

/** GetMetricData: the object under `$.Metrics`; what is unknown is null, as live. */
export function metricData(world: World, question: MetricQuestion): Answer<JsonObject> {
  const asked = queueOf(world, question);
  if (!asked.ok) return asked;
  const queue = asked.value;
  const counts = queueCounts(world, queue);
  const agents = countAgents(agentsOf(world, queue.arn));
  const contact = world.contacts.get(question.contact.contactId);
  const line = lineOf(world, queue);
  const position = contact === undefined ? undefined : line.position(contact);
  const wait = estimatedWaitSeconds(world, queue, position ?? counts.inQueue + 1);
  return answer({
    Queue: {
      Name: queue.name,
      ARN: queue.arn,
      Size: counts.inQueue,
      OldestContactAge: counts.oldestAgeSeconds ?? null,
      EstimatedWaitTime: wait ?? null,
    },
    Agents: {
      Online: { Count: agents.online },
      Available: { Count: agents.available },
      Staffed: { Count: agents.staffed },
      AfterContactWork: { Count: agents.afterContactWork },
      Busy: { Count: agents.onContact },
      Missed: { Count: agents.error },
      NonProductive: { Count: agents.nonProductive },
    },
    Contact: { EstimatedWaitTime: position === undefined ? null : (wait ?? null), PositionInQueue: position ?? null },
  });
}

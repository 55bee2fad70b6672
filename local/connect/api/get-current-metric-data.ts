import type { Json, JsonObject } from '../../json.ts';
import type { AgentSummary } from '../agents/agent.ts';
import { idOf } from '../model/arns.ts';
import type { QueueModel } from '../model/models.ts';
import { type AgentCounts, countAgents, queueCounts } from '../queueing/current-metrics.ts';
import { lineOf } from '../queueing/enqueue.ts';
import { now, type World } from '../world.ts';
import { type ApiInput, found, requireInstance } from './input.ts';
import type { Operation } from './operation.ts';

interface Group {
  readonly dimensions: JsonObject;
  readonly queues: readonly QueueModel[];
  readonly agents: readonly AgentSummary[];
}

const agentMetrics: Readonly<Record<string, (counts: AgentCounts) => number>> = {
  AGENTS_ONLINE: ({ online }) => online,
  AGENTS_STAFFED: ({ staffed }) => staffed,
  AGENTS_AVAILABLE: ({ available }) => available,
  AGENTS_ON_CALL: ({ onContact, afterContactWork }) => onContact + afterContactWork,
  AGENTS_ON_CONTACT: ({ onContact, afterContactWork }) => onContact + afterContactWork,
  AGENTS_AFTER_CONTACT_WORK: ({ afterContactWork }) => afterContactWork,
  AGENTS_NON_PRODUCTIVE: ({ nonProductive }) => nonProductive,
  AGENTS_ERROR: ({ error }) => error,
  SLOTS_ACTIVE: ({ onContact, afterContactWork }) => onContact + afterContactWork,
  SLOTS_AVAILABLE: ({ available }) => available,
};
const queueMetrics = ['CONTACTS_IN_QUEUE', 'OLDEST_CONTACT_AGE', 'CONTACTS_SCHEDULED', 'ESTIMATED_WAIT_TIME'];
const groupings = ['QUEUE', 'CHANNEL', 'ROUTING_PROFILE'];

/** POST /metrics/current: as things stood before this instant. */
export const getCurrentMetricData: Operation = {
  mutates: false,
  run(world, input) {
    requireInstance(world, input);
    const wanted = input.objects('CurrentMetrics').map((metric) => metric.text('Name'));
    const known = [...Object.keys(agentMetrics), ...queueMetrics];
    if (wanted.length === 0 || wanted.some((name) => !known.includes(name)))
      throw input.refuse('CurrentMetrics', known.join(', '), 'InvalidRequestException');
    const groups = groupsOf(world, input);
    return {
      MetricResults: groups.map((group) => ({
        Dimensions: group.dimensions,
        Collections: wanted.map((name) => ({
          Metric: { Name: name, Unit: unitOf(name) },
          Value: metricValue(world, group, name),
        })),
      })),
      DataSnapshotTime: now(world) / 1000,
      ApproximateTotalCount: groups.length,
    };
  },
};

const unitOf = (name: string): string =>
  name === 'OLDEST_CONTACT_AGE' || name === 'ESTIMATED_WAIT_TIME' ? 'SECONDS' : 'COUNT';

function metricValue(world: World, group: Group, name: string): Json {
  const ofAgents = agentMetrics[name];
  if (ofAgents !== undefined) return ofAgents(countAgents(group.agents));
  const counts = group.queues.map((queue) => queueCounts(world, queue, true));
  const waiting = counts.reduce((sum, { inQueue }) => sum + inQueue, 0);
  switch (name) {
    case 'CONTACTS_IN_QUEUE':
      return waiting;
    case 'CONTACTS_SCHEDULED':
      return group.queues.reduce((sum, queue) => sum + lineOf(world, queue).scheduled, 0);
    case 'OLDEST_CONTACT_AGE':
      return Math.max(0, ...counts.map(({ oldestAgeSeconds }) => oldestAgeSeconds ?? 0));
    default: {
      const { staffed } = countAgents(group.agents);
      const handling = Math.max(0, ...group.queues.map((queue) => lineOf(world, queue).handlingMs()));
      return staffed === 0 ? 0 : Math.round((handling * waiting) / staffed / 1000);
    }
  }
}

function groupsOf(world: World, input: ApiInput): Group[] {
  const { instance } = world;
  const filters = input.object('Filters');
  const queues = filters.texts('Queues').map((id) => found(() => instance.queues.get(id)));
  const profiles = filters.texts('RoutingProfiles').map((id) => found(() => instance.routingProfiles.get(id)).arn);
  if (queues.length + profiles.length === 0 || queues.length > 100 || profiles.length > 100)
    throw input.refuse('Filters', '1 to 100 Queues or RoutingProfiles', 'InvalidRequestException');
  for (const grouping of input.texts('Groupings'))
    if (!groupings.includes(grouping)) throw input.refuse('Groupings', groupings.join(', '), 'InvalidRequestException');
  const agents = [...world.agents.values()];
  const serving = (some: readonly QueueModel[]) =>
    agents.filter(({ profile }) => profile.queues.some(({ queueArn }) => some.some(({ arn }) => arn === queueArn)));
  const settled = (some: typeof agents) => some.map((agent) => agent.settled.get());
  const reference = ({ arn }: { readonly arn: string }): JsonObject => ({ Id: idOf(arn), Arn: arn });
  const channel = { Channel: 'VOICE' };
  if (input.texts('Groupings').includes('QUEUE'))
    return queues.map((queue) => ({
      dimensions: { Queue: reference(queue), ...channel },
      queues: [queue],
      agents: settled(serving([queue])),
    }));
  if (input.texts('Groupings').includes('ROUTING_PROFILE'))
    return profiles.map((arn) => ({
      dimensions: { RoutingProfile: reference({ arn }), ...channel },
      queues: [],
      agents: settled(agents.filter(({ profile }) => profile.arn === arn)),
    }));
  const inProfiles = agents.filter(({ profile }) => profiles.includes(profile.arn));
  return [{ dimensions: {}, queues, agents: settled(queues.length > 0 ? serving(queues) : inProfiles) }];
}

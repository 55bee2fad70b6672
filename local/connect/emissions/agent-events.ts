import type { Json, JsonObject } from '../../json.ts';
import { deriveUuid } from '../../kernel/random.ts';
import type { Agent, AgentContact } from '../agents/agent.ts';
import { now, type World } from '../world.ts';
import { eventMoment } from './moments.ts';

export type AgentEventType = 'LOGIN' | 'LOGOUT' | 'STATE_CHANGE' | 'HEART_BEAT';

/** Constant, so that the events of one agent keep their order on the shard. */
const deliveryMs = 200;

/** Sends an agent event to the stream of the instance, with the agent as of now and as of the event before. */
export function emitAgentEvent(world: World, agent: Agent, type: AgentEventType): void {
  const at = now(world);
  agent.lastEventAt = at;
  const streamArn = world.instance.storage.get('AGENT_EVENTS')?.target;
  if (streamArn === undefined) return;
  agent.events += 1;
  const lane = `${agent.lane}/event/${agent.events}`;
  const snapshot = agentSnapshot(agent);
  const event: JsonObject = {
    AWSAccountId: world.instance.account,
    AgentARN: agent.user.arn,
    CurrentAgentSnapshot: snapshot,
    EventId: deriveUuid(world.cloud.seed, lane),
    EventTimestamp: eventMoment(at),
    EventType: type,
    InstanceARN: world.instance.arn,
    PreviousAgentSnapshot: agent.snapshot ?? null,
    Version: '2017-10-01',
  };
  agent.snapshot = snapshot;
  const data = JSON.stringify(event);
  world.cloud.kernel.at(at + deliveryMs, `${agent.lane}/event`, () => {
    world.cloud.streams.put(streamArn, { data, partitionKey: agent.user.arn, lane });
  });
}

function agentSnapshot(agent: Agent): JsonObject {
  const { status, nextStatus, on } = agent;
  return {
    AgentStatus: {
      ARN: status.arn,
      Name: status.name,
      StartTimestamp: eventMoment(agent.statusSince),
      Type: status.type,
    },
    NextAgentStatus:
      nextStatus === undefined
        ? null
        : {
            ARN: nextStatus.status.arn,
            Name: nextStatus.status.name,
            EnqueuedTimestamp: eventMoment(nextStatus.at),
            Type: nextStatus.status.type,
          },
    Configuration: configuration(agent),
    Contacts: on === undefined ? [] : [contactPart(on)],
  };
}

function configuration(agent: Agent): JsonObject {
  const { user, profile, queueNames } = agent;
  const queue = (arn: string): Json => ({ ARN: arn, Channels: ['VOICE'], Name: queueNames.get(arn) ?? null });
  return {
    AgentHierarchyGroups: null,
    FirstName: user.firstName ?? null,
    LastName: user.lastName ?? null,
    Proficiencies: [],
    RoutingProfile: {
      ARN: profile.arn,
      Concurrency: [{ AvailableSlots: agent.on === undefined ? 1 : 0, Channel: 'VOICE', MaximumSlots: 1 }],
      DefaultOutboundQueue: queue(profile.defaultOutboundQueueArn),
      InboundQueues: profile.queues.map(({ queueArn }) => queue(queueArn)),
      Name: profile.name,
    },
    Username: user.name,
  };
}

function contactPart({ contact, state, since, connectedAt }: AgentContact): JsonObject {
  const { queue } = contact;
  return {
    Channel: 'VOICE',
    ConnectedToAgentTimestamp: connectedAt === undefined ? null : eventMoment(connectedAt),
    ContactId: contact.id,
    InitialContactId: contact.state.initialContactId === contact.id ? null : contact.state.initialContactId,
    InitiationMethod: contact.state.initiationMethod,
    Queue: queue === undefined ? null : { ARN: queue.model.arn, Channels: ['VOICE'], Name: queue.model.name || null },
    QueueTimestamp: queue === undefined ? null : eventMoment(queue.enqueuedAt),
    RelatedContactId: null,
    State: state,
    StateStartTimestamp: eventMoment(since),
  };
}

import type { Endpoint } from '../../../flow-engine/src/index.ts';
import type { Json, JsonObject } from '../../json.ts';
import type { Contact } from '../contact.ts';
import { resourceArn } from '../model/arns.ts';
import type { World } from '../world.ts';
import { isPast } from './input.ts';

/** REST-JSON timestamps: seconds since the epoch. */
const seconds = (ms: number): number => ms / 1000;

/** The answer of DescribeContact: what had happened to the contact before this instant. */
export function describedContact(world: World, contact: Contact): JsonObject {
  const { state } = contact;
  const past = (at: number | undefined): number | undefined => (isPast(world, at) ? seconds(at) : undefined);
  const endpoint = (value: Endpoint | undefined) =>
    value === undefined ? undefined : { Address: value.address, Type: value.type };
  return present({
    Arn: resourceArn(world.instance.arn, 'contact', contact.id),
    Id: contact.id,
    InitialContactId: state.initialContactId === contact.id ? undefined : state.initialContactId,
    PreviousContactId: state.previousContactId,
    RelatedContactId: state.relatedContactId,
    InitiationMethod: state.initiationMethod,
    Name: state.name,
    Description: state.description,
    Channel: 'VOICE',
    CustomerEndpoint: endpoint(state.customerEndpoint),
    SystemEndpoint: endpoint(state.systemEndpoint),
    QueueInfo: isPast(world, contact.queue?.enqueuedAt) ? queueInfo(contact) : undefined,
    AgentInfo: isPast(world, contact.agent?.connectedAt) ? agentInfo(contact, past) : undefined,
    InitiationTimestamp: seconds(contact.initiatedAt),
    ConnectedToSystemTimestamp: past(contact.connectedToSystemAt),
    DisconnectTimestamp: past(contact.disconnectedAt),
    DisconnectReason: isPast(world, contact.disconnectedAt) ? contact.disconnectReason : undefined,
    LastUpdateTimestamp: seconds(contact.lastUpdateAt),
    QueuePriority: state.queuePriority,
    QueueTimeAdjustmentSeconds: state.queueTimeAdjustmentSeconds,
    Attributes: { ...state.attributes },
    Tags: { 'aws:connect:instanceId': world.instance.id, ...state.tags },
    SegmentAttributes: { 'connect:Subtype': { ValueString: 'connect:Telephony' } },
  });
}

function queueInfo({ queue }: Contact): Json | undefined {
  return queue === undefined ? undefined : { Id: queue.model.id, EnqueueTimestamp: seconds(queue.enqueuedAt) };
}

function agentInfo({ agent }: Contact, past: (at: number | undefined) => number | undefined): Json | undefined {
  if (agent === undefined) return undefined;
  return present({
    Id: agent.agent.user.id,
    ConnectedToAgentTimestamp: past(agent.connectedAt),
    AfterContactWorkStartTimestamp: past(agent.afterCallWorkStart),
    AfterContactWorkEndTimestamp: past(agent.afterCallWorkEnd),
  });
}

/** Without the members that are undefined, as JSON has none. */
function present(values: Readonly<Record<string, Json | undefined>>): JsonObject {
  const kept: Record<string, Json> = {};
  for (const [name, value] of Object.entries(values)) if (value !== undefined) kept[name] = value;
  return kept;
}

import type { Endpoint } from '../../../flow-engine/src/index.ts';
import type { Json, JsonObject } from '../../json.ts';
import type { Contact, ContactAgent, ContactQueue } from '../contact.ts';
import { isAgentQueue } from '../queueing/agent-queue.ts';
import type { World } from '../world.ts';
import { recordMoment, secondsBetween } from './moments.ts';

const moment = (at: number | undefined): string | null => (at === undefined ? null : recordMoment(at));

const endpoint = (value: Endpoint | undefined): Json =>
  value === undefined ? null : { Address: value.address, Type: value.type };

/** The contact record (CTR) of a completed contact (adminguide: ctr-data-model). */
export function contactRecord(world: World, contact: Contact): JsonObject {
  const { instance } = world;
  const { state, queue, agent } = contact;
  return {
    AWSAccountId: instance.account,
    AWSContactTraceRecordFormatVersion: '2017-03-10',
    Agent: agent?.connectedAt === undefined ? null : agentPart(contact, agent, agent.connectedAt),
    AgentConnectionAttempts: contact.agentAttempts,
    AnsweringMachineDetectionStatus: null,
    Attributes: { ...state.attributes },
    Campaign: { CampaignId: null },
    Channel: 'VOICE',
    ConnectedToSystemTimestamp: moment(contact.connectedToSystemAt),
    ContactDetails: {},
    ContactId: contact.id,
    CustomerEndpoint: endpoint(state.customerEndpoint),
    CustomerId: state.customerId ?? null,
    DisconnectReason: contact.disconnectReason ?? null,
    DisconnectTimestamp: moment(contact.disconnectedAt),
    InitialContactId: state.initialContactId === contact.id ? null : state.initialContactId,
    InitiationMethod: state.initiationMethod,
    InitiationTimestamp: recordMoment(contact.initiatedAt),
    InstanceARN: instance.arn,
    LastUpdateTimestamp: recordMoment(contact.lastUpdateAt),
    MediaStreams: [{ Type: 'AUDIO' }],
    NextContactId: contact.nextContactId ?? null,
    PreviousContactId: state.previousContactId ?? null,
    Queue: queue === undefined ? null : queuePart(contact, queue),
    Recording: null,
    Recordings: null,
    References: Object.entries(state.references).map(([Name, { type, value }]) => ({ Name, Type: type, Value: value })),
    RelatedContactId: state.relatedContactId ?? null,
    ScheduledTimestamp: null,
    SegmentAttributes: { 'connect:Subtype': { ValueString: 'connect:Telephony' } },
    SystemEndpoint: endpoint(state.systemEndpoint),
    Tags: { 'aws:connect:instanceId': instance.id, ...state.tags },
    TransferCompletedTimestamp: moment(contact.transferCompletedAt),
    TransferredToEndpoint: null,
  };
}

function queuePart(contact: Contact, { model, enqueuedAt, dequeuedAt }: ContactQueue): JsonObject {
  const until = dequeuedAt ?? contact.disconnectedAt ?? enqueuedAt;
  return {
    ARN: model.arn,
    Name: isAgentQueue(model) ? null : model.name,
    EnqueueTimestamp: recordMoment(enqueuedAt),
    DequeueTimestamp: recordMoment(until),
    Duration: secondsBetween(enqueuedAt, until),
  };
}

function agentPart(contact: Contact, part: ContactAgent, connectedAt: number): JsonObject {
  const { user, profile } = part.agent;
  const end = part.disconnectedAt ?? contact.disconnectedAt ?? connectedAt;
  const held = Math.round(part.heldMs / 1000);
  // Interaction is with the customer: a callback's agent waits for them first, and speaks to nobody when it rings in vain.
  const together = contact.connectedToSystemAt === undefined ? end : Math.max(connectedAt, contact.connectedToSystemAt);
  const wrapUp =
    part.afterCallWorkStart === undefined || part.afterCallWorkEnd === undefined
      ? null
      : secondsBetween(part.afterCallWorkStart, part.afterCallWorkEnd);
  return {
    ARN: user.arn,
    Username: user.name,
    AcceptedByAgentTimestamp: recordMoment(part.acceptedAt),
    ConnectedToAgentTimestamp: recordMoment(connectedAt),
    AgentInteractionDuration: Math.max(0, secondsBetween(together, end) - held),
    CustomerHoldDuration: held,
    AgentInitiatedHoldDuration: held,
    LongestHoldDuration: Math.round(part.longestHoldMs / 1000),
    NumberOfHolds: part.holds,
    AfterContactWorkDuration: wrapUp,
    AfterContactWorkStartTimestamp: moment(part.afterCallWorkStart),
    AfterContactWorkEndTimestamp: moment(part.afterCallWorkEnd),
    HierarchyGroups: null,
    RoutingProfile: { ARN: profile.arn, Name: profile.name },
    StateTransitions: null,
  };
}

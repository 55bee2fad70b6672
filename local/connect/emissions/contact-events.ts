import type { Json, JsonObject } from '../../json.ts';
import { type Contact, laneOf, serial } from '../contact.ts';
import { resourceArn } from '../model/arns.ts';
import { isAgentQueue } from '../queueing/agent-queue.ts';
import { draw, now, type World } from '../world.ts';
import { eventMoment } from './moments.ts';

/** adminguide: contact-events. */
export type ContactEventType =
  | 'INITIATED'
  | 'CONNECTED_TO_SYSTEM'
  | 'QUEUED'
  | 'CONNECTED_TO_AGENT'
  | 'CONTACT_DATA_UPDATED'
  | 'DISCONNECTED'
  | 'COMPLETED';

/** Sends an Amazon Connect Contact Event: best effort (the bus loses, doubles and delays some), without user attributes. */
export function emitContactEvent(world: World, contact: Contact, eventType: ContactEventType): void {
  const { cloud, options } = world;
  const lane = laneOf(contact, `event/${serial(contact, 'event')}`);
  const delay = draw(world, lane).integer(...options.eventDelayMs);
  const detail = eventDetail(world, contact, eventType);
  const resources = [world.instance.arn, resourceArn(world.instance.arn, 'contact', contact.id)];
  cloud.kernel.at(now(world) + delay, lane, () => {
    const entry = { source: 'aws.connect', detailType: 'Amazon Connect Contact Event', detail, resources };
    cloud.events.put(entry, { lane, bestEffort: true });
  });
}

function eventDetail(world: World, contact: Contact, eventType: ContactEventType): JsonObject {
  const { state } = contact;
  const detail: Record<string, Json> = {
    eventType,
    contactId: contact.id,
    initialContactId: state.initialContactId,
    channel: 'VOICE',
    instanceArn: world.instance.arn,
    initiationMethod: state.initiationMethod,
    initiationTimestamp: eventMoment(contact.initiatedAt),
    tags: { 'aws:connect:instanceId': world.instance.id, ...state.tags },
    segmentAttributes: { 'connect:Subtype': { valueString: 'connect:Telephony' } },
  };
  if (state.previousContactId !== undefined) detail['previousContactId'] = state.previousContactId;
  if (state.relatedContactId !== undefined) detail['relatedContactId'] = state.relatedContactId;
  if (contact.connectedToSystemAt !== undefined)
    detail['connectedToSystemTimestamp'] = eventMoment(contact.connectedToSystemAt);
  if (contact.disconnectedAt !== undefined) detail['disconnectTimestamp'] = eventMoment(contact.disconnectedAt);
  if (contact.disconnectReason !== undefined) detail['disconnectReason'] = contact.disconnectReason;
  const { queue, agent } = contact;
  if (queue !== undefined)
    detail['queueInfo'] = {
      queueArn: queue.model.arn,
      queueType: isAgentQueue(queue.model) ? 'AGENT' : 'STANDARD',
      enqueueTimestamp: eventMoment(queue.enqueuedAt),
    };
  if (agent?.connectedAt !== undefined) {
    const info: Record<string, Json> = {
      agentArn: agent.agent.user.arn,
      connectedToAgentTimestamp: eventMoment(agent.connectedAt),
      agentInitiatedHoldDuration: Math.floor(agent.heldMs / 1000),
    };
    if (agent.afterCallWorkStart !== undefined)
      info['afterContactWorkStartTimestamp'] = eventMoment(agent.afterCallWorkStart);
    if (agent.afterCallWorkEnd !== undefined)
      info['afterContactWorkEndTimestamp'] = eventMoment(agent.afterCallWorkEnd);
    detail['agentInfo'] = info;
  }
  return detail;
}

import {
  type Answer,
  answer,
  type Endpoint,
  type HostCapabilities,
  type QueueInfo,
  type RoutingTarget,
  refuse,
} from '../../../flow-engine/src/index.ts';
import type { Contact } from '../contact.ts';
import { hoursOpen } from '../model/hours-open.ts';
import type { QueueModel } from '../model/models.ts';
import { agentQueue } from '../queueing/agent-queue.ts';
import { enqueue, lineOf } from '../queueing/enqueue.ts';
import { draw, now, type World } from '../world.ts';
import { createCallback } from './callback.ts';
import { metricData, queueMetric } from './host-metrics.ts';
import { validatePhone } from './validate-phone.ts';

/** A chain may hold 12 contacts: 11 moves from queue to queue (adminguide: transfer-to-queue). */
const maximumChain = 12;

/** What flows may ask of the instance, answered at once from the world as it is. */
export function createHost(getWorld: () => World): HostCapabilities {
  return {
    flow: (id) => found(getWorld().instance.flows.find(id)?.flow, 'contact flow', id),
    flowModule: (id) => found(getWorld().instance.modules.find(id)?.flow, 'flow module', id),
    hoursOfOperation: ({ hoursOfOperationId, queue }) => {
      const world = getWorld();
      const id =
        hoursOfOperationId ?? (queue === undefined ? undefined : world.instance.queues.find(queue.arn)?.hoursArn);
      if (id === undefined) return refuse('no hours of operation given and no working queue set');
      const hours = world.instance.hours.find(id);
      return hours === undefined ? refuse(`no hours of operation "${id}"`) : answer(hoursOpen(hours, now(world)));
    },
    queue: (id) => {
      const queue = getWorld().instance.queues.find(id);
      return queue === undefined ? refuse(`no queue "${id}"`) : answer(queueInfo(getWorld(), queue));
    },
    agent: (id) => {
      const user = getWorld().instance.users.find(id);
      return user === undefined ? refuse(`no agent "${id}"`) : answer({ arn: user.arn, userName: user.name });
    },
    queueMetric: (metric, question) => queueMetric(getWorld(), metric, question),
    metricData: (question) => metricData(getWorld(), question),
    enqueue: (state, target, { dequeue }) => place(getWorld(), contactOf(getWorld(), state.contactId), target, dequeue),
    createCallback: (request) => createCallback(getWorld(), contactOf(getWorld(), request.contact.contactId), request),
    isDialable: (number) => isDialable(getWorld(), number),
    validatePhone,
    randomPercent: (state, action) => draw(getWorld(), `connect/${state.contactId}/percent/${action}`).integer(1, 100),
    now: () => getWorld().cloud.kernel.iso(),
  };
}

export function isDialable(world: World, number: string): boolean {
  return /^\+[1-9]\d{1,14}$/.test(number) && world.options.allowedPrefixes.some((prefix) => number.startsWith(prefix));
}

export function queueInfo(world: World, queue: QueueModel): QueueInfo {
  const callerId = world.instance.callerIdOf(queue);
  const endpoint: Endpoint | undefined =
    callerId === undefined ? undefined : { address: callerId, type: 'TELEPHONE_NUMBER' };
  return { arn: queue.arn, name: queue.name, ...(endpoint === undefined ? {} : { outboundCallerId: endpoint }) };
}

function contactOf(world: World, contactId: string): Contact {
  const contact = world.contacts.get(contactId);
  if (contact === undefined) throw new Error(`no contact "${contactId}" in the instance`);
  return contact;
}

function place(
  world: World,
  contact: Contact,
  target: RoutingTarget,
  isMove: boolean,
): Answer<'queued' | 'at-capacity'> {
  const queue = queueOf(world, target);
  if (queue === undefined || !queue.enabled)
    return refuse(
      target.kind === 'agent'
        ? `no agent "${target.agent.userName}"`
        : `queue "${target.queue.name}" does not exist or is disabled`,
    );
  if (isMove && target.kind === 'agent') return refuse('the local Connect moves nobody from a queue to an agent');
  if (isMove && chainLength(world, contact) >= maximumChain)
    return refuse(`a chain holds at most ${maximumChain} contacts`);
  if (!lineOf(world, queue).hasRoom()) {
    world.counters.add('QueueCapacityExceededError', now(world));
    return answer('at-capacity');
  }
  // A move becomes a new contact once the flow has ended: see customer-queue.ts.
  if (!isMove) enqueue(world, contact, queue);
  return answer('queued');
}

function queueOf(world: World, target: RoutingTarget): QueueModel | undefined {
  if (target.kind === 'queue') return world.instance.queues.find(target.queue.arn);
  const user = world.instance.users.find(target.agent.arn);
  return user && agentQueue(world, user);
}

function chainLength(world: World, contact: Contact): number {
  let length = 1;
  for (let id = contact.state.previousContactId; id !== undefined; id = world.contacts.get(id)?.state.previousContactId)
    length += 1;
  return length;
}

const found = <T>(value: T | undefined, kind: string, id: string): Answer<T> =>
  value === undefined ? refuse(`no ${kind} "${id}" in the instance`) : answer(value);

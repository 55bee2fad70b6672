import { type Answer, answer, type CallbackRequest, refuse } from '../../../flow-engine/src/index.ts';
import type { Agent } from '../agents/agent.ts';
import { type Contact, laneOf } from '../contact.ts';
import { emitAgentEvent } from '../emissions/agent-events.ts';
import { emitContactEvent } from '../emissions/contact-events.ts';
import type { QueueModel } from '../model/models.ts';
import { defaultPriority, enqueue, lineOf } from '../queueing/enqueue.ts';
import { now, type World } from '../world.ts';
import { endOfConversation } from './after-call-work.ts';
import { disconnectContact } from './completion.ts';
import { converse, play, whisperToAgent } from './connect-agent.ts';
import { tellLine } from './customer-line.ts';
import { type DialFailure, dialCustomer } from './dial-customer.ts';
import { outboundWhisper } from './hook-flow.ts';
import { isDialable } from './host.ts';
import { nextSegment } from './segment.ts';

/** CreateCallbackContact: a contact of its own, which keeps the caller's place in the queue and rings an agent first. */
export function createCallback(world: World, contact: Contact, request: CallbackRequest): Answer<true> {
  if (request.target.kind === 'agent') return refuse('the local Connect has no agent queues');
  if (request.callbackMode === 'CustomerFirst')
    return refuse('customer-first callbacks are not simulated by the local Connect');
  if (request.contactFlowId !== undefined)
    return refuse('creation flows of callbacks are not simulated by the local Connect');
  const queue = world.instance.queues.find(request.target.queue.arn);
  if (queue === undefined) return refuse(`no queue "${request.target.queue.arn}"`);
  if (!isDialable(world, request.callbackNumber))
    return refuse('the callback number may not be dialled from this instance');
  if (!lineOf(world, queue).hasRoom()) return refuse('the queue is full');
  const { waiting, state } = contact;
  const isSameQueue = waiting?.line.model.arn === queue.arn;
  const callback = nextSegment(world, contact, 'CALLBACK');
  callback.state.customerEndpoint = { address: request.callbackNumber, type: 'TELEPHONE_NUMBER' };
  callback.state.callbackNumber = request.callbackNumber;
  callback.state.queue = request.target.queue;
  callback.callback = {
    number: request.callbackNumber,
    callerId: request.callerId ?? world.instance.callerIdOf(queue) ?? state.systemEndpoint?.address,
    attemptsLeft: request.maximumConnectionAttempts,
    retryDelayMs: request.retryDelaySeconds * 1000,
    orderAt: isSameQueue ? waiting.orderAt : now(world),
    priority: isSameQueue ? waiting.priority : (state.queuePriority ?? defaultPriority),
  };
  emitContactEvent(world, callback, 'INITIATED');
  joinLater(world, callback, queue, request.initialCallDelaySeconds * 1000);
  return answer(true);
}

/** The callback stands in the queue after its delay, at the place it kept. */
function joinLater(world: World, callback: Contact, queue: QueueModel, delayMs: number): void {
  const line = lineOf(world, queue);
  line.scheduled += 1;
  world.cloud.kernel.after(delayMs, laneOf(callback, 'callback'), () => {
    line.scheduled -= 1;
    if (callback.phase !== 'scheduled' || callback.callback === undefined) return;
    callback.phase = 'queued';
    enqueue(world, callback, queue, callback.callback);
  });
}

/** An agent took the callback: whisper, then the customer's phone rings. */
export function dialCallback(world: World, contact: Contact, agent: Agent): void {
  const policy = contact.callback;
  if (policy === undefined) return;
  contact.state.agent = agent.info;
  if (contact.agent !== undefined) contact.agent.connectedAt = now(world);
  if (agent.on !== undefined) {
    agent.settled.changing();
    agent.on.state = 'PENDING';
    agent.on.since = now(world);
    agent.on.connectedAt = now(world);
  }
  emitAgentEvent(world, agent, 'STATE_CHANGE');
  whisperToAgent(world, contact, agent, () => {
    agent.tell({ at: now(world), type: 'dialling', contactId: contact.id });
    contact.phase = 'dialling';
    contact.stopDialling = dialCustomer(world, contact, {
      number: policy.number,
      from: policy.callerId,
      ringSeconds: world.options.callbackRingSeconds,
      onAnswer: () => answered(world, contact, agent),
      onFailure: (reason) => failed(world, contact, agent, reason),
    });
  });
}

function answered(world: World, contact: Contact, agent: Agent): void {
  contact.stopDialling = undefined;
  contact.connectedToSystemAt = now(world);
  contact.phase = 'connecting';
  emitContactEvent(world, contact, 'CONNECTED_TO_SYSTEM');
  const flow = outboundWhisper(world, contact);
  play(world, contact, () => converse(world, contact, agent), {
    flow,
    hear: (event) => tellLine(world, contact, event),
  });
}

/** Nobody picked up: the agent wraps up, and a next attempt, if one is left, is a contact of its own after the retry delay. */
function failed(world: World, contact: Contact, agent: Agent, reason: DialFailure): void {
  contact.stopDialling = undefined;
  disconnectContact(world, contact, reason);
  agent.tell({ at: now(world), type: 'customer-left', contactId: contact.id, before: 'connect' });
  scheduleRetry(world, contact);
  endOfConversation(world, contact, agent);
}

function scheduleRetry(world: World, contact: Contact): void {
  const policy = contact.callback;
  const queue = contact.queue?.model;
  if (policy === undefined || queue === undefined || policy.attemptsLeft <= 1) return;
  const retry = nextSegment(world, contact, 'CALLBACK');
  retry.state.callbackNumber = policy.number;
  retry.state.queue = contact.state.queue;
  retry.callback = { ...policy, attemptsLeft: policy.attemptsLeft - 1 };
  emitContactEvent(world, retry, 'INITIATED');
  joinLater(world, retry, queue, policy.retryDelayMs);
}

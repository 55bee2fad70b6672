import type { EndedSuspension } from '../../../flow-engine/src/index.ts';
import { release } from '../agents/presence.ts';
import type { Contact } from '../contact.ts';
import { dequeue, enqueue } from '../queueing/enqueue.ts';
import { now, type World } from '../world.ts';
import { completeContact, disconnectContact } from './completion.ts';
import { noteFlowError } from './customer-flow.ts';
import { tellLine } from './customer-line.ts';
import { FlowPlayer } from './flow-player.ts';
import { endCustomerSide } from './hang-up.ts';
import { hookFlow } from './hook-flow.ts';
import { handOver, nextSegment } from './segment.ts';

/** The contact stands in a queue: the customer hears the queue flow until an agent takes the call. */
export function waitInQueue(world: World, contact: Contact): void {
  contact.phase = 'queued';
  const flow = hookFlow(world, contact, 'CustomerQueue');
  if (flow === undefined) {
    tellLine(world, contact, { type: 'queued-music' });
    return;
  }
  const player = new FlowPlayer(world, contact, {
    flow,
    hear: (event) => tellLine(world, contact, event),
    onEnded: (ended) => {
      contact.player = undefined;
      queueFlowEnded(world, contact, ended);
    },
  });
  contact.player = player;
  player.start();
}

function queueFlowEnded(world: World, contact: Contact, ended: EndedSuspension): void {
  switch (ended.reason) {
    case 'disconnected':
      endCustomerSide(world, contact, 'CONTACT_FLOW_DISCONNECT', 'system');
      return;
    case 'transferred-to-third-party':
      endCustomerSide(world, contact, 'THIRD_PARTY_DISCONNECT', 'third-party');
      return;
    case 'dequeued':
      moveToQueue(world, contact, ended);
      return;
    default:
      // EndFlowExecution means "stay in queue"; a flow that failed leaves the contact waiting for the next agent too.
      if (ended.reason === 'stopped') noteFlowError(world, contact, ended);
      tellLine(world, contact, { type: 'queued-music' });
      return;
  }
}

/** DequeueContactAndTransferToQueue: the customer goes on as a new contact in the other queue, whose own queue flow runs. */
function moveToQueue(world: World, contact: Contact, ended: EndedSuspension): void {
  if (ended.target?.kind !== 'queue')
    throw new Error(`flow "${ended.flow}", action "${ended.action}": only queues are targets here`);
  const queue = world.instance.queues.get(ended.target.queue.arn);
  const ringing = dequeue(world, contact)?.offeredTo;
  if (ringing !== undefined) {
    ringing.tell({ at: now(world), type: 'customer-left', contactId: contact.id, before: 'accept' });
    release(world, ringing);
  }
  const next = nextSegment(world, contact, 'QUEUE_TRANSFER');
  handOver(world, contact, next);
  contact.transferCompletedAt = now(world);
  disconnectContact(world, contact, 'CONTACT_FLOW_DISCONNECT');
  completeContact(world, contact);
  next.state.queue = ended.target.queue;
  enqueue(world, next, queue);
  waitInQueue(world, next);
}

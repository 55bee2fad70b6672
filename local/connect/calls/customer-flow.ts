import type { EndedSuspension, Flow } from '../../../flow-engine/src/index.ts';
import type { Contact } from '../contact.ts';
import { now, type World } from '../world.ts';
import { tellLine } from './customer-line.ts';
import { waitInQueue } from './customer-queue.ts';
import { FlowPlayer } from './flow-player.ts';
import { endCustomerSide } from './hang-up.ts';

/** Runs a flow of type CONTACT_FLOW (or a transfer flow) for the customer on the line. */
export function runCustomerFlow(world: World, contact: Contact, flow: Flow): void {
  contact.phase = 'flow';
  const player = new FlowPlayer(world, contact, {
    flow,
    hear: (event) => tellLine(world, contact, event),
    onEnded: (ended) => {
      contact.player = undefined;
      flowEnded(world, contact, ended);
    },
  });
  contact.player = player;
  player.start();
}

function flowEnded(world: World, contact: Contact, ended: EndedSuspension): void {
  switch (ended.reason) {
    case 'queued':
      waitInQueue(world, contact);
      return;
    case 'transferred-to-third-party':
      endCustomerSide(world, contact, 'THIRD_PARTY_DISCONNECT', 'third-party');
      return;
    case 'stopped':
      noteFlowError(world, contact, ended);
      endCustomerSide(world, contact, 'CONTACT_FLOW_DISCONNECT', 'system');
      return;
    case 'transferred-to-agent':
    case 'dequeued':
      throw new Error(
        `flow "${ended.flow}", action "${ended.action}": ${ended.reason} is not simulated by the local Connect in a contact flow`,
      );
    default:
      endCustomerSide(world, contact, 'CONTACT_FLOW_DISCONNECT', 'system');
      return;
  }
}

/** A flow that could not go on: live, the caller would be cut off and CloudWatch would count it. */
export function noteFlowError(world: World, contact: Contact, ended: EndedSuspension): void {
  world.counters.add('ContactFlowFatalErrors', now(world));
  const { flow, action, error } = ended;
  const message = error?.message ?? 'stopped';
  world.flowErrors.push({ at: now(world), contactId: contact.id, flow, action, message });
  world.cloud.report(`contact ${contact.id}, flow ${flow}, action ${action}`, message);
}

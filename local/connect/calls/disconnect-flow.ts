import type { Contact } from '../contact.ts';
import type { World } from '../world.ts';
import { runCustomerFlow } from './customer-flow.ts';
import { chosenFlow } from './hook-flow.ts';
import type { Line } from './line.ts';
import { handOver, nextSegment } from './segment.ts';

/** When the agent hung up first and the contact has a disconnect flow (hook CustomerRemaining), the customer goes on in it. */
export function afterAgentLeft(world: World, contact: Contact, line: Line): boolean {
  const flow = chosenFlow(world, contact, 'CustomerRemaining');
  if (flow === undefined || line.ended) return false;
  const next = nextSegment(world, contact, 'DISCONNECT');
  // A disconnect flow runs once: it does not follow itself.
  delete next.state.eventHooks.CustomerRemaining;
  handOver(world, contact, next);
  runCustomerFlow(world, next, flow);
  return true;
}

import type { Contact } from '../contact.ts';
import { now, type World } from '../world.ts';
import { endOfConversation } from './after-call-work.ts';
import { completeContact, disconnectContact } from './completion.ts';
import { endCustomerSide } from './hang-up.ts';

/** Ends a contact from outside (StopContact), whatever is going on. Does nothing to one that has ended. */
export function stopContact(world: World, contact: Contact): void {
  if (contact.disconnectedAt !== undefined) return;
  if (contact.stopDialling === undefined) {
    endCustomerSide(world, contact, 'OTHER', 'system');
    return;
  }
  contact.stopDialling();
  contact.stopDialling = undefined;
  disconnectContact(world, contact, 'OTHER');
  const agent = contact.agent?.agent;
  if (agent === undefined) {
    completeContact(world, contact);
    return;
  }
  agent.tell({ at: now(world), type: 'customer-left', contactId: contact.id, before: 'connect' });
  endOfConversation(world, contact, agent);
}

import type { Flow } from '../../../flow-engine/src/index.ts';
import type { Contact } from '../contact.ts';
import { emitContactEvent } from '../emissions/contact-events.ts';
import { now, type World } from '../world.ts';
import { completeContact, disconnectContact } from './completion.ts';
import { runCustomerFlow } from './customer-flow.ts';
import { dialCustomer } from './dial-customer.ts';

/** Dials a contact made by StartOutboundVoiceContact; the flow runs once the customer (or a machine) answers. */
export function startOutbound(world: World, contact: Contact, flow: Flow): void {
  if (contact.phase !== 'dialling' || contact.stopDialling !== undefined) return;
  const number = contact.state.customerEndpoint?.address;
  if (number === undefined) throw new Error(`outbound contact ${contact.id} has no number to dial`);
  emitContactEvent(world, contact, 'INITIATED');
  if (world.activeCalls.count >= world.options.concurrentCalls) {
    world.counters.add('CallsBreachingConcurrencyQuota', now(world));
    disconnectContact(world, contact, 'OTHER');
    completeContact(world, contact);
    return;
  }
  contact.stopDialling = dialCustomer(world, contact, {
    number,
    from: contact.state.systemEndpoint?.address,
    ringSeconds: contact.ringTimeoutSeconds,
    onAnswer: () => {
      contact.stopDialling = undefined;
      contact.connectedToSystemAt = now(world);
      emitContactEvent(world, contact, 'CONNECTED_TO_SYSTEM');
      runCustomerFlow(world, contact, flow);
    },
    onFailure: (reason) => {
      contact.stopDialling = undefined;
      disconnectContact(world, contact, reason);
      completeContact(world, contact);
    },
  });
}

import { type ContactInit, createContactState } from '../../../flow-engine/src/index.ts';
import type { Contact, ContactPhase } from '../contact.ts';
import { now, type World } from '../world.ts';

type Init = Omit<ContactInit, 'instanceArn'> & { readonly initiationMethod: string };

/** Registers a new contact of the instance. */
export function createContact(world: World, init: Init, phase: ContactPhase): Contact {
  const contact = newContact(world, init, phase);
  world.contacts.set(contact.id, contact);
  return contact;
}

/** A contact the instance does not know yet: a call that may be turned away. */
export function newContact(world: World, init: Init, phase: ContactPhase): Contact {
  const at = now(world);
  return {
    id: init.contactId,
    state: createContactState({ ...init, instanceArn: world.instance.arn }),
    initiatedAt: at,
    phase,
    line: undefined,
    player: undefined,
    connectedToSystemAt: undefined,
    disconnectedAt: undefined,
    disconnectReason: undefined,
    completedAt: undefined,
    transferCompletedAt: undefined,
    lastUpdateAt: at,
    nextContactId: undefined,
    queue: undefined,
    waiting: undefined,
    agent: undefined,
    agentAttempts: 0,
    callback: undefined,
    stopDialling: undefined,
    ringTimeoutSeconds: 60,
    serials: {},
    recorded: false,
  };
}

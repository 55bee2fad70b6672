import { deriveUuid } from '../../kernel/random.ts';
import { type Contact, serial } from '../contact.ts';
import { emitContactEvent } from '../emissions/contact-events.ts';
import { now, type World } from '../world.ts';
import { createContact } from './create-contact.ts';

/** Ways a contact goes on as another one (adminguide: contact-initiation-methods). */
export type Continuation = 'TRANSFER' | 'QUEUE_TRANSFER' | 'DISCONNECT' | 'CALLBACK';

/** The next contact of a chain: same initial contact, attributes copied, event hooks and voice inherited. */
export function nextSegment(world: World, previous: Contact, initiationMethod: Continuation): Contact {
  const { state } = previous;
  const id = deriveUuid(world.cloud.seed, 'connect/segment', previous.id, serial(previous, 'segment'));
  const contact = createContact(
    world,
    {
      contactId: id,
      initialContactId: state.initialContactId,
      previousContactId: previous.id,
      initiationMethod,
      attributes: state.attributes,
      segmentAttributes: state.segmentAttributes,
      tags: state.tags,
      references: state.references,
      voice: state.voice,
      logging: state.logging,
      ...(state.customerEndpoint === undefined ? {} : { customerEndpoint: state.customerEndpoint }),
      ...(state.systemEndpoint === undefined ? {} : { systemEndpoint: state.systemEndpoint }),
      ...(state.languageCode === undefined ? {} : { languageCode: state.languageCode }),
      ...(state.customerId === undefined ? {} : { customerId: state.customerId }),
      ...(state.name === undefined ? {} : { name: state.name }),
      ...(state.description === undefined ? {} : { description: state.description }),
    },
    'scheduled',
  );
  contact.state.eventHooks = { ...state.eventHooks };
  contact.state.disabledHooks = new Set(state.disabledHooks);
  contact.state.queuePriority = state.queuePriority;
  previous.nextContactId ??= id;
  return contact;
}

/** Hands the customer's end of the line to the next contact of the chain. */
export function handOver(world: World, previous: Contact, contact: Contact): void {
  const { line } = previous;
  if (line === undefined) return;
  previous.line = undefined;
  line.contact = contact;
  contact.line = line;
  contact.connectedToSystemAt = now(world);
  emitContactEvent(world, contact, 'INITIATED');
}

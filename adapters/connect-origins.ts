import { type ConnectClient, DescribeContactCommand, GetContactAttributesCommand } from '@aws-sdk/client-connect';
import type { ContactOrigin, ContactOrigins } from '../domain/desk/contact-origin.ts';

/** An agent saves every second while they write: Connect, which answers few requests a second, is asked once a contact by each container. */
const maxKept = 500;

/** What Connect knows of contacts of one instance. A contact that reached an agent keeps whom it is about. */
export function connectOrigins(client: ConnectClient, instanceId: string): ContactOrigins {
  const known = new Map<string, ContactOrigin>();
  return async (contactId) => {
    const kept = known.get(contactId);
    if (kept !== undefined) {
      return kept;
    }
    const found = await originOf(client, instanceId, contactId);
    if (found !== undefined) {
      if (known.size >= maxKept) {
        known.clear();
      }
      known.set(contactId, found);
    }
    return found;
  };
}

async function originOf(
  client: ConnectClient,
  instanceId: string,
  contactId: string,
): Promise<ContactOrigin | undefined> {
  try {
    const { Contact } = await client.send(new DescribeContactCommand({ InstanceId: instanceId, ContactId: contactId }));
    if (Contact?.InitiationTimestamp === undefined) {
      return undefined;
    }
    const callId = Contact.InitialContactId ?? contactId;
    const { Attributes = {} } = await client.send(
      new GetContactAttributesCommand({ InstanceId: instanceId, InitialContactId: contactId }),
    );
    return { callId, initiatedAt: Contact.InitiationTimestamp.toISOString(), attributes: Attributes };
  } catch (error) {
    if (error instanceof Error && error.name === 'ResourceNotFoundException') {
      return undefined;
    }
    throw error;
  }
}

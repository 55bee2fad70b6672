import { type ConnectClient, DescribeContactCommand, StopContactCommand } from '@aws-sdk/client-connect';
import type { Contacts, DescribedContact } from '../domain/call/contacts.ts';

/** A container sees the same roots again for each segment of a call; a finished contact does not change. */
const maxKept = 500;

/** Contacts of one instance. Those that have ended are asked once per execution environment. */
export function connectContacts(client: ConnectClient, instanceId: string): Contacts {
  const ended = new Map<string, DescribedContact>();
  return {
    async describe(contactId) {
      const known = ended.get(contactId);
      if (known !== undefined) {
        return known;
      }
      const contact = await describe(client, instanceId, contactId);
      if (contact?.disconnectedAt !== undefined) {
        if (ended.size >= maxKept) {
          ended.clear();
        }
        ended.set(contactId, contact);
      }
      return contact;
    },

    async stop(contactId) {
      try {
        await client.send(new StopContactCommand({ InstanceId: instanceId, ContactId: contactId }));
      } catch (error) {
        // It ended by itself in between, which is what was wanted.
        if (!isNamed(error, 'ContactNotFoundException', 'ResourceNotFoundException')) {
          throw error;
        }
      }
    },
  };
}

async function describe(
  client: ConnectClient,
  instanceId: string,
  contactId: string,
): Promise<DescribedContact | undefined> {
  try {
    const { Contact } = await client.send(new DescribeContactCommand({ InstanceId: instanceId, ContactId: contactId }));
    if (Contact?.InitiationTimestamp === undefined) {
      return undefined;
    }
    const { DisconnectTimestamp, DisconnectReason, AgentInfo, ConnectedToSystemTimestamp } = Contact;
    return {
      contactId,
      initialContactId: Contact.InitialContactId ?? contactId,
      initiation: Contact.InitiationMethod ?? '',
      initiatedAt: wholeSecond(Contact.InitiationTimestamp),
      ...(DisconnectTimestamp && { disconnectedAt: wholeSecond(DisconnectTimestamp) }),
      ...(DisconnectReason && { disconnectReason: DisconnectReason }),
      ...(AgentInfo?.ConnectedToAgentTimestamp && {
        agentConnectedAt: wholeSecond(AgentInfo.ConnectedToAgentTimestamp),
      }),
      ...(ConnectedToSystemTimestamp && { connectedAt: wholeSecond(ConnectedToSystemTimestamp) }),
    };
  } catch (error) {
    if (isNamed(error, 'ResourceNotFoundException')) {
      return undefined;
    }
    throw error;
  }
}

/** Records give whole seconds: the same contact described or recorded must be the same fact. */
function wholeSecond(at: Date): string {
  return new Date(Math.floor(at.getTime() / 1000) * 1000).toISOString();
}

function isNamed(error: unknown, ...names: readonly string[]): boolean {
  return error instanceof Error && names.includes(error.name);
}

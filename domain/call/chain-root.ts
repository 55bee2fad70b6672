import type { ContactRecord } from './contact-record.ts';
import type { Contacts } from './contacts.ts';

/** The first contact of a chain: it dates the call (design decision 12) and says whether it was inbound. */
export interface ChainRoot {
  readonly startedAt: string;
  readonly initiation: string;
}

/** Root of the chain a record belongs to; Connect is asked when the record is of a later segment. Throws when Connect does not know the root. */
export async function chainRoot(record: ContactRecord, contacts: Pick<Contacts, 'describe'>): Promise<ChainRoot> {
  if (record.contactId === record.initialContactId) {
    return { startedAt: record.initiatedAt, initiation: record.initiation };
  }
  const root = await contacts.describe(record.initialContactId);
  if (root === undefined) {
    throw new Error(
      `Contact ${record.contactId}: Connect does not know its first contact ${record.initialContactId}; accepted: a contact of this instance`,
    );
  }
  return { startedAt: root.initiatedAt, initiation: root.initiation };
}

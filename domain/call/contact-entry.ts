import { contactAttributes as names } from '../../contracts/attributes.ts';
import { type ContactEntry, type Scheme, unqualifiedScheme } from '../journal/entry.ts';
import type { ContactRecord } from './contact-record.ts';

const requests = ['closed', 'keep-place', 'queue-full', 'technical'] as const;
type Request = (typeof requests)[number];

/** Journal entry of one segment, filed under the local day of the call it belongs to. */
export function contactEntry(
  record: ContactRecord,
  programme: string,
  day: string,
  numberKey: string | undefined,
): ContactEntry {
  const { attributes, previousContactId, nextContactId, disconnectReason, queue, agent } = record;
  const opening = openingOf(record);
  const callbackRequested = callbackRequest(record);
  const { openingReason, callbackId, attemptId, personId, knownPerson } = named(attributes);
  return {
    kind: 'contact',
    programme,
    day,
    time: record.initiatedAt,
    id: `contact#${record.contactId}#${record.lastUpdate}`,
    contactId: record.contactId,
    initialContactId: record.initialContactId,
    lastUpdate: record.lastUpdate,
    initiation: record.initiation,
    initiatedAt: record.initiatedAt,
    disconnectedAt: record.disconnectedAt,
    scheme: schemeOf(record),
    ...(previousContactId && { previousContactId }),
    ...(nextContactId && { nextContactId }),
    ...(disconnectReason && { disconnectReason }),
    ...(queue && { queue }),
    ...(agent && { agent }),
    ...(opening && { opening }),
    ...(openingReason && { openingReason }),
    ...(callbackRequested && { callbackRequested }),
    ...(callbackId && { callbackId }),
    ...(attemptId && { attemptId }),
    ...(personId && { personId }),
    ...(numberKey && { numberKey }),
    ...(hasFailed(record) && { failure: 'technical' }),
    ...(knownPerson && { knownPerson: knownPerson === 'yes' }),
  };
}

function named(attributes: ContactRecord['attributes']) {
  return {
    openingReason: attributes[names.openingReason],
    callbackId: attributes[names.callbackId],
    attemptId: attributes[names.attemptId],
    personId: attributes[names.personId],
    knownPerson: attributes[names.knownPerson],
  };
}

export function schemeOf(record: ContactRecord): Scheme {
  return record.attributes[names.scheme] || unqualifiedScheme;
}

export function openingOf(record: ContactRecord): 'open' | 'closed' | undefined {
  const opening = record.attributes[names.opening];
  return opening === 'open' || opening === 'closed' ? opening : undefined;
}

/** The callback the caller was granted during the call, if any. */
export function callbackRequest(record: ContactRecord): Request | undefined {
  return requests.find((request) => request === record.attributes[names.callbackRequested]);
}

/** Whether the flow met a fault on the way. */
export function hasFailed(record: ContactRecord): boolean {
  return record.attributes[names.failure] === 'technical';
}

import type { ContactRecord } from '../../../domain/call/contact-record.ts';

/** Seconds after 2025-07-04T00:00:00Z (11:00 in Nouméa, a Friday), as records give instants. */
export function at(seconds: number): string {
  return new Date(Date.UTC(2025, 6, 4) + seconds * 1000).toISOString();
}

export const instanceArn = 'arn:aws:connect:eu-central-1:000000000000:instance/11111111-1111-4111-8111-111111111111';

/** A record of one inbound segment in hours, queued and unanswered unless said otherwise. */
export function record(
  contactId: string,
  start: number,
  end: number,
  overrides: Partial<ContactRecord> & { readonly numberKey?: string } = {},
): ContactRecord {
  const { numberKey = 'K1', attributes, ...rest } = overrides;
  return {
    instanceArn,
    contactId,
    initialContactId: contactId,
    channel: 'VOICE',
    initiation: 'INBOUND',
    initiatedAt: at(start),
    disconnectedAt: at(end),
    lastUpdate: at(end + 10),
    disconnectReason: 'CUSTOMER_DISCONNECT',
    systemNumber: '+687250000',
    queue: { name: 'samps-bourses', enqueuedAt: at(start + 5), seconds: Math.max(0, end - start - 5) },
    attributes: { programme: 'samps', opening: 'open', scheme: 'BOURSES', numberKey, ...attributes },
    ...rest,
  };
}

export function answered(connectedAt: number, username = 'jeanne.poithily'): Pick<ContactRecord, 'agent'> {
  return {
    agent: { username, connectedAt: at(connectedAt), interactionSeconds: 60, holdSeconds: 0, afterContactSeconds: 30 },
  };
}

import type { Contact, DisconnectReason } from '../contact.ts';
import { emitContactEvent } from '../emissions/contact-events.ts';
import { scheduleRecord } from '../emissions/contact-records.ts';
import { now, type World } from '../world.ts';

/** The customer's endpoint is gone. Once. */
export function disconnectContact(world: World, contact: Contact, reason: DisconnectReason): void {
  if (contact.disconnectedAt !== undefined) return;
  contact.disconnectedAt = now(world);
  contact.disconnectReason = reason;
  emitContactEvent(world, contact, 'DISCONNECTED');
}

/** Nothing more will happen to the contact: its record follows. */
export function completeContact(world: World, contact: Contact): void {
  if (contact.phase === 'completed') return;
  const at = now(world);
  contact.phase = 'completed';
  contact.completedAt = at;
  contact.lastUpdateAt = at;
  contact.player = undefined;
  emitContactEvent(world, contact, 'COMPLETED');
  scheduleRecord(world, contact);
}

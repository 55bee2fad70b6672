import type { NoteHolder } from './desk-notes.ts';

/** What Connect knows of a contact that the desk needs. */
export interface ContactOrigin {
  /** First contact of the call. */
  readonly callId: string;
  readonly initiatedAt: string;
  readonly attributes: Readonly<Record<string, string>>;
}

/** Port: contacts as Connect holds them. Undefined when it does not know the id. */
export type ContactOrigins = (contactId: string) => Promise<ContactOrigin | undefined>;

/** Whose notes a contact adds to. */
export function noteHolderOf({ callId, attributes: { recipientId, numberKey } }: ContactOrigin): NoteHolder {
  return recipientId ? `recipient#${recipientId}` : numberKey ? `number#${numberKey}` : `call#${callId}`;
}

/** Whether a contact is of this programme: flows say so on every contact that reaches an agent. */
export function isOfProgramme({ attributes }: ContactOrigin, programme: string): boolean {
  return attributes['programme'] === programme;
}

import type { MessagePurpose } from './message-template.ts';

/** The link that a message carries: one person, one occasion. */
export interface MessageLink {
  readonly purpose: 'survey' | 'stop';
  readonly occasion: string;
  /** ISO instant. */
  readonly expiresAt: string;
}

/** One message to one person. Nothing of it is personal: names and number are read as it leaves, and are kept nowhere. */
export interface MessageOrder {
  /** Derived from what it is: `<purpose>-<occasion>-<recipientId>[-n]`. Planned again, it is the same message (design decision 6). */
  readonly id: string;
  readonly programme: string;
  /** Whose message it is where structures share a programme: it is told in their journal. */
  readonly structure?: string;
  /** Recipient id. */
  readonly subject: string;
  /** Code of a template. */
  readonly template: string;
  readonly fields: Readonly<Record<string, string>>;
  readonly link?: MessageLink;
  /** ISO instants: not before, and not from then on. */
  readonly at: string;
  readonly notAfter: string;
  readonly purpose: MessagePurpose;
  /** What it is sent for, e.g. the moment `j2`. */
  readonly occasion?: string;
}

export type PlannedMessage = Omit<MessageOrder, 'programme' | 'at'>;

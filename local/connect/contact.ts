import type { ContactState } from '../../flow-engine/src/index.ts';
import type { Agent } from './agents/agent.ts';
import type { FlowPlayer } from './calls/flow-player.ts';
import type { Line } from './calls/line.ts';
import type { QueueModel } from './model/models.ts';
import type { Waiting } from './queueing/waiting-line.ts';

/** Where a contact is in its life; only `completed` contacts have a record. */
export type ContactPhase =
  | 'scheduled'
  | 'dialling'
  | 'flow'
  | 'queued'
  | 'connecting'
  | 'connected'
  | 'after-call-work'
  | 'completed';

/** DisconnectReason of voice contact records (adminguide: ctr-data-model). */
export type DisconnectReason =
  | 'CUSTOMER_DISCONNECT'
  | 'AGENT_DISCONNECT'
  | 'CONTACT_FLOW_DISCONNECT'
  | 'THIRD_PARTY_DISCONNECT'
  | 'TELECOM_UNANSWERED'
  | 'TELECOM_BUSY'
  | 'TELECOM_NUMBER_INVALID'
  | 'TELECOM_PROBLEM'
  | 'OTHER';

export interface ContactQueue {
  readonly model: QueueModel;
  /** Epoch milliseconds, as every moment here. */
  readonly enqueuedAt: number;
  dequeuedAt: number | undefined;
}

export interface ContactAgent {
  readonly agent: Agent;
  readonly acceptedAt: number;
  connectedAt: number | undefined;
  disconnectedAt: number | undefined;
  holds: number;
  heldSince: number | undefined;
  heldMs: number;
  longestHoldMs: number;
  afterCallWorkStart: number | undefined;
  afterCallWorkEnd: number | undefined;
}

/** The retry policy a native callback was created with. */
interface CallbackPolicy {
  readonly number: string;
  readonly callerId: string | undefined;
  /** Attempts left, this one included. */
  readonly attemptsLeft: number;
  readonly retryDelayMs: number;
  /** Place in the queue: enqueue time (adjusted) of the contact that asked for it. */
  readonly orderAt: number;
  readonly priority: number;
}

/** One contact as the service keeps it. `state` is what flows read and write. */
export interface Contact {
  readonly id: string;
  readonly state: ContactState;
  readonly initiatedAt: number;
  phase: ContactPhase;
  /** The customer's end, while there is one. */
  line: Line | undefined;
  player: FlowPlayer | undefined;
  connectedToSystemAt: number | undefined;
  disconnectedAt: number | undefined;
  disconnectReason: DisconnectReason | undefined;
  completedAt: number | undefined;
  transferCompletedAt: number | undefined;
  lastUpdateAt: number;
  nextContactId: string | undefined;
  queue: ContactQueue | undefined;
  agent: ContactAgent | undefined;
  agentAttempts: number;
  /** Its place, while in a queue. */
  waiting: Waiting | undefined;
  callback: CallbackPolicy | undefined;
  /** While the customer's phone rings: how to stop it. */
  stopDialling: (() => void) | undefined;
  /** `OUTBOUND` calls made by API: seconds of ringing allowed. */
  ringTimeoutSeconds: number;
  /** Things of this contact that need a number of their own: flows, invocations, events, records. */
  serials: Record<string, number>;
  /** `true` once a record was emitted: attribute changes re-issue it. */
  recorded: boolean;
}

/** Next number of one series of this contact, from 1. A contact's own history decides it, never another's. */
export function serial(contact: Contact, series: string): number {
  const next = (contact.serials[series] ?? 0) + 1;
  contact.serials[series] = next;
  return next;
}

/** Kernel lane of something this contact does. */
export const laneOf = (contact: Contact, what: string): string => `connect/${contact.id}/${what}`;

import type { Scheme } from '../journal/entry.ts';

export interface DialOrder {
  readonly programme: string;
  /** E.164. Personal data: goes to Connect and nowhere else. */
  readonly e164: string;
  /** Connect queue whose agents take the call. */
  readonly queue: string;
  /** The same token again dials nothing more and answers the same contact (7 days). */
  readonly token: string;
  readonly ringSeconds: number;
  /** E.164 number shown to the person. @default the queue's */
  readonly callerId?: string;
  readonly attributes: Readonly<Record<string, string>> & { readonly scheme: Scheme };
}

/** `throttled`: too many dials this second, ask again with the same token. `refused`: Connect may not dial this number. */
export type DialOutcome =
  | { readonly type: 'dialled'; readonly contactId: string }
  | { readonly type: 'throttled' }
  | { readonly type: 'refused' };

/** Port: places calls. */
export interface Dialler {
  dial(order: DialOrder): Promise<DialOutcome>;
}

/** Port: the present state of queues. */
export interface QueueState {
  /** Agents free to take a call now, and contacts waiting, over these queues. */
  now(queues: readonly string[]): Promise<{ readonly agentsAvailable: number; readonly contactsWaiting: number }>;
}

/** Port: one dispatcher at a time. */
export interface DispatchTurn {
  /** True when no other `owner` took a turn in this programme within the few seconds before `at`. The same owner may always go on. */
  take(programme: string, owner: string, at: string): Promise<boolean>;
}

/** Where a contact stands for its agent. `missed`: it rang in vain; nothing else rings until a status is chosen. */
export type ContactState = 'incoming' | 'connecting' | 'connected' | 'on-hold' | 'after-call-work' | 'missed';

export interface SoftphoneContact {
  readonly contactId: string;
  /** First contact of the call. */
  readonly initialContactId: string;
  readonly state: ContactState;
  /** The person rang us, is rung by us, or is to be rung once the agent accepts. */
  readonly direction: 'inbound' | 'outbound' | 'callback';
  readonly queue?: string;
  /** As flows set them, when it rang. Never the number of the person. */
  readonly attributes: Readonly<Record<string, string>>;
  /** Epoch milliseconds, by `SoftphoneState.now`'s clock. */
  readonly since: number;
  readonly muted: boolean;
  /** Who is asked for advice while the person is on hold, before they are handed over or taken back. */
  readonly consultation?: { readonly with: string; readonly state: 'connecting' | 'connected' };
  /** Words heard that have a text: whispers, and what simulated people say. Empty in a real call. */
  readonly heard: readonly string[];
}

export interface SoftphoneStatus {
  /** As Connect names it. */
  readonly name: string;
  readonly kind: 'available' | 'away' | 'offline';
}

export interface SoftphoneState {
  /** `waiting`: signed out of Connect, or a simulated day is being played; `reason` says so in French. */
  readonly connection: 'opening' | 'open' | 'waiting' | 'lost';
  readonly reason?: string;
  readonly statuses: readonly SoftphoneStatus[];
  readonly status?: SoftphoneStatus;
  /** Chosen during a contact, taken after it. */
  readonly nextStatus?: string;
  readonly statusSince?: number;
  /** Names of those a contact may be handed to. */
  readonly quickConnects: readonly string[];
  readonly contact?: SoftphoneContact;
}

/**
 * The softphone of one agent, real or local. Actions resolve when the centre took them, and reject with an `Error` whose message is French for the agent.
 * What they change comes through `state`.
 */
export interface Softphone {
  readonly state: SoftphoneState;
  /** Epoch milliseconds of the centre's clock, by which `since` is to be read. */
  now(): number;
  /** Runs `listener` at each change of `state`, a new value each time; returns how to stop. */
  subscribe(listener: () => void): () => void;
  setStatus(name: string): Promise<void>;
  accept(): Promise<void>;
  decline(): Promise<void>;
  /** Ends the conversation, or the call that rings out. Refused during a consultation: it would hand the person over. */
  hangUp(): Promise<void>;
  hold(): Promise<void>;
  resume(): Promise<void>;
  mute(on: boolean): Promise<void>;
  transfer(quickConnect: string): Promise<void>;
  /** Puts the person on hold, and talks with this quick connect first. */
  consult(quickConnect: string): Promise<void>;
  /** The person goes on with whoever is consulted; the agent wraps up. */
  completeTransfer(): Promise<void>;
  /** Lets whoever is consulted go, and talks with the person again. */
  comeBack(): Promise<void>;
  /** The wrap-up is written: free for the next contact. */
  completeAfterCallWork(): Promise<void>;
  close(): void;
}

import type { AgentContactState } from './agent.ts';

/** What an agent sees and hears. `at` is virtual epoch milliseconds. */
export type SoftphoneEvent = { readonly at: number } & (
  | {
      readonly type: 'offered';
      readonly contactId: string;
      readonly initialContactId: string;
      readonly queue: string;
      readonly attributes: Readonly<Record<string, string>>;
      /** `CALLBACK` contacts ring the agent first; the customer is dialled on accept. */
      readonly initiationMethod: string;
      /** Epoch milliseconds at which it counts as missed. */
      readonly until: number;
    }
  | { readonly type: 'whisper'; readonly contactId: string; readonly text: string }
  /** The customer's words, where a simulated person has some. */
  | { readonly type: 'said'; readonly contactId: string; readonly text: string }
  /** A callback: the customer's phone rings. */
  | { readonly type: 'dialling'; readonly contactId: string }
  | { readonly type: 'connected'; readonly contactId: string; readonly customer: string | undefined }
  | { readonly type: 'missed'; readonly contactId: string }
  /** The customer is gone: `before: 'accept' | 'connect'` means there was no conversation. */
  | { readonly type: 'customer-left'; readonly contactId: string; readonly before?: 'accept' | 'connect' }
  | {
      readonly type: 'after-call-work';
      readonly contactId: string;
      readonly attributes: Readonly<Record<string, string>>;
    }
  /** Free of any contact: after-call work is over, a missed contact was cleared, an offer vanished. */
  | { readonly type: 'idle' }
  | { readonly type: 'status'; readonly status: string }
  /** A person sits down at this softphone in a browser, or leaves it: whoever is simulated there stands back meanwhile. */
  | { readonly type: 'seat'; readonly taken: boolean }
);

/** An agent's side of the desk. Every action takes effect in the next kernel round; one that does not fit the moment is ignored. */
export interface AgentSoftphone {
  readonly username: string;
  /** Status name, `Offline` when logged out. */
  readonly status: string;
  /** State of the contact on the line, if any. */
  readonly contactState: AgentContactState | undefined;
  /** The contact on the line, if any. */
  readonly contactId: string | undefined;
  on(listener: (event: SoftphoneEvent) => void): void;
  /** Opens the softphone in status Offline. */
  login(): void;
  /** Closes it; ends what is going on. */
  logout(): void;
  /** Chooses a status by name, logging in first if needed; waits for the end of the contact; clears a missed contact. */
  setStatus(name: string): void;
  accept(): void;
  decline(): void;
  hangUp(): void;
  hold(): void;
  resume(): void;
  completeAfterCallWork(): void;
  /** Sets attributes of the contact on the line. */
  updateAttributes(attributes: Readonly<Record<string, string>>): void;
  /** Hands the customer to a quick connect (by name) of the instance and wraps up. */
  transfer(quickConnect: string): void;
}

/**
 * What simulated people need of the telephone world. The local cloud's Connect stand-in provides it; nothing here tells
 * them more than a real caller or agent would hear and see.
 */

/** What a caller hears on their own phone. `at` is an ISO instant of the virtual clock. */
export type HeardEvent =
  | { readonly at: string; readonly type: 'prompt'; readonly text: string }
  | { readonly at: string; readonly type: 'queued-music' }
  | { readonly at: string; readonly type: 'connected'; readonly agent: string }
  | { readonly at: string; readonly type: 'hold' | 'resumed' }
  | { readonly at: string; readonly type: 'busy' }
  | { readonly at: string; readonly type: 'ended'; readonly by: string };

export interface PhoneCall {
  hear(listener: (event: HeardEvent) => void): void;
  press(digit: string): void;
  /** Says words to the agent on the line. */
  say(text: string): void;
  hangUp(): void;
  readonly ended: boolean;
}

/** A ringing phone: the person decides. */
export interface IncomingRing {
  /** The person is on the phone with the centre already: the caller gets the busy tone. */
  readonly engaged: boolean;
  answer(): PhoneCall;
  refuse(): void;
  /** Runs when the other side stops ringing. */
  onStopped(listener: () => void): void;
}

export interface PhoneNetwork {
  dial(request: { readonly lane: string; readonly from?: string; readonly to: string }): PhoneCall;
  /** Whether somebody is on this line with the centre, or it rings: they would answer rather than dial. */
  lineInUse(number: string): boolean;
  /** The phone of `number` (E.164) from now on. */
  onRing(number: string, handler: (ring: IncomingRing) => void): void;
}

/** What an agent's softphone shows. */
export type SoftphoneEvent =
  | { readonly type: 'offered'; readonly contactId: string; readonly attributes: Readonly<Record<string, string>> }
  | { readonly type: 'connected'; readonly contactId: string }
  | { readonly type: 'missed'; readonly contactId: string }
  | { readonly type: 'after-call-work'; readonly contactId: string }
  /** Free of any contact: after-call work is over, or an offer vanished. */
  | { readonly type: 'cleared' };

export interface Softphone {
  on(listener: (event: SoftphoneEvent) => void): void;
  /** Status by its Connect name: `Available`, `Offline`, or a custom one. */
  setStatus(name: string): void;
  /** Closes the softphone until a status is chosen again. */
  logout(): void;
  accept(): void;
  hangUp(): void;
  completeAfterCallWork(): void;
}

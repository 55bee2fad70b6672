export type Key = '0' | '1' | '2' | '3' | '4' | '5' | '6' | '7' | '8' | '9' | '*' | '#';

export const isKey = (value: string): value is Key => /^[0-9*#]$/.test(value);

export type LambdaFailure = 'timeout' | 'failed' | 'throttled' | 'service-error' | 'denied' | 'not-found';

/**
 * What the host tells a waiting run. `digit`, `hang-up` and `stop` are understood at every suspension (a caller may press or leave at any
 * time); the others only where the suspension asks for them. `durationSeconds` is virtual time spent, for the 20 s chain limit.
 */
export type Signal =
  | { readonly kind: 'prompt-ended' }
  | { readonly kind: 'digit'; readonly digit: Key }
  | { readonly kind: 'timeout' }
  | { readonly kind: 'interrupt' }
  | { readonly kind: 'event'; readonly name: string }
  | { readonly kind: 'lambda-result'; readonly payload: unknown; readonly durationSeconds?: number }
  | {
      readonly kind: 'lambda-error';
      readonly reason: LambdaFailure;
      readonly message?: string;
      readonly durationSeconds?: number;
    }
  | {
      readonly kind: 'lex-result';
      readonly intentName: string;
      readonly slots?: Readonly<Record<string, unknown>>;
      readonly sessionAttributes?: Readonly<Record<string, unknown>>;
      /** Anything else to be read under `$.Lex`. */
      readonly data?: Readonly<Record<string, unknown>>;
    }
  | { readonly kind: 'third-party-ended'; readonly outcome: 'completed' | 'call-failed' | 'time-limit' | 'error' }
  | { readonly kind: 'view-result'; readonly action: string; readonly data?: unknown }
  | { readonly kind: 'service-result'; readonly result?: string; readonly data?: Readonly<Record<string, unknown>> }
  /** A remote service refused; `errorType` one of the action's own (`NoneFound`, `MultipleFound`…), default NoMatchingError. */
  | { readonly kind: 'service-error'; readonly errorType?: string; readonly message?: string }
  | { readonly kind: 'hang-up' }
  /** The host takes the contact out of this flow (an agent joins, a transfer by API). */
  | { readonly kind: 'stop' };

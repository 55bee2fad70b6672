import type { RoutingTarget } from '../host/host-capabilities.ts';
import type { JsonValue } from '../json/json.ts';
import { noMatchingError } from '../model/error-types.ts';
import type { Flow } from '../model/flow.ts';
import type { RunError } from './run-error.ts';
import type { Signal } from './signal.ts';
import type { EndReason, Suspension } from './suspension.ts';

type DistributiveOmit<T, K extends PropertyKey> = T extends unknown ? Omit<T, K> : never;
/** A suspension without its place, which the loop knows. */
export type Waiting = DistributiveOmit<Exclude<Suspension, { kind: 'ended' }>, 'flow' | 'action' | 'actionType'>;

/** What one action came to. */
export type Outcome =
  /** Go on; `result` is what Conditions are tested against. */
  | { readonly kind: 'done'; readonly result?: string }
  /** Take the error branch; `detail` names what was wrong. */
  | { readonly kind: 'error'; readonly errorType: string; readonly detail: string }
  /** `on` answers undefined to a signal that changes nothing ("still waiting"). */
  | {
      readonly kind: 'wait';
      readonly waiting: Waiting;
      readonly accepts: readonly Signal['kind'][];
      on(signal: Signal): Outcome | undefined;
    }
  | { readonly kind: 'transfer-to-flow'; readonly flow: Flow }
  | { readonly kind: 'enter-module'; readonly module: Flow; readonly input: JsonValue }
  | { readonly kind: 'leave-module'; readonly result?: string }
  | { readonly kind: 'end'; readonly reason: EndReason; readonly target?: RoutingTarget; readonly error?: RunError };

export const done: Outcome = { kind: 'done' };
export const result = (value: string): Outcome => ({ kind: 'done', result: value });
export const failure = (detail: string, errorType = noMatchingError): Outcome => ({
  kind: 'error',
  errorType,
  detail,
});
export const end = (reason: EndReason, target?: RoutingTarget): Outcome =>
  target === undefined ? { kind: 'end', reason } : { kind: 'end', reason, target };

import type { JsonObject } from '../json/json.ts';
import type { Signal } from './signal.ts';
import type { SpokenPrompt } from './spoken-prompt.ts';
import type { EndedSuspension, Suspension } from './suspension.ts';

interface Base {
  /** ISO 8601, when the host tells the time. */
  readonly at?: string;
  readonly contactId: string;
  readonly flow: string;
}

/** How a run left an action; with the action's identifier this names one branch of the flow. */
export type Via =
  | { readonly kind: 'next' }
  | { readonly kind: 'condition'; readonly index: number }
  | { readonly kind: 'error'; readonly index: number; readonly errorType: string };

/** Everything observable about a run. Trace, assertions and coverage are subscribers. */
export type FlowEvent = Base &
  (
    | { readonly kind: 'flow-started'; readonly isModule: boolean }
    | { readonly kind: 'module-ended'; readonly result?: string }
    | {
        readonly kind: 'action-started';
        readonly action: string;
        readonly actionType: string;
        readonly parameters: JsonObject;
      }
    | {
        readonly kind: 'action-ended';
        readonly action: string;
        readonly actionType: string;
        readonly result?: string;
        readonly error?: { readonly errorType: string; readonly detail: string };
      }
    | { readonly kind: 'transition'; readonly action: string; readonly to: string; readonly via: Via }
    | { readonly kind: 'spoken'; readonly action: string; readonly prompts: readonly SpokenPrompt[] }
    | { readonly kind: 'suspended'; readonly action: string; readonly suspension: Suspension }
    | { readonly kind: 'signal'; readonly action: string; readonly signal: Signal }
    | { readonly kind: 'reference-unresolved'; readonly action: string; readonly reference: string }
    | { readonly kind: 'ended'; readonly action: string; readonly ended: EndedSuspension }
  );

import type { RoutingTarget } from '../host/host-capabilities.ts';
import type { JsonObject, JsonValue } from '../json/json.ts';
import type { RunError } from './run-error.ts';
import type { SpokenPrompt } from './spoken-prompt.ts';

interface At {
  /** Name of the flow or module, and identifier of the action, the run stands at. */
  readonly flow: string;
  readonly action: string;
  readonly actionType: string;
}

/** Say this; `prompt-ended` when it has been heard. Keys pressed meanwhile are lost unless buffering is on. */
export interface PromptSuspension extends At {
  readonly kind: 'prompt';
  readonly prompts: readonly SpokenPrompt[];
}

/**
 * Say `prompts` (may be empty), then listen. The timer runs from the end of the prompts, or from now when there are none; a key ends both
 * prompt and timer. `timeout` when it elapses. `prompt-ended` may be sent, and changes nothing.
 */
export interface InputSuspension extends At {
  readonly kind: 'input';
  readonly prompts: readonly SpokenPrompt[];
  readonly mode: 'menu' | 'store';
  readonly timer: { readonly kind: 'first-digit' | 'inter-digit'; readonly seconds: number };
  /** Keys typed so far (store mode); empty when the input is encrypted, as it must not leave the engine. */
  readonly typed: string;
  /** The keys are a secret: neither shown here nor in events. */
  readonly isSecret?: true;
  readonly maximumLength?: number;
  readonly terminator?: string;
}

/** Play the list again and again; `interrupt` every `interruptAfterSeconds` when set, else for ever. */
export interface IterativePromptsSuspension extends At {
  readonly kind: 'iterative-prompts';
  readonly prompts: readonly SpokenPrompt[];
  readonly interruptAfterSeconds?: number;
  readonly continueDuringInterrupt: boolean;
}

/** `timeout` after the seconds, or `event` with one of the names. */
export interface WaitSuspension extends At {
  readonly kind: 'wait';
  readonly seconds: number;
  readonly events: readonly string[];
}

/** Invoke the function with exactly `event`; answer `lambda-result` or `lambda-error`. Retries come back as a new suspension, `attempt` 2 and 3. */
export interface LambdaSuspension extends At {
  readonly kind: 'lambda';
  readonly functionArn: string;
  readonly event: JsonObject;
  readonly timeoutSeconds: number;
  readonly invocationType: 'SYNCHRONOUS' | 'ASYNCHRONOUS';
  readonly attempt: number;
}

export interface LexSuspension extends At {
  readonly kind: 'lex';
  readonly prompts: readonly SpokenPrompt[];
  readonly bot:
    | { readonly aliasArn: string }
    | { readonly name: string; readonly region: string; readonly alias: string };
  readonly sessionAttributes: Readonly<Record<string, string>>;
  readonly initialMessage?: string;
  /** Chat only. */
  readonly timeoutSeconds?: number;
}

/** Connect the caller to `phoneNumber`; answer `third-party-ended`. */
export interface ThirdPartySuspension extends At {
  readonly kind: 'third-party';
  readonly phoneNumber: string;
  readonly connectionTimeLimitSeconds: number;
  readonly continueFlowExecution: boolean;
  readonly dtmfDigits?: string;
  readonly callerId?: { readonly number?: string; readonly name?: string };
}

/** Show a guide view; answer `view-result`, or `timeout`. */
export interface ViewSuspension extends At {
  readonly kind: 'view';
  readonly viewId: string;
  readonly version?: string;
  readonly data: JsonValue;
  readonly seconds: number;
}

/** A call to another AWS service (cases, profiles, tasks, data tables…); answer `service-result`, `service-error` or `timeout`. */
export interface ServiceSuspension extends At {
  readonly kind: 'service';
  /** The action type is the operation: `CreateTask`, `GetCustomerProfile`… */
  readonly service: string;
  readonly parameters: JsonObject;
  readonly timeoutSeconds?: number;
}

export type EndReason =
  | 'disconnected'
  | 'queued'
  | 'dequeued'
  | 'flow-ended'
  | 'transferred-to-agent'
  | 'transferred-to-third-party'
  | 'hung-up'
  | 'stopped';

export interface EndedSuspension extends At {
  readonly kind: 'ended';
  readonly reason: EndReason;
  /** With `queued` and `dequeued`. */
  readonly target?: RoutingTarget;
  /** Only with `stopped`, when the flow could not go on. */
  readonly error?: RunError;
}

/** Exactly what a run waits for. The same object again means "still waiting, nothing changed": timers go on. */
export type Suspension =
  | PromptSuspension
  | InputSuspension
  | IterativePromptsSuspension
  | WaitSuspension
  | LambdaSuspension
  | LexSuspension
  | ThirdPartySuspension
  | ViewSuspension
  | ServiceSuspension
  | EndedSuspension;

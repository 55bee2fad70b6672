import type { AgentInfo, ContactState, QueueInfo } from '../contact/contact-state.ts';
import type { JsonObject } from '../json/json.ts';
import type { Action, Flow } from '../model/flow.ts';
import type { Answer } from './answer.ts';

/** Where a contact is sent: a queue or one agent. */
export type RoutingTarget =
  | { readonly kind: 'queue'; readonly queue: QueueInfo }
  | { readonly kind: 'agent'; readonly agent: AgentInfo };

export const queueMetrics = [
  'NumberOfAgentsAvailable',
  'NumberOfAgentsStaffed',
  'NumberOfAgentsOnline',
  'OldestContactInQueueAgeSeconds',
  'NumberOfContactsInQueue',
] as const;
export type QueueMetric = (typeof queueMetrics)[number];

export interface HoursQuestion {
  readonly contact: ContactState;
  /** Id or ARN; absent = the hours of the working queue. */
  readonly hoursOfOperationId?: string;
  readonly queue?: QueueInfo;
}

export interface MetricQuestion {
  readonly contact: ContactState;
  /** The explicit target, else the working queue or agent; absent when the contact has neither. */
  readonly target?: RoutingTarget;
  /** `Voice` or `Chat`, when the flow says. */
  readonly channel?: string;
}

export interface CallbackRequest {
  readonly contact: ContactState;
  readonly callbackNumber: string;
  readonly target: RoutingTarget;
  readonly initialCallDelaySeconds: number;
  readonly maximumConnectionAttempts: number;
  readonly retryDelaySeconds: number;
  /** Flow that creates the callback contact, when set (the initial delay is then ignored by the service). */
  readonly contactFlowId?: string;
  readonly callerId?: string;
  readonly callbackMode: 'AgentFirst' | 'CustomerFirst';
}

export interface PhoneQuestion {
  /** Keys as typed, digits only. */
  readonly digits: string;
  readonly format: 'Local' | 'E164';
  /** ISO country, with `Local`. */
  readonly countryCode?: string;
}

/**
 * Questions a run puts to the world and needs answered at once. All are optional: a flow that needs one the host lacks stops with a
 * `missing-capability` error naming it. Answers must be immediate; whatever takes time is a suspension instead.
 */
export interface HostCapabilities {
  /** Flow by id or ARN (TransferToFlow). */
  flow?(idOrArn: string, contact: ContactState): Answer<Flow>;
  /** Module by id or ARN, which may end in `:alias` or `:version`. */
  flowModule?(idOrArn: string, contact: ContactState): Answer<Flow>;
  /** Open now? `override` names the hours override in force, if any. */
  hoursOfOperation?(question: HoursQuestion): Answer<{ readonly open: boolean; readonly override?: string }>;
  queue?(idOrArn: string, contact: ContactState): Answer<QueueInfo>;
  agent?(idOrArn: string, contact: ContactState): Answer<AgentInfo>;
  queueMetric?(metric: QueueMetric, question: MetricQuestion): Answer<number>;
  /** The object put under `$.Metrics`: `{Queue: {Name, ARN, Size, OldestContactAge, EstimatedWaitTime}, Agents: {…: {Count}}, Contact}`. */
  metricData?(question: MetricQuestion): Answer<JsonObject>;
  /** Puts the contact in the queue; `dequeue` when it leaves another queue for it. Capacity counts callbacks. */
  enqueue?(
    contact: ContactState,
    target: RoutingTarget,
    options: { readonly dequeue: boolean },
  ): Answer<'queued' | 'at-capacity'>;
  createCallback?(request: CallbackRequest): Answer<true>;
  /** May this E.164 number be called from the instance? */
  isDialable?(number: string, contact: ContactState): boolean;
  /** The E.164 form of a typed number, or why it is none. */
  validatePhone?(question: PhoneQuestion): Answer<string>;
  /** Ciphertext (base64) of a stored input. */
  encrypt?(plainText: string, key: { readonly keyId: string; readonly certificate: string }): Answer<string>;
  /** Integer 1-100 for DistributeByPercentage; the host owns the seed. */
  randomPercent?(contact: ContactState, actionId: string): number;
  /** Does this voice exist with this engine? Absent = every voice does. */
  voiceExists?(voice: string, engine: string): boolean;
  /** Outcome of the outbound call so far: `CallAnswered`, `VoicemailBeep`, `VoicemailNoBeep` or `NotDetected`. */
  outboundCallStatus?(contact: ContactState): Answer<string>;
  /**
   * For fault scripts: why the service itself fails at this action (throttled, unavailable…); undefined = it works. The action is then not run and
   * raises NoMatchingError.
   */
  serviceFault?(action: Action, flow: Flow, contact: ContactState): string | undefined;
  /** ISO 8601 instant stamped on events; absent = events carry none. */
  now?(): string;
}

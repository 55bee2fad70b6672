import type { JsonObject, JsonValue } from '../json/json.ts';

export type Channel = 'VOICE' | 'CHAT' | 'TASK' | 'EMAIL';

/** `address` is E.164 for telephones; `type` e.g. `TELEPHONE_NUMBER`. */
export interface Endpoint {
  readonly address: string;
  readonly type: string;
  readonly displayName?: string;
}

export interface QueueInfo {
  readonly arn: string;
  readonly name: string;
  readonly outboundCallerId?: Endpoint;
}

export interface AgentInfo {
  readonly arn: string;
  readonly userName: string;
  readonly firstName?: string;
  readonly lastName?: string;
}

export const eventHooks = [
  'AgentHold',
  'AgentWhisper',
  'CustomerHold',
  'CustomerQueue',
  'CustomerRemaining',
  'CustomerWhisper',
  'DefaultAgentUI',
  'DisconnectAgentUI',
  'PauseContact',
  'ResumeContact',
] as const;
export type EventHook = (typeof eventHooks)[number];

export interface Voice {
  readonly voice: string;
  readonly engine: string;
  readonly style: string;
}

/**
 * What one contact carries through every flow it meets. The engine mutates it while running; the host reads it, and may change it
 * between two signals as the service would (an agent joins: `agent`; UpdateContactAttributes by API: `attributes`).
 * Records have no prototype, so a key such as `__proto__` is an ordinary key.
 */
export interface ContactState {
  readonly contactId: string;
  initialContactId: string;
  previousContactId?: string | undefined;
  relatedContactId?: string | undefined;
  /** Attributes of the related contact, when the host shares them (`UpdateContactAttributes` with `TargetContact: Related`). */
  relatedAttributes?: Record<string, string> | undefined;
  readonly instanceArn: string;
  readonly awsRegion: string;
  readonly channel: Channel;
  initiationMethod: string;
  customerEndpoint?: Endpoint | undefined;
  systemEndpoint?: Endpoint | undefined;
  name?: string | undefined;
  description?: string | undefined;
  customerId?: string | undefined;
  /** e.g. `fr-FR`, as set by UpdateContactData. */
  languageCode?: string | undefined;
  voice: Voice;

  attributes: Record<string, string>;
  segmentAttributes: Record<string, JsonValue>;
  tags: Record<string, string>;
  references: Record<string, { type: string; value: string }>;

  /** `$.External`: the newest Lambda response, and nothing older. */
  external?: JsonObject | undefined;
  /** `$.LambdaInvocation.InvocationId` of the newest asynchronous call. */
  lambdaInvocationId?: string | undefined;
  /** Seconds of Lambda since the contact last heard or waited for something; the service allows 20. */
  lambdaChainSeconds: number;
  /** `$.StoredCustomerInput`; the word `Timeout` when a store block timed out. */
  storedInput?: string | undefined;
  dtmfBuffer: { enabled: boolean; digits: string };

  /** Working queue, null until one is set. */
  queue?: QueueInfo | undefined;
  /** Set instead of a queue when the target is an agent. */
  targetAgent?: AgentInfo | undefined;
  /** The agent of `$.Agent`: only hosts know who it is. */
  agent?: AgentInfo | undefined;
  /** 1 or more, lower is served sooner. */
  queuePriority?: number | undefined;
  queueTimeAdjustmentSeconds?: number | undefined;
  routingCriteria?: JsonValue | undefined;
  callbackNumber?: string | undefined;
  eventHooks: Partial<Record<EventHook, string>>;
  /** Hooks under `EventHooksConfiguration` with `DisableExecution: "true"`: run no flow at all, not even the default. */
  disabledHooks: Set<EventHook>;

  logging: boolean;
  recording?: JsonObject | undefined;
  analytics?: JsonObject | undefined;
  mediaStreaming?: JsonObject | undefined;
  chatProcessor?: JsonObject | undefined;
  previousContactParticipantState?: string | undefined;

  /** Remaining namespaces by their JSONPath name: `Metrics`, `Lex`, `Views`, `Customer`, `Case`, `Wisdom`, `DataTables`, `Media`, `MediaStreams`, `Task`… */
  namespaces: Record<string, JsonValue>;
  /** Passes through each Loop action, by flow and identifier. */
  loopCounters: Map<string, number>;
}

/** One event of the agent event stream (Amazon Connect documentation), reduced to what we use. Instants: ISO UTC with milliseconds. */
export interface AgentEvent {
  readonly instanceArn: string;
  readonly eventId: string;
  readonly at: string;
  readonly type: 'LOGIN' | 'LOGOUT' | 'STATE_CHANGE' | 'HEART_BEAT';
  readonly agent: string;
  /** Id of the agent in Connect; absent when the event does not say. */
  readonly agentId?: string;
  readonly status: AgentStatus;
  /** Absent at the first event of a session. */
  readonly previousStatus?: Omit<AgentStatus, 'since'>;
  readonly routingProfile: string;
  /** Names of the queues of the routing profile; an agent's own queue has none. */
  readonly queues: readonly string[];
  readonly contacts: readonly AgentContactState[];
}

export interface AgentStatus {
  readonly name: string;
  readonly type: 'ROUTABLE' | 'CUSTOM' | 'OFFLINE';
  readonly since: string;
}

export interface AgentContactState {
  readonly contactId: string;
  /** INCOMING, CONNECTING, CONNECTED, CONNECTED_ONHOLD, MISSED, ENDED… */
  readonly state: string;
  readonly since: string;
}

/** Parsing problem of an event: which field, what it held, what is accepted. */
export class AgentEventError extends Error {
  override readonly name = 'AgentEventError';
}

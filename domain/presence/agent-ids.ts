/** Port: ids that Amazon Connect gave to agents, by user name: a call can be sent to one agent by this id only. */
export interface AgentIds {
  /** Repeating it is a success. */
  save(programme: string, agent: string, agentId: string): Promise<void>;
  /** Undefined for an agent who never signed in. */
  idOf(programme: string, agent: string): Promise<string | undefined>;
}

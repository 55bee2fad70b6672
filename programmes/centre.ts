/** What a programme needs inside the Connect instance: the data `lib/contact-centre` turns into resources. */
export interface Centre {
  /** Hours of operation in Connect: the fallback of flows when the context handler cannot answer (design decision 15). */
  readonly hours: { readonly name: string; readonly description: string };
  /** Number of waiting contacts, native callbacks included, from which a queue is full. */
  readonly queues: readonly { readonly name: string; readonly description: string; readonly maxContacts: number }[];
  readonly routingProfiles: readonly RoutingProfile[];
  /** Custom agent statuses beside Connect's own `Available` (shown « Disponible ») and `Offline`; `order` in the softphone's list. */
  readonly agentStatuses: readonly { readonly name: string; readonly description: string; readonly order: number }[];
  readonly securityProfiles: readonly {
    readonly name: string;
    readonly description: string;
    readonly role: 'agent' | 'supervisor';
  }[];
  /** People of the demonstration only; in a real deployment agents are data, not resources (design decision 19). */
  readonly demoAgents: readonly DemoAgent[];
  /** Words of `{{text:<key>}}` in this programme's flows. */
  readonly flowTexts: Readonly<Record<string, string>>;
}

interface RoutingProfile {
  readonly name: string;
  readonly description: string;
  /** Lower priority is served sooner; `delaySeconds` is how long a contact waits before this profile may take it. */
  readonly queues: readonly { readonly name: string; readonly priority: number; readonly delaySeconds: number }[];
  /** Queue of calls an agent places by hand. */
  readonly outboundQueue: string;
}

export interface DemoAgent {
  readonly userName: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly routingProfile: string;
  readonly securityProfiles: readonly string[];
  /** After this long in after-call work the agent is made available again. */
  readonly afterCallWorkSeconds: number;
  /** The softphone answers by itself: for people who take calls that we place. @default false */
  readonly autoAccept?: boolean;
}

import type { FlowEvent, HostCapabilities } from '../../flow-engine/src/index.ts';
import type { CloudContext } from '../cloud.ts';
import { type LaneRandom, laneRandom } from '../kernel/random.ts';
import type { RateLimits } from '../rate-limits.ts';
import type { Agent } from './agents/agent.ts';
import type { ActiveCalls } from './calls/active-calls.ts';
import type { Phones } from './calls/phones.ts';
import type { Contact } from './contact.ts';
import type { Counters } from './emissions/counters.ts';
import type { Instance } from './model/instance.ts';
import type { ConnectOptions } from './options.ts';
import type { WaitingLine } from './queueing/waiting-line.ts';

/** A flow that could not go on. */
export interface FlowError {
  readonly at: number;
  readonly contactId: string;
  readonly flow: string;
  readonly action: string;
  readonly message: string;
}

/** `uses` counts the contacts the token ever made: one, unless it came back after its seven days. */
interface ClientTokenUse {
  readonly contactId: string;
  readonly at: number;
  readonly uses: number;
}

/** All that is true now in the instance: one value handed to every part of the stand-in. */
export interface World {
  readonly cloud: CloudContext;
  readonly instance: Instance;
  options: ConnectOptions;
  readonly contacts: Map<string, Contact>;
  /** By queue ARN. */
  readonly lines: Map<string, WaitingLine>;
  /** By username. */
  readonly agents: Map<string, Agent>;
  readonly phones: Phones;
  readonly counters: Counters;
  /** Calls counting against the quota now. */
  readonly activeCalls: ActiveCalls;
  /** Calls dialled so far by lane. */
  readonly dials: Map<string, number>;
  /** Public numbers forwarded to a number of the instance, as an operator would. */
  readonly forwards: Map<string, string>;
  readonly flowErrors: FlowError[];
  /** What flows ask of the instance. */
  readonly host: HostCapabilities;
  readonly flowListeners: ((event: FlowEvent) => void)[];
  /** A routing pass is already scheduled for this instant. */
  routingDue: boolean;
  /** Last use of each ClientToken of StartOutboundVoiceContact. */
  readonly clientTokens: Map<string, ClientTokenUse>;
  readonly rates: RateLimits;
}

export const now = (world: World): number => world.cloud.kernel.now();

/** Randomness of one lane of this world. */
export const draw = (world: World, lane: string): LaneRandom => laneRandom(world.cloud.seed, lane);

import type { FlowEvent } from '../../flow-engine/src/index.ts';
import type { CloudContext } from '../cloud.ts';
import { Agent } from './agents/agent.ts';
import { createSoftphone } from './agents/create-softphone.ts';
import type { AgentSoftphone } from './agents/softphone.ts';
import { connectRates } from './api/rate-limits.ts';
import { ActiveCalls } from './calls/active-calls.ts';
import { createHost } from './calls/host.ts';
import { type Dial, dial } from './calls/inbound.ts';
import type { PhoneCall } from './calls/line.ts';
import { Phones, type RingHandler } from './calls/phones.ts';
import { type CounterName, Counters } from './emissions/counters.ts';
import type { Instance } from './model/instance.ts';
import { type ConnectOptions, defaultOptions } from './options.ts';
import type { FlowError, World } from './world.ts';

/** The in-memory Amazon Connect instance, seen by the people around it: callers, agents, the called. */
export class ConnectStandIn {
  readonly #cloud: CloudContext;
  readonly #softphones = new Map<string, AgentSoftphone>();
  #options: ConnectOptions;
  #world: World | undefined;

  constructor(cloud: CloudContext) {
    this.#cloud = cloud;
    const { concurrentCalls } = cloud.settings.quotas;
    this.#options = { ...defaultOptions, ...(concurrentCalls === undefined ? {} : { concurrentCalls }) };
  }

  /** The live instance; an error when no stack declared anything of Amazon Connect. */
  get world(): World {
    if (this.#world === undefined)
      throw new Error('no Amazon Connect instance: no stack declares an AWS::Connect resource');
    return this.#world;
  }

  get instance(): Instance {
    return this.world.instance;
  }

  /** The instance there is, or `undefined` before the first `AWS::Connect` resource. */
  get instanceOrNone(): Instance | undefined {
    return this.#world?.instance;
  }

  /** Called by the resource providers with the one instance of the deployment. */
  adopt(instance: Instance): Instance {
    const now = () => this.#cloud.kernel.now();
    const world: World = {
      cloud: this.#cloud,
      instance,
      options: this.#options,
      contacts: new Map(),
      lines: new Map(),
      agents: new Map(),
      phones: new Phones(),
      counters: new Counters(),
      activeCalls: new ActiveCalls(now),
      dials: new Map(),
      forwards: new Map(),
      flowErrors: [],
      host: createHost(() => world),
      flowListeners: [],
      routingDue: false,
      clientTokens: new Map(),
      rates: connectRates(now),
    };
    this.#world = world;
    return instance;
  }

  /** A caller dials the centre; the call begins in the next kernel round. */
  dial(call: Dial): PhoneCall {
    return dial(this.world, call);
  }

  /** The person who picks up `number` (E.164) when the centre calls. */
  onRing(number: string, handler: RingHandler): void {
    this.world.phones.register(number, handler);
  }

  /** Everybody else's phone. Until set, nobody answers. */
  onRingAnyone(handler: RingHandler): void {
    this.world.phones.fallback = handler;
  }

  /** The softphone of a user of the instance. */
  agent(username: string): AgentSoftphone {
    const known = this.#softphones.get(username);
    if (known !== undefined) return known;
    const { world } = this;
    const user = world.instance.users.byName(username);
    if (user === undefined)
      throw new Error(
        `no user "${username}" in the instance; it has: ${world.instance.users.names().join(', ') || 'none'}`,
      );
    const agent = new Agent(world, user);
    world.agents.set(username, agent);
    const softphone = createSoftphone(world, agent);
    this.#softphones.set(username, softphone);
    return softphone;
  }

  /** Usernames of the instance. */
  agents(): readonly string[] {
    return this.instance.users.names();
  }

  /** Everything flows do: for coverage and for showing a call as it happens. Costs time: register before the first call. */
  onFlowEvent(listener: (event: FlowEvent) => void): void {
    this.world.flowListeners.push(listener);
  }

  /** Calls to a public number arrive at a number of the instance, as when an operator forwards it. */
  forward(publicNumber: string, to: string): void {
    this.world.forwards.set(publicNumber, to);
  }

  /** Changes how the telephone world behaves, e.g. `{ allowedPrefixes: [...] }`; see ConnectOptions. */
  configure(options: Partial<ConnectOptions>): void {
    this.#options = { ...this.#options, ...options };
    if (this.#world !== undefined) this.#world.options = this.#options;
  }

  /** How often a CloudWatch metric of the instance was incremented in `[from, till)`, epoch milliseconds. */
  metricSum(name: CounterName, from?: number, till?: number): number {
    return this.world.counters.sum(name, from, till);
  }

  /** Flows that could not go on: callers were cut off. Empty on a good day. */
  get flowErrors(): readonly FlowError[] {
    return this.world.flowErrors;
  }

  /** Calls between a number and the centre now, ringing included. */
  liveCalls(number: string): number {
    return this.world.phones.liveCalls(number);
  }
}

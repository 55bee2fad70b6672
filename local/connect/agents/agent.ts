import type { AgentInfo } from '../../../flow-engine/src/index.ts';
import type { JsonObject } from '../../json.ts';
import type { Cancel } from '../../kernel/kernel.ts';
import type { FlowPlayer } from '../calls/flow-player.ts';
import type { Contact } from '../contact.ts';
import type { AgentStatusModel, RoutingProfileModel, UserModel } from '../model/models.ts';
import { Settled } from '../model/settled.ts';
import type { World } from '../world.ts';
import type { SoftphoneEvent } from './softphone.ts';

/** State of a contact on an agent's side, as agent events name it (adminguide: agent-event-stream-model). */
export type AgentContactState =
  | 'INCOMING'
  | 'PENDING'
  | 'CONNECTING'
  | 'CONNECTED'
  | 'CONNECTED_ONHOLD'
  | 'MISSED'
  | 'REJECTED'
  | 'ERROR'
  | 'ENDED';

export interface AgentContact {
  readonly contact: Contact;
  state: AgentContactState;
  since: number;
  connectedAt: number | undefined;
}

/** What the metrics need to know of an agent. */
export interface AgentSummary {
  readonly loggedIn: boolean;
  readonly statusType: AgentStatusModel['type'];
  readonly contactState: AgentContactState | undefined;
  readonly profileArn: string;
}

/** A person at a softphone: one voice contact at a time. */
export class Agent {
  readonly user: UserModel;
  readonly profile: RoutingProfileModel;
  readonly settled: Settled<AgentSummary>;
  readonly listeners: ((event: SoftphoneEvent) => void)[] = [];
  loggedIn = false;
  status: AgentStatusModel;
  statusSince: number;
  /** Chosen while on a contact; taken when it is over. */
  nextStatus: { readonly status: AgentStatusModel; readonly at: number } | undefined;
  on: AgentContact | undefined;
  /** Since when this agent could have taken a contact: longest first. */
  idleSince: number;
  /** The whisper being heard. */
  whisper: FlowPlayer | undefined;
  cancelTimer: Cancel | undefined;
  cancelHeartbeat: Cancel | undefined;
  /** Agent events emitted so far, the last one's moment and snapshot. */
  events = 0;
  lastEventAt = 0;
  snapshot: JsonObject | undefined;
  /** Names of the queues of the routing profile, by ARN. */
  readonly queueNames: ReadonlyMap<string, string>;

  constructor(world: World, user: UserModel) {
    const { instance } = world;
    const profile = instance.routingProfiles.get(user.routingProfileArn);
    const offline = instance.agentStatuses.byName('Offline');
    if (offline === undefined) throw new Error('the instance has no agent status "Offline"');
    const now = () => world.cloud.kernel.now();
    const arns = [profile.defaultOutboundQueueArn, ...profile.queues.map(({ queueArn }) => queueArn)];
    this.queueNames = new Map(arns.map((arn) => [arn, instance.queues.get(arn).name]));
    this.user = user;
    this.profile = profile;
    this.status = offline;
    this.statusSince = now();
    this.idleSince = now();
    this.settled = new Settled(now, () => this.summary());
  }

  get lane(): string {
    return `connect/agent/${this.user.name}`;
  }

  get info(): AgentInfo {
    const { arn, name, firstName, lastName } = this.user;
    return {
      arn,
      userName: name,
      ...(firstName === undefined ? {} : { firstName }),
      ...(lastName === undefined ? {} : { lastName }),
    };
  }

  /** Ready for a contact now: logged in, in a routable status, and not busy, missing or wrapping up. */
  get isAvailable(): boolean {
    return this.loggedIn && this.status.type === 'ROUTABLE' && this.on === undefined && this.profile.voice;
  }

  summary(): AgentSummary {
    return {
      loggedIn: this.loggedIn,
      statusType: this.status.type,
      contactState: this.on?.state,
      profileArn: this.profile.arn,
    };
  }

  tell(event: SoftphoneEvent): void {
    for (const listener of this.listeners) listener(event);
  }

  clearTimer(): void {
    this.cancelTimer?.();
    this.cancelTimer = undefined;
  }
}

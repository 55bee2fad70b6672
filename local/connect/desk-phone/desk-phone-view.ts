import { now, type World } from '../world.ts';

/** All that the screen of one softphone shows. Instants are virtual epoch milliseconds. */
export interface DeskPhoneView {
  /** Now. */
  readonly at: number;
  /** Time flies: nobody could answer. */
  readonly hurrying: boolean;
  readonly agent: string;
  readonly statuses: readonly { readonly name: string; readonly type: 'ROUTABLE' | 'CUSTOM' | 'OFFLINE' }[];
  readonly status: string;
  readonly statusSince: number;
  /** Chosen while on a contact, taken after it. */
  readonly nextStatus?: string;
  /** Names of the quick connects that a contact may be handed to. */
  readonly quickConnects: readonly string[];
  readonly contact?: {
    readonly contactId: string;
    readonly initialContactId: string;
    /** As agent events name it: `CONNECTING`, `CONNECTED`, `CONNECTED_ONHOLD`, `ENDED`, `MISSED`… */
    readonly state: string;
    /** The agent took it; while it still connects, whispers are being heard, or the customer's phone rings. */
    readonly accepted: boolean;
    readonly since: number;
    readonly connectedAt?: number;
    readonly initiation: string;
    readonly queue?: string;
    readonly attributes: Readonly<Record<string, string>>;
    readonly muted: boolean;
    /** Who is asked for advice, the customer being on hold. */
    readonly consultation?: Consultation;
    /** What was heard so far: whispers, and words of simulated people. */
    readonly heard: readonly string[];
  };
}

/** What is heard, and whether the microphone is off, is known to the softphone alone. */
interface DeskPhoneCall {
  readonly contactId: string;
  readonly heard: readonly string[];
  readonly muted: boolean;
  readonly consultation?: Consultation | undefined;
}

/** In the local centre whoever is consulted answers after a moment, and has no voice. */
export interface Consultation {
  readonly with: string;
  readonly state: 'connecting' | 'connected';
}

export function deskPhoneView(world: World, username: string, call: DeskPhoneCall | undefined): DeskPhoneView {
  const agent = world.agents.get(username);
  if (agent === undefined) throw new Error(`nobody ever opened the softphone of "${username}"`);
  const { instance, cloud } = world;
  const { on } = agent;
  const queue = on?.contact.queue?.model.name ?? on?.contact.waiting?.line.model.name;
  const mine = call?.contactId === on?.contact.id ? call : undefined;
  return {
    at: now(world),
    hurrying: cloud.kernel.playing,
    agent: username,
    statuses: instance.agentStatuses
      .all()
      .filter(({ enabled }) => enabled)
      .map(({ name, type }) => ({ name, type })),
    status: agent.status.name,
    statusSince: agent.statusSince,
    ...(agent.nextStatus === undefined ? {} : { nextStatus: agent.nextStatus.status.name }),
    quickConnects: instance.quickConnects
      .all()
      .filter(({ kind }) => kind === 'QUEUE')
      .map(({ name }) => name),
    ...(on === undefined
      ? {}
      : {
          contact: {
            contactId: on.contact.id,
            initialContactId: on.contact.state.initialContactId,
            state: on.state,
            accepted: on.contact.agent !== undefined,
            since: on.since,
            ...(on.connectedAt === undefined ? {} : { connectedAt: on.connectedAt }),
            initiation: on.contact.state.initiationMethod,
            ...(queue === undefined ? {} : { queue }),
            attributes: { ...on.contact.state.attributes },
            muted: mine?.muted ?? false,
            ...(on.state === 'CONNECTED_ONHOLD' && mine?.consultation && { consultation: mine.consultation }),
            heard: mine?.heard ?? [],
          },
        }),
  };
}

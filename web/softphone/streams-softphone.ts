/// <reference types="amazon-connect-streams" />
import type { ContactState, Softphone, SoftphoneContact, SoftphoneStatus } from './softphone.ts';
import { SoftphoneStore } from './softphone-store.ts';

/** The library, as its script leaves it on the page. */
type Streams = typeof connect;

const signIn = 'Connectez-vous au téléphone dans la fenêtre qui s’est ouverte.';
const nobody = 'Personne n’est en ligne.';
const nobodyConsulted = 'Personne n’est consulté.';
const kinds: Readonly<Record<string, SoftphoneStatus['kind']>> = { routable: 'available', offline: 'offline' };
const states: Readonly<Record<string, ContactState>> = {
  incoming: 'incoming',
  pending: 'incoming',
  connecting: 'incoming',
  connected: 'connected',
  ended: 'after-call-work',
  missed: 'missed',
  rejected: 'missed',
  error: 'missed',
};

/** The softphone of Amazon Connect, driven through the CCP that `streams` has put on the page. */
export function streamsSoftphone(streams: Streams, clock: () => number = Date.now): Softphone {
  const store = new SoftphoneStore();
  const muted = { now: false };
  let agent: connect.Agent | undefined;
  /** Taken by the agent and not connected yet: Connect says `connecting` before as after. */
  let accepted = '';
  /** Name of the quick connect that was asked for advice last: the library knows its number at most. */
  let consulted = '';
  let quickConnects: readonly connect.Endpoint[] = [];
  store.set({ ...store.state, connection: 'waiting', reason: signIn });

  const show = () => {
    if (agent === undefined) return;
    const contact = voiceContactOf(agent);
    if (contact === undefined) muted.now = false;
    const { nextStatus, ...status } = statusOf(agent);
    store.set({
      connection: 'open',
      statuses: agent.getAgentStates().map(toStatus),
      ...status,
      ...(nextStatus !== undefined && { nextStatus }),
      quickConnects: quickConnects.map(({ name }) => name ?? ''),
      ...(contact && { contact: shown(contact, contact.getContactId() === accepted, muted.now, consulted) }),
    });
  };
  const subscriptions: connect.Subscription[] = [];
  streams.agent((ready) => {
    agent = ready;
    subscriptions.push(
      ready.onRefresh(show),
      ready.onMuteToggle(({ muted: isMuted }) => {
        muted.now = isMuted;
        show();
      }),
    );
    ready.getEndpoints(ready.getAllQueueARNs(), {
      success: ({ endpoints }) => {
        quickConnects = endpoints.filter(({ type }) => type !== streams.EndpointType.PHONE_NUMBER);
        show();
      },
      failure: () => show(),
    });
    show();
  });
  streams.core.getEventBus().subscribe(streams.EventType.ACK_TIMEOUT, () => {
    store.set({ ...store.state, connection: agent === undefined ? 'waiting' : 'lost', reason: signIn });
  });

  const inContact = (
    act: (contact: connect.Contact, callbacks: connect.SuccessFailOptions) => void,
    otherwise = nobody,
  ) =>
    promised((callbacks) => {
      const contact = agent && voiceContactOf(agent);
      if (contact === undefined) throw new Error(otherwise);
      act(contact, callbacks);
    });
  const inState = (accepts: readonly ContactState[], act: Parameters<typeof inContact>[0], otherwise = nobody) =>
    inContact((contact, callbacks) => {
      if (!accepts.includes(store.state.contact?.state ?? 'missed')) throw new Error(otherwise);
      act(contact, callbacks);
    }, otherwise);
  const talking: readonly ContactState[] = ['connected', 'on-hold'];
  const notDuringConsultation = () => {
    if (store.state.contact?.consultation !== undefined) {
      throw new Error('Terminez d’abord la consultation : transmettez l’appel ou reprenez la personne.');
    }
  };
  const endpointOf = (name: string) => {
    const endpoint = quickConnects.find((one) => one.name === name);
    if (endpoint === undefined) throw new Error(`Aucun transfert « ${name} ».`);
    return endpoint;
  };
  const inConsultation = (
    act: (contact: connect.Contact, third: connect.BaseConnection, callbacks: connect.SuccessFailOptions) => void,
  ) =>
    inContact((contact, callbacks) => {
      const third = contact.getSingleActiveThirdPartyConnection();
      if (third === null) throw new Error(nobodyConsulted);
      act(contact, third, callbacks);
    }, nobodyConsulted);

  return {
    get state() {
      return store.state;
    },
    now: clock,
    subscribe: (listener) => store.subscribe(listener),
    async setStatus(name) {
      const one = agent?.getAgentStates().find((state) => state.name === name);
      if (agent === undefined || one === undefined) {
        const accepted = store.state.statuses.map((status) => status.name).join(', ');
        throw new Error(`Le statut « ${name} » n’existe pas ; valeurs acceptées : ${accepted}.`);
      }
      const chosen = agent;
      if (store.state.contact?.state === 'missed') await inContact((contact, callbacks) => contact.clear(callbacks));
      await promised((callbacks) => chosen.setState(one, callbacks, { enqueueNextState: true }));
    },
    accept: () =>
      inState(
        ['incoming'],
        (contact, callbacks) => {
          accepted = contact.getContactId();
          contact.accept(callbacks);
        },
        'Aucun appel ne sonne.',
      ),
    decline: () => inState(['incoming'], (contact, callbacks) => contact.reject(callbacks), 'Aucun appel ne sonne.'),
    async hangUp() {
      notDuringConsultation();
      await inState(['connecting', ...talking], (contact, callbacks) =>
        contact.getAgentConnection().destroy(callbacks),
      );
    },
    hold: () => inState(['connected'], (contact, callbacks) => contact.getInitialConnection().hold(callbacks)),
    async resume() {
      notDuringConsultation();
      await inState(
        ['on-hold'],
        (contact, callbacks) => contact.getInitialConnection().resume(callbacks),
        'Personne n’est en garde.',
      );
    },
    async mute(on) {
      if (!talking.includes(store.state.contact?.state ?? 'missed')) throw new Error(nobody);
      if (on) agent?.mute();
      else agent?.unmute();
    },
    async transfer(quickConnect) {
      notDuringConsultation();
      const endpoint = endpointOf(quickConnect);
      await inState(talking, (contact, callbacks) => contact.addConnection(endpoint, callbacks));
      // The person goes on with whom they were handed to.
      await inContact((contact, callbacks) => contact.getAgentConnection().destroy(callbacks));
    },
    async consult(quickConnect) {
      notDuringConsultation();
      const endpoint = endpointOf(quickConnect);
      // Connect puts the person on hold.
      await inState(talking, (contact, callbacks) => contact.addConnection(endpoint, callbacks));
      consulted = quickConnect;
      show();
    },
    completeTransfer: () =>
      inConsultation((contact, _third, callbacks) => contact.getAgentConnection().destroy(callbacks)),
    async comeBack() {
      await inConsultation((_contact, third, callbacks) => third.destroy(callbacks));
      // Unless the person has hung up meanwhile.
      if (agent && voiceContactOf(agent)?.getActiveInitialConnection()?.isOnHold() === true) {
        await inContact((contact, callbacks) => contact.getInitialConnection().resume(callbacks));
      }
    },
    completeAfterCallWork: () =>
      inState(['after-call-work'], (contact, callbacks) => contact.clear(callbacks), 'Aucun appel n’est à clore.'),
    close() {
      for (const subscription of subscriptions) subscription.unsubscribe();
      streams.core.terminate();
    },
  };

  function statusOf(ready: connect.Agent) {
    const { name, type, startTimestamp } = ready.getState();
    const nextStatus = ready.getNextState()?.name;
    const known = startTimestamp === undefined ? {} : { statusSince: startTimestamp.getTime() };
    return { status: toStatus({ name, type }), ...known, nextStatus };
  }
}

function toStatus({ name, type }: { readonly name: string; readonly type: string }): SoftphoneStatus {
  return { name, kind: kinds[type] ?? 'away' };
}

function voiceContactOf(agent: connect.Agent): connect.Contact | undefined {
  return agent.getContacts().find((contact) => ['voice', 'queue_callback'].includes(contact.getType()));
}

function shown(contact: connect.Contact, isAccepted: boolean, isMuted: boolean, consulted: string): SoftphoneContact {
  const { type, timestamp } = contact.getState();
  const isHeld = contact.getActiveInitialConnection()?.isOnHold() === true;
  const state = states[type] ?? 'connecting';
  const isCallback = contact.getType() === 'queue_callback';
  const queue = contact.getQueue()?.name;
  const third = type === 'connected' ? contact.getSingleActiveThirdPartyConnection() : null;
  return {
    contactId: contact.getContactId(),
    initialContactId: contact.getInitialContactId() || contact.getContactId(),
    state: state === 'incoming' && isAccepted ? 'connecting' : state === 'connected' && isHeld ? 'on-hold' : state,
    direction: isCallback ? 'callback' : contact.isInbound() ? 'inbound' : 'outbound',
    ...(queue && { queue }),
    attributes: Object.fromEntries(
      Object.entries(contact.getAttributes()).flatMap(([name, one]) => (one === undefined ? [] : [[name, one.value]])),
    ),
    since: timestamp.getTime(),
    muted: isMuted,
    ...(third && { consultation: { with: consulted, state: third.isConnected() ? 'connected' : 'connecting' } }),
    heard: [],
  };
}

/** A call of the library as a promise; what Connect says of a failure is English, for no agent. */
function promised(call: (callbacks: connect.SuccessFailOptions) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    call({
      success: () => resolve(),
      failure: () => reject(new Error('Le téléphone n’a pas pu le faire. Réessayez.')),
    });
  });
}

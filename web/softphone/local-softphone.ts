import type { ContactState, Softphone, SoftphoneContact, SoftphoneState, SoftphoneStatus } from './softphone.ts';
import { SoftphoneStore } from './softphone-store.ts';

/** What the local Connect's softphone endpoint speaks: pushed views, and buttons. */
export interface LocalLine {
  /** `view`: the JSON of a `DeskPhoneView` (local/connect/desk-phone); `lost`: the stream broke and will come back by itself. */
  listen(handlers: { readonly view: (json: string) => void; readonly lost: () => void }): () => void;
  /** Rejects with the endpoint's French message. */
  press(action: string, name?: string): Promise<void>;
}

/** The softphone of the local Connect, at `accessUrl` (`…/_local/softphone`). */
export function localSoftphone(line: LocalLine, clock: () => number = Date.now): Softphone {
  const store = new SoftphoneStore();
  let ahead = 0;
  const stop = line.listen({
    view(json) {
      const view = parseView(json);
      ahead = view.at - clock();
      store.set(stateOf(view));
    },
    lost: () => store.set({ ...store.state, connection: 'lost' }),
  });
  return {
    get state() {
      return store.state;
    },
    now: () => clock() + ahead,
    subscribe: (listener) => store.subscribe(listener),
    setStatus: (name) => line.press('status', name),
    accept: () => line.press('accept'),
    decline: () => line.press('decline'),
    hangUp: () => line.press('hang-up'),
    hold: () => line.press('hold'),
    resume: () => line.press('resume'),
    mute: (on) => line.press(on ? 'mute' : 'unmute'),
    transfer: (quickConnect) => line.press('transfer', quickConnect),
    consult: (quickConnect) => line.press('consult', quickConnect),
    completeTransfer: () => line.press('complete-transfer'),
    comeBack: () => line.press('come-back'),
    completeAfterCallWork: () => line.press('complete'),
    close: stop,
  };
}

interface View {
  readonly at: number;
  readonly hurrying: boolean;
  readonly statuses: readonly { readonly name: string; readonly type: string }[];
  readonly status: string;
  readonly statusSince: number;
  readonly nextStatus?: string;
  readonly quickConnects: readonly string[];
  readonly contact?: ViewContact;
}

interface ViewContact {
  readonly contactId: string;
  readonly initialContactId: string;
  readonly state: string;
  readonly accepted: boolean;
  readonly since: number;
  readonly initiation: string;
  readonly queue?: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly muted: boolean;
  readonly consultation?: NonNullable<SoftphoneContact['consultation']>;
  readonly heard: readonly string[];
}

/** The endpoint is of the same deployment as this page: what it pushes has the shape above. */
function parseView(json: string): View {
  return JSON.parse(json) as View;
}

const states: Readonly<Record<string, ContactState>> = {
  INCOMING: 'incoming',
  PENDING: 'incoming',
  CONNECTING: 'incoming',
  CONNECTED: 'connected',
  CONNECTED_ONHOLD: 'on-hold',
  ENDED: 'after-call-work',
  MISSED: 'missed',
  REJECTED: 'missed',
  ERROR: 'missed',
};
const kinds: Readonly<Record<string, SoftphoneStatus['kind']>> = {
  ROUTABLE: 'available',
  CUSTOM: 'away',
  OFFLINE: 'offline',
};

function stateOf(view: View): SoftphoneState {
  const statuses = view.statuses.map(({ name, type }) => ({ name, kind: kinds[type] ?? 'away' }));
  const status = statuses.find(({ name }) => name === view.status);
  return {
    connection: view.hurrying ? 'waiting' : 'open',
    ...(view.hurrying && { reason: 'Le centre joue le temps en accéléré : le téléphone sonnera en temps réel.' }),
    statuses,
    ...(status && { status }),
    statusSince: view.statusSince,
    ...(view.nextStatus !== undefined && { nextStatus: view.nextStatus }),
    quickConnects: view.quickConnects,
    ...(view.contact && { contact: contactOf(view.contact) }),
  };
}

function contactOf({ state, initiation, queue, ...contact }: ViewContact): SoftphoneContact {
  const shown = states[state] ?? 'connecting';
  return {
    contactId: contact.contactId,
    initialContactId: contact.initialContactId,
    state: shown === 'incoming' && contact.accepted ? 'connecting' : shown,
    direction: initiation === 'CALLBACK' ? 'callback' : initiation === 'API' ? 'outbound' : 'inbound',
    ...(queue !== undefined && { queue }),
    attributes: contact.attributes,
    since: contact.since,
    muted: contact.muted,
    ...(contact.consultation && { consultation: contact.consultation }),
    heard: contact.heard,
  };
}

/** What the CCP of Amazon Connect tells the library about an agent: `agent::update`. Only what the library reads is there. */
interface AgentData {
  snapshot: {
    state: { agentStateARN: string; type: string; name: string; startTimestamp: Date };
    nextState: { agentStateARN: string; type: string; name: string } | null;
    contacts: ContactData[];
    snapshotTimestamp: Date;
  };
  readonly configuration: object;
}

interface ContactData {
  readonly contactId: string;
  readonly initialContactId: string;
  readonly type: 'voice';
  state: { type: string; timestamp: Date };
  readonly queue: { readonly queueARN: string; readonly name: string };
  readonly attributes: Readonly<Record<string, { readonly name: string; readonly value: string }>>;
  readonly connections: {
    connectionId: string;
    type: string;
    initial: boolean;
    state: { type: string };
    endpoint: object;
  }[];
}

interface Message {
  readonly event: string;
  readonly data?: Request & { readonly event?: string; readonly data?: { readonly mute?: boolean } };
}

interface Request {
  readonly requestId?: string;
  readonly method?: string;
  readonly params?: Readonly<Record<string, unknown>>;
}

const instance = 'arn:aws:connect:eu-central-1:000000000000:instance/11111111-2222-3333-4444-555555555555';
const status = (name: string, type: string) => ({ agentStateARN: `${instance}/agent-state/${name}`, type, name });
const statuses = [status('Available', 'routable'), status('Offline', 'offline'), status('Pause', 'not_routable')];
const endpoints = [
  {
    endpointARN: `${instance}/transfer-destination/1`,
    endpointId: '1',
    name: 'Responsable',
    type: 'queue',
    queue: null,
  },
];

/** The CCP in its frame, as the library sees it: scripted answers over `postMessage` in place of Amazon's page. */
export class ScriptedCcp {
  readonly #post: (message: { readonly event: string; readonly data?: unknown }) => void;
  readonly #data: AgentData;

  constructor(post: (message: { readonly event: string; readonly data?: unknown }) => void) {
    this.#post = post;
    this.#data = {
      snapshot: {
        state: { ...status('Offline', 'offline'), startTimestamp: new Date(0) },
        nextState: null,
        contacts: [],
        snapshotTimestamp: new Date(0),
      },
      configuration: {
        name: 'Léa',
        username: 'lea',
        softphoneEnabled: true,
        agentStates: statuses,
        permissions: [],
        routingProfile: {
          routingProfileId: `${instance}/routing-profile/1`,
          queues: [{ queueARN: `${instance}/queue/bourses`, name: 'bourses' }],
          defaultOutboundQueue: { queueARN: `${instance}/queue/bourses`, name: 'bourses' },
          channelConcurrencyMap: { VOICE: 1 },
        },
      },
    };
  }

  /** Whatever the library posts to the frame. */
  receive({ event, data }: Message): void {
    if (event === 'synchronize') {
      this.#post({ event: 'acknowledge', data: { id: 'port-1' } });
      this.#update();
    }
    if (event === 'api_request') this.#answer(data ?? {});
    if (event === 'broadcast' && data?.event === 'mute') {
      this.#post({ event: 'agent::mute_toggle', data: { muted: data.data?.mute === true } });
    }
  }

  ring(attributes: Readonly<Record<string, string>>): void {
    const connection = (type: string, initial: boolean) => ({
      connectionId: type,
      type,
      initial,
      state: { type: 'connecting' },
      endpoint: { phoneNumber: 'hidden' },
    });
    this.#data.snapshot.contacts.push({
      contactId: 'c-1',
      initialContactId: 'c-1',
      type: 'voice',
      state: { type: 'connecting', timestamp: new Date(0) },
      queue: { queueARN: `${instance}/queue/bourses`, name: 'bourses' },
      attributes: Object.fromEntries(Object.entries(attributes).map(([name, value]) => [name, { name, value }])),
      connections: [connection('agent', false), connection('inbound', true)],
    });
    this.#update();
  }

  /** The contact on the line is now in this state. */
  become(type: string): void {
    for (const contact of this.#data.snapshot.contacts) contact.state = { type, timestamp: new Date(1) };
    this.#update();
  }

  /** Whoever was asked for advice takes the call. */
  thirdAnswers(): void {
    for (const contact of this.#data.snapshot.contacts) {
      for (const one of contact.connections) if (one.connectionId === 'third') one.state = { type: 'connected' };
    }
    this.#update();
  }

  #answer({ requestId, method, params = {} }: Request): void {
    const { snapshot } = this.#data;
    const [contact] = snapshot.contacts;
    const customer = contact?.connections.find(({ initial }) => initial);
    let data: unknown = {};
    switch (method) {
      case 'putAgentState': {
        const chosen = statuses.find(({ name }) => name === Object(params['state']).name);
        if (chosen === undefined) break;
        if (contact === undefined) snapshot.state = { ...chosen, startTimestamp: new Date(2) };
        else snapshot.nextState = chosen;
        break;
      }
      case 'acceptContact':
        for (const connection of contact?.connections ?? []) connection.state = { type: 'connected' };
        if (contact !== undefined) contact.state = { type: 'connected', timestamp: new Date(1) };
        break;
      case 'rejectContact':
        if (contact !== undefined) contact.state = { type: 'rejected', timestamp: new Date(1) };
        break;
      case 'holdConnection':
        if (customer !== undefined) customer.state = { type: 'hold' };
        break;
      case 'resumeConnection':
        if (customer !== undefined) customer.state = { type: 'connected' };
        break;
      case 'createAdditionalConnection':
        if (customer !== undefined) customer.state = { type: 'hold' };
        contact?.connections.push({
          ...{ connectionId: 'third', type: 'outbound', initial: false, state: { type: 'connecting' }, endpoint: {} },
        });
        break;
      case 'destroyConnection':
        if (params['connectionId'] === 'third') {
          contact?.connections.pop();
          break;
        }
        for (const connection of contact?.connections ?? []) connection.state = { type: 'disconnected' };
        if (contact !== undefined) contact.state = { type: 'ended', timestamp: new Date(1) };
        break;
      case 'clearContact':
        snapshot.contacts = [];
        if (snapshot.nextState !== null) snapshot.state = { ...snapshot.nextState, startTimestamp: new Date(3) };
        snapshot.nextState = null;
        break;
      case 'getEndpoints':
        data = { endpoints, nextToken: null };
        break;
    }
    this.#post({
      event: 'api_response',
      data: { event: 'api_response', requestId, err: null, data },
    });
    this.#update();
  }

  #update(): void {
    this.#post({ event: 'agent::update', data: structuredClone(this.#data) });
  }
}

import { emptyRecord, type JsonValue, recordFrom } from '../json/json.ts';
import type { Flow } from '../model/flow.ts';
import type { Channel, ContactState, Endpoint, QueueInfo, Voice } from './contact-state.ts';

export interface ContactInit {
  contactId: string;
  /** @default contactId */
  initialContactId?: string;
  previousContactId?: string;
  relatedContactId?: string;
  relatedAttributes?: Record<string, string>;
  /** `arn:aws:connect:<region>:<account>:instance/<id>` */
  instanceArn?: string;
  /** @default VOICE */
  channel?: Channel;
  /** @default INBOUND */
  initiationMethod?: string;
  customerEndpoint?: Endpoint;
  systemEndpoint?: Endpoint;
  attributes?: Readonly<Record<string, string>>;
  segmentAttributes?: Readonly<Record<string, JsonValue>>;
  tags?: Readonly<Record<string, string>>;
  references?: Readonly<Record<string, { type: string; value: string }>>;
  queue?: QueueInfo;
  languageCode?: string;
  name?: string;
  description?: string;
  customerId?: string;
  /** Service default: Joanna, Standard. */
  voice?: Voice;
  logging?: boolean;
}

const defaultInstance = 'arn:aws:connect:us-east-1:000000000000:instance/00000000-0000-0000-0000-000000000000';
const defaultVoice: Voice = { voice: 'Joanna', engine: 'Standard', style: 'None' };

const copy = <T>(record: Readonly<Record<string, T>> | undefined): Record<string, T> =>
  recordFrom(Object.entries(record ?? {}));

/** A new contact as the service creates one: nothing set but what `init` says. */
export const createContactState = (init: ContactInit): ContactState => {
  const instanceArn = init.instanceArn ?? defaultInstance;
  return {
    contactId: init.contactId,
    initialContactId: init.initialContactId ?? init.contactId,
    previousContactId: init.previousContactId,
    relatedContactId: init.relatedContactId,
    relatedAttributes: init.relatedAttributes,
    instanceArn,
    awsRegion: instanceArn.split(':')[3] ?? '',
    channel: init.channel ?? 'VOICE',
    initiationMethod: init.initiationMethod ?? 'INBOUND',
    customerEndpoint: init.customerEndpoint,
    systemEndpoint: init.systemEndpoint,
    name: init.name,
    description: init.description,
    customerId: init.customerId,
    languageCode: init.languageCode,
    voice: init.voice ?? defaultVoice,
    attributes: copy(init.attributes),
    segmentAttributes: copy(init.segmentAttributes),
    tags: copy(init.tags),
    references: copy(init.references),
    lambdaChainSeconds: 0,
    dtmfBuffer: { enabled: false, digits: '' },
    queue: init.queue,
    eventHooks: {},
    disabledHooks: new Set(),
    logging: init.logging ?? false,
    namespaces: emptyRecord(),
    loopCounters: new Map(),
  };
};

/** What a contact has for certain in a flow of this type: a queue flow runs in a queue. */
export const contactIn = ({ type }: Flow): Partial<ContactInit> =>
  type === 'CUSTOMER_QUEUE' ? { queue: { arn: 'queue', name: 'queue' } } : {};

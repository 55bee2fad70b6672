import type { Channel, ContactState } from '../contact/contact-state.ts';
import { createContactState } from '../contact/create-contact-state.ts';
import { isJsonObject, type JsonObject, type JsonValue, recordFrom } from '../json/json.ts';
import { type Chooser, option, rarely } from './chooser.ts';
import { imaginedData } from './imagined-world.ts';

type Values = ReadonlyMap<string, readonly string[]>;

/** Attributes already there that leave room for this many bytes: how UpdateContactAttributes fails, the first or a later one. */
const filler = (room: number) => ({ filler: 'x'.repeat(32_768 - 'filler'.length - room) });
const channels: readonly Channel[] = ['CHAT', 'TASK', 'EMAIL'];
const namespaces = [
  'Lex',
  'Customer',
  'Case',
  'Wisdom',
  'Metrics',
  'Views',
  'DataTables',
  'Media',
  'MediaStreams',
  'Task',
  'Email',
];

const texts = (data: Record<string, unknown>): Record<string, string> =>
  recordFrom(Object.entries(data).map(([key, value]) => [key, String(value)]));
const jsonOf = (data: Record<string, unknown>): JsonObject => {
  const value: JsonValue = JSON.parse(JSON.stringify(data));
  return isJsonObject(value) ? value : {};
};

/** A contact as it may be when a flow starts, or is transferred to by one that has left something behind. */
export const imaginedContact = (choose: Chooser, values: Values): ContactState => {
  const one = (name: string, otherwise: string): string => {
    const [first, ...others] = values.get(name) ?? [];
    return first === undefined
      ? otherwise
      : choose.pick(`$.${name}`, [option(first, first), ...others.map((other) => option(other, other))]);
  };
  const compared = channels.filter((channel) => values.get('Channel')?.includes(channel));
  const queue = one('Queue\nName', 'q');
  const contact = createContactState({
    contactId: 'imagined',
    channel: choose.pick<Channel>('channel', [
      option('voice', 'VOICE'),
      ...compared.map((channel) => option(channel, channel)),
      ...channels.slice(0, 1).map((channel) => rarely(`${channel} once`, channel)),
    ]),
    initiationMethod: one('InitiationMethod', 'INBOUND'),
    customerEndpoint: { address: one('CustomerEndpoint\nAddress', '+33100000000'), type: 'TELEPHONE_NUMBER' },
    systemEndpoint: { address: one('SystemEndpoint\nAddress', '+33100000001'), type: 'TELEPHONE_NUMBER' },
    languageCode: one('LanguageCode', 'en-US'),
    attributes: {
      ...texts(imaginedData(choose, '$.Attributes', values, 'Attributes')),
      ...choose.pick('attributes', [
        option('room left', {}),
        ...[0, 30, 100, 300].map((room) => rarely(`room for ${room} bytes`, filler(room))),
      ]),
    },
    segmentAttributes: jsonOf(imaginedData(choose, '$.SegmentAttributes', values, 'SegmentAttributes')),
    ...(choose.pick('working queue', [option('set', true), rarely('not set', false)])
      ? { queue: { arn: queue, name: queue } }
      : {}),
  });
  if (choose.pick('earlier flows', [option('left data', true), rarely('left nothing', false)])) {
    contact.external = jsonOf(imaginedData(choose, 'left in $.External', values, 'External'));
    contact.storedInput = one('StoredCustomerInput', '1');
    contact.callbackNumber = '+33100000000';
    for (const name of namespaces)
      contact.namespaces[name] = jsonOf(imaginedData(choose, `left in $.${name}`, values, name));
  }
  return contact;
};

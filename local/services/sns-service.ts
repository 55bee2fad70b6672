import type { JsonObject } from '../json.ts';
import { ServiceError } from '../service-error.ts';
import { requiredText } from './input-members.ts';
import type { LocalService } from './local-service.ts';
import type { Protocol } from './protocol.ts';
import { queryProtocol } from './query-protocol.ts';

const known: Readonly<Record<string, RegExp>> = {
  Publish: /^(TopicArn|TargetArn|Message|Subject|MessageAttributes\.entry\.\d+\..+)$/,
  Subscribe: /^(TopicArn|Protocol|Endpoint|ReturnSubscriptionArn|Attributes\.entry\.\d+\.(key|value))$/,
};
const served: Readonly<Record<string, string>> = {
  Publish: 'TopicArn, TargetArn, Message, Subject, MessageAttributes',
  Subscribe: 'TopicArn, Protocol, Endpoint, ReturnSubscriptionArn, Attributes',
};
const query = queryProtocol('http://sns.amazonaws.com/doc/2010-03-31/');

const protocol: Protocol = {
  ...query,
  read(request, body) {
    const { operation, input } = query.read(request, body);
    const unknown = Object.keys(input).find((name) => known[operation]?.test(name) === false);
    if (unknown !== undefined) {
      throw new ServiceError(
        'InvalidParameter',
        `${operation}: ${unknown} is not served by the local cloud; served are ${served[operation]}`,
      );
    }
    const plain = Object.entries(input).filter(([name]) => !/^(Message)?Attributes\./.test(name));
    const attributes = { MessageAttributes: attributesOf(input), Attributes: entriesOf(input) };
    return { operation, input: { ...Object.fromEntries(plain), ...attributes } };
  },
};

/** SNS: Publish to a topic, Subscribe an e-mail address to it. */
export const snsService: LocalService = {
  name: 'sns',
  endpointName: 'SNS',
  protocol,
  operations: {
    Publish: {
      permissions: (input) => {
        const resource = requiredText({ TopicArn: input['TopicArn'] ?? input['TargetArn'] ?? null }, 'TopicArn');
        return [{ action: 'sns:Publish', resource }];
      },
    },
    Subscribe: {
      permissions: (input) => [{ action: 'sns:Subscribe', resource: requiredText(input, 'TopicArn') }],
    },
  },
};

/** `MessageAttributes.entry.1.Name`, `.Value.DataType`, `.Value.StringValue` as SNS delivers them: `{ name: { Type, Value } }`. */
function attributesOf(input: JsonObject): JsonObject {
  const attributes: Record<string, JsonObject> = {};
  for (let n = 1; ; n += 1) {
    const entry = `MessageAttributes.entry.${n}`;
    const name = input[`${entry}.Name`];
    if (typeof name !== 'string') return attributes;
    attributes[name] = {
      Type: input[`${entry}.Value.DataType`] ?? 'String',
      Value: input[`${entry}.Value.StringValue`] ?? input[`${entry}.Value.BinaryValue`] ?? '',
    };
  }
}

/** `Attributes.entry.1.key`, `.value`. */
function entriesOf(input: JsonObject): JsonObject {
  const entries: Record<string, string> = {};
  for (let n = 1; ; n += 1) {
    const [key, value] = [input[`Attributes.entry.${n}.key`], input[`Attributes.entry.${n}.value`]];
    if (typeof key !== 'string' || typeof value !== 'string') return entries;
    entries[key] = value;
  }
}

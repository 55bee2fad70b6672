import type { JsonObject } from '../json.ts';
import { ServiceError } from '../service-error.ts';
import { requiredText } from './input-members.ts';
import type { LocalService } from './local-service.ts';
import type { Protocol } from './protocol.ts';
import { queryProtocol } from './query-protocol.ts';

const known = /^(TopicArn|TargetArn|Message|Subject|MessageAttributes\.entry\.\d+\..+)$/;
const query = queryProtocol('http://sns.amazonaws.com/doc/2010-03-31/');

const protocol: Protocol = {
  ...query,
  read(request, body) {
    const { operation, input } = query.read(request, body);
    const unknown = Object.keys(input).find((name) => !known.test(name));
    if (operation === 'Publish' && unknown !== undefined) {
      const served = 'TopicArn, TargetArn, Message, Subject, MessageAttributes';
      throw new ServiceError(
        'InvalidParameter',
        `Publish: ${unknown} is not served by the local cloud; served are ${served}`,
      );
    }
    const plain = Object.entries(input).filter(([name]) => !name.startsWith('MessageAttributes.'));
    return { operation, input: { ...Object.fromEntries(plain), MessageAttributes: attributesOf(input) } };
  },
};

/** SNS: Publish to a topic. */
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

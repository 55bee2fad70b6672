import type { CloudContext } from '../cloud.ts';
import type { Json, JsonObject } from '../json.ts';
import { isJsonObject } from '../json.ts';
import { jsonProtocol } from '../services/json-protocol.ts';
import type { LocalService, ServiceOperation } from '../services/local-service.ts';
import type { Protocol } from '../services/protocol.ts';
import { optOutListOf } from './opt-out-operations.ts';
import { namedOrigin } from './origin.ts';
import { destinationOf } from './send-text-message.ts';
import { SmsError } from './sms-error.ts';
import type { SmsWorld } from './world.ts';

/** `sms-voice`, AWS JSON 1.0. The endpoint asks IAM for the origination identity or the opt-out list that a call names. */
export function smsVoiceService(world: SmsWorld): LocalService {
  const onList = (action: string): ServiceOperation => ({
    permissions: (input) => [{ action: `sms-voice:${action}`, resource: optOutListOf(world, input).arn }],
  });
  return {
    name: 'sms-voice',
    endpointName: 'PINPOINT_SMS_VOICE_V2',
    protocol: protocolOf(world),
    operations: {
      SendTextMessage: { permissions: (input, cloud) => [sending(world, input, cloud)] },
      PutOptedOutNumber: onList('PutOptedOutNumber'),
      DeleteOptedOutNumber: onList('DeleteOptedOutNumber'),
      DescribeOptedOutNumbers: onList('DescribeOptedOutNumbers'),
    },
  };
}

function sending(world: SmsWorld, input: JsonObject, _cloud: CloudContext) {
  const identity = input['OriginationIdentity'];
  const { country } = destinationOf(input);
  const origin = namedOrigin(world, typeof identity === 'string' ? identity : undefined, country);
  return { action: 'sms-voice:SendTextMessage', resource: origin?.arn ?? '*' };
}

/** Refusals with their modelled members; and the answer that an accepted message's caller does not get. */
function protocolOf(world: SmsWorld): Protocol {
  return {
    ...jsonProtocol,
    answer: (operation, output) => {
      if (operation === 'SendTextMessage') tell(world, output);
      return jsonProtocol.answer(operation, output);
    },
    refuse: (error) => {
      const plain = jsonProtocol.refuse(error);
      const members = error instanceof SmsError ? error.members : {};
      const body: JsonObject = { __type: error.code, message: error.message, Message: error.message, ...members };
      return { ...plain, body: JSON.stringify(body) };
    },
  };
}

function tell(world: SmsWorld, output: Json): void {
  const messageId = isJsonObject(output) ? output['MessageId'] : undefined;
  if (typeof messageId !== 'string' || world.afterAccepting(messageId) === 'answer') return;
  throw new SmsError('InternalServerException', 'The request failed because of an error on the server; try again');
}

import type { SendTextMessageCommandInput } from '@aws-sdk/client-pinpoint-sms-voice-v2';
import { type CloudCore, startCloudCore } from '../../../local/cloud-core.ts';
import { friendly, type LocalCloudOptions } from '../../../local/cloud-options.ts';
import { isJsonObject, type Json, type JsonObject } from '../../../local/json.ts';
import { createServicesPart } from '../../../local/services/index.ts';
import { createSmsPart, type SmsStandIn } from '../../../local/sms/index.ts';
import { lambdaFunction, permission, role, stateFolder, writeAssembly } from '../resources/small-assembly.ts';
import { bundledHandler } from '../services/bundled-handler.ts';

export const mobile = '+33698760001';
export const sender = 'arn:aws:sms-voice:eu-central-1:111122223333:sender-id/SUIVI/FR';
const start = '2021-02-22T07:00:00.000Z';

/** Sends what the event holds with the SDK itself, one by one; prints the receipts it gets. */
const handler = bundledHandler(`
  import * as sms from '@aws-sdk/client-pinpoint-sms-voice-v2';
  const client = new sms.PinpointSMSVoiceV2Client({ maxAttempts: 1 });
  export async function handler(event) {
    for (const record of event.Records ?? []) console.log(record.Sns.Message);
    const outcomes = [];
    for (const { command, input } of event.calls ?? []) {
      try {
        const { $metadata, ...answer } = await client.send(new sms[command + 'Command'](input));
        outcomes.push(answer);
      } catch (error) {
        outcomes.push({ refused: error.name, reason: error.Reason, message: error.message });
      }
    }
    return outcomes;
  }`);

const sets: JsonObject = {
  Protect: {
    Type: 'AWS::SMSVOICE::ProtectConfiguration',
    Properties: { CountryRuleSet: { SMS: [{ CountryCode: 'US', ProtectStatus: 'BLOCK' }] } },
  },
  Events: {
    Type: 'AWS::SMSVOICE::ConfigurationSet',
    Properties: {
      ConfigurationSetName: 'suivi',
      ProtectConfigurationId: { Ref: 'Protect' },
      EventDestinations: [
        {
          EventDestinationName: 'receipts',
          Enabled: true,
          MatchingEventTypes: ['TEXT_ALL'],
          SnsDestination: { TopicArn: { Ref: 'Topic' } },
        },
      ],
    },
  },
  Topic: { Type: 'AWS::SNS::Topic', Properties: { TopicName: 'receipts' } },
  TopicPolicy: {
    Type: 'AWS::SNS::TopicPolicy',
    Properties: {
      Topics: [{ Ref: 'Topic' }],
      PolicyDocument: {
        Statement: [
          {
            Effect: 'Allow',
            Principal: { Service: 'sms-voice.amazonaws.com' },
            Action: 'sns:Publish',
            Resource: { Ref: 'Topic' },
          },
        ],
      },
    },
  },
  Told: {
    Type: 'AWS::SNS::Subscription',
    Properties: { TopicArn: { Ref: 'Topic' }, Protocol: 'lambda', Endpoint: { 'Fn::GetAtt': ['Sender', 'Arn'] } },
  },
  MayTell: permission('Sender', 'sns.amazonaws.com'),
};

const senders: JsonObject = {
  Name: { Type: 'AWS::SMSVOICE::SenderId', Properties: { SenderId: 'SUIVI', IsoCountryCode: 'FR' } },
  List: { Type: 'AWS::SMSVOICE::OptOutList', Properties: { OptOutListName: 'refus' } },
  Code: {
    Type: 'AWS::SMSVOICE::PhoneNumber',
    Properties: {
      IsoCountryCode: 'FR',
      NumberType: 'SHORT_CODE',
      NumberCapabilities: ['SMS'],
      MandatoryKeywords: { HELP: { Message: 'Aide' }, STOP: { Message: 'Au revoir' } },
      OptOutListName: { Ref: 'List' },
      TwoWay: { Enabled: true, ChannelArn: { Ref: 'Topic' } },
    },
  },
};

export interface SmsCloud {
  readonly cloud: CloudCore;
  readonly sms: SmsStandIn;
}

/** A world with a sender, a two-way short code and receipts to a function, over what the test adds. */
export async function openSms(
  options: Partial<LocalCloudOptions> = {},
  more: JsonObject = {},
  actions: readonly string[] = ['sms-voice:*'],
): Promise<SmsCloud> {
  const resources = {
    Role: role('lambda.amazonaws.com', 'logs:*', ...actions),
    Sender: lambdaFunction('sender'),
    ...sets,
    ...senders,
    ...more,
  };
  const assembly = writeAssembly({ all: { resources } }, { sender: handler });
  let sms: SmsStandIn | undefined;
  const quotas = { messagesPerSecond: 20, messageSpendUsd: 1000 };
  const cloud = await startCloudCore(
    { assembly, state: stateFolder(), seed: 1, start, unfriendly: friendly, quotas, ...options },
    [
      createServicesPart,
      async (context) => {
        const part = await createSmsPart(context);
        sms = part.sms;
        return part;
      },
    ],
  );
  if (sms === undefined) throw new Error('no SMS part');
  return { cloud, sms };
}

let invocations = 0;

/** What the calls of one invocation were answered. */
export function calls(world: SmsCloud, ...all: readonly [string, JsonObject][]): Promise<readonly Json[]> {
  invocations += 1;
  return callsOf(world, `test/${invocations}`, ...all);
}

/** The same in an invocation of this key: one that is run again after a restart has the key it had. */
export async function callsOf(
  { cloud }: SmsCloud,
  key: string,
  ...all: readonly [string, JsonObject][]
): Promise<readonly Json[]> {
  const asked = all.map(([command, input]) => ({ command, input }));
  const { ok, ...rest } = await cloud.context.lambda.invoke({
    functionArn: 'arn:aws:lambda:eu-central-1:111122223333:function:sender',
    payload: { calls: asked },
    key,
    source: { type: 'administrator' },
  });
  const payload = 'payload' in rest ? rest.payload : undefined;
  if (!ok || !Array.isArray(payload)) throw new Error(JSON.stringify(rest));
  return payload;
}

export const text = (input: Partial<SendTextMessageCommandInput> = {}): [string, JsonObject] => [
  'SendTextMessage',
  JSON.parse(
    JSON.stringify({
      DestinationPhoneNumber: mobile,
      OriginationIdentity: sender,
      MessageBody: 'Bonjour',
      ConfigurationSetName: 'suivi',
      ...input,
    }),
  ),
];

/** Plays until so many virtual seconds after the start. */
export async function play({ cloud }: SmsCloud, seconds: number): Promise<void> {
  await cloud.context.kernel.runUntil(Date.parse(start) + seconds * 1000);
}

/** Receipts that the function got, in the order it got them. */
export function receipts({ cloud }: SmsCloud): JsonObject[] {
  return cloud.logs.lines('sender').flatMap((line) => {
    const value: unknown = JSON.parse(line);
    return isJsonObject(value) && typeof value['eventType'] === 'string' ? [value] : [];
  });
}

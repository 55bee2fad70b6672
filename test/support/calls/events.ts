import type { Context, KinesisStreamEvent } from 'aws-lambda';

/** A Connect event of a voice contact, as flows send it (Amazon Connect documentation). */
export function flowEvent(overrides: {
  readonly contactId?: string;
  readonly customerNumber?: string;
  readonly systemNumber?: string;
  readonly attributes?: Readonly<Record<string, string>>;
  readonly parameters?: Readonly<Record<string, unknown>>;
}): unknown {
  const {
    contactId = 'contact-1',
    customerNumber,
    systemNumber = '+687250000',
    attributes = { programme: 'samps' },
    parameters = {},
  } = overrides;
  const endpoint = (address: string | undefined) =>
    address === undefined ? null : { Address: address, Type: 'TELEPHONE_NUMBER' };
  return {
    Name: 'ContactFlowEvent',
    Details: {
      ContactData: {
        Attributes: attributes,
        Channel: 'VOICE',
        ContactId: contactId,
        InitialContactId: contactId,
        PreviousContactId: contactId,
        CustomerEndpoint: endpoint(customerNumber),
        SystemEndpoint: endpoint(systemNumber),
        InitiationMethod: 'INBOUND',
        InstanceARN: 'arn:aws:connect:eu-central-1:000000000000:instance/i-1',
        Queue: null,
      },
      Parameters: parameters,
    },
  };
}

/** A Kinesis batch of these texts, numbered from 1. */
export function kinesisEvent(...texts: readonly string[]): KinesisStreamEvent {
  return {
    Records: texts.map((text, index) => ({
      awsRegion: 'eu-central-1',
      eventID: `shard:${index + 1}`,
      eventName: 'aws:kinesis:record',
      eventSource: 'aws:kinesis',
      eventSourceARN: 'arn:aws:kinesis:eu-central-1:000000000000:stream/records',
      eventVersion: '1.0',
      invokeIdentityArn: 'arn:aws:iam::000000000000:role/r',
      kinesis: {
        approximateArrivalTimestamp: 0,
        data: Buffer.from(text).toString('base64'),
        kinesisSchemaVersion: '1.0',
        partitionKey: 'p',
        sequenceNumber: String(index + 1),
      },
    })),
  };
}

export const context: Context = {
  awsRequestId: 'request-1',
  callbackWaitsForEmptyEventLoop: false,
  functionName: 'f',
  functionVersion: '1',
  invokedFunctionArn: 'arn:aws:lambda:eu-central-1:000000000000:function:f',
  logGroupName: 'g',
  logStreamName: 's',
  memoryLimitInMB: '512',
  getRemainingTimeInMillis: () => 8000,
  done: () => undefined,
  fail: () => undefined,
  succeed: () => undefined,
};

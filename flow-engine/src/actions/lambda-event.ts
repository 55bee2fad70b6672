import type { ContactState, Endpoint } from '../contact/contact-state.ts';
import type { JsonObject, JsonValue } from '../json/json.ts';
import { own } from '../json/json.ts';

const endpoint = (value: Endpoint | undefined): JsonValue =>
  value === undefined ? null : { Address: value.address, Type: value.type };

const nullable = (value: string | undefined): string | null => value ?? null;

/** The event a Lambda function receives (adminguide: connect-lambda-functions), plus Tags and SegmentAttributes (UNCONFIRMED). */
export const lambdaEvent = (contact: ContactState, parameters: JsonObject): JsonObject => ({
  Name: 'ContactFlowEvent',
  Details: {
    ContactData: {
      Attributes: { ...contact.attributes },
      Channel: contact.channel,
      ContactId: contact.contactId,
      CustomerEndpoint: endpoint(contact.customerEndpoint),
      CustomerId: nullable(contact.customerId),
      Description: nullable(contact.description),
      InitialContactId: contact.initialContactId,
      InitiationMethod: contact.initiationMethod,
      InstanceARN: contact.instanceArn,
      LanguageCode: nullable(contact.languageCode),
      MediaStreams: own(contact.namespaces, 'MediaStreams') ?? { Customer: { Audio: null } },
      Name: nullable(contact.name),
      PreviousContactId: nullable(contact.previousContactId),
      Queue:
        contact.queue === undefined
          ? null
          : {
              ARN: contact.queue.arn,
              Name: contact.queue.name,
              OutboundCallerId: endpoint(contact.queue.outboundCallerId),
            },
      References: Object.fromEntries(
        Object.entries(contact.references).map(([key, { type, value }]) => [key, { Type: type, Value: value }]),
      ),
      SegmentAttributes: { ...contact.segmentAttributes },
      SystemEndpoint: endpoint(contact.systemEndpoint),
      Tags: { ...contact.tags },
    },
    Parameters: parameters,
  },
});

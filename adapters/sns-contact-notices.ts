import { PublishCommand, SNSClient, SubscribeCommand } from '@aws-sdk/client-sns';
import type { ContactRegistrar } from '../domain/contact/contact-registrar.ts';
import type { ContactNotices } from '../domain/contact/tell-contacts.ts';
import { asciiSubject } from './ascii-subject.ts';

/**
 * E-mails to named contacts on one topic. Each address has one subscription, whose filter keeps what names it: who is told is decided at each notice, and an
 * address that no setting names any more hears nothing. SNS sends the person a message to confirm theirs.
 */
export function snsContactNotices(client: SNSClient, topicArn: string): ContactNotices & ContactRegistrar {
  return {
    async tell(addresses, subject, text) {
      await client.send(
        new PublishCommand({
          TopicArn: topicArn,
          Subject: asciiSubject(subject),
          Message: text,
          MessageAttributes: { contact: { DataType: 'String.Array', StringValue: JSON.stringify(addresses) } },
        }),
      );
    },

    async register(addresses) {
      for (const address of addresses) {
        await client.send(
          new SubscribeCommand({
            TopicArn: topicArn,
            Protocol: 'email',
            Endpoint: address,
            // As the templates write it: the same subscription asked for again is the one there is.
            Attributes: { FilterPolicy: JSON.stringify({ contact: [address] }) },
            ReturnSubscriptionArn: true,
          }),
        );
      }
    },
  };
}

/** Over the environment's own SNS. */
export function snsContactNoticesOf(topicArn: string): ContactNotices & ContactRegistrar {
  return snsContactNotices(new SNSClient({}), topicArn);
}

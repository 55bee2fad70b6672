import { PublishCommand, SNSClient } from '@aws-sdk/client-sns';
import type { ReferralNotices } from '../domain/referral/referral-notices.ts';
import { asciiSubject } from './ascii-subject.ts';

/** Notices of referrals on one topic: each subscription's filter keeps those of its contacts. */
export function snsReferralNotices(client: SNSClient, topicArn: string): ReferralNotices {
  return {
    async tell({ programme, cell, contact, level, title, text }) {
      const attribute = (StringValue: string) => ({ DataType: 'String', StringValue });
      await client.send(
        new PublishCommand({
          TopicArn: topicArn,
          Subject: asciiSubject(title),
          Message: text,
          MessageAttributes: {
            // What subscriptions filter on: one address may be of several contacts.
            duty: attribute(`${programme}:${contact}`),
            cell: attribute(cell),
            level: attribute(level),
          },
        }),
      );
    },
  };
}

/** Over the environment's own SNS. */
export function snsReferralNoticesOf(topicArn: string): ReferralNotices {
  return snsReferralNotices(new SNSClient({}), topicArn);
}

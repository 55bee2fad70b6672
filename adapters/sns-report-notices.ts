import { PublishCommand, SNSClient } from '@aws-sdk/client-sns';
import type { ReportNotices } from '../domain/report/report-catalogue.ts';

/** SNS refuses a subject of 100 characters or more, and mail relays mangle what is not ASCII in it. */
const longestSubject = 99;

/** Notices on one topic; each subscriber's filter keeps those of its programme. */
export function snsReportNotices(client: SNSClient, topicArn: string): ReportNotices {
  return {
    async tell(programme, subject, text) {
      await client.send(
        new PublishCommand({
          TopicArn: topicArn,
          Subject: asciiSubject(subject),
          Message: text,
          MessageAttributes: { programme: { DataType: 'String', StringValue: programme } },
        }),
      );
    },
  };
}

function asciiSubject(subject: string): string {
  return subject
    .normalize('NFD')
    .replace(/[\u2012-\u2015]/g, '-')
    .replace(/\s/g, ' ')
    .replace(/[^ -~]/g, '')
    .slice(0, longestSubject)
    .trim();
}

/** Over the environment's own SNS. */
export function snsReportNoticesOf(topicArn: string): ReportNotices {
  return snsReportNotices(new SNSClient({}), topicArn);
}

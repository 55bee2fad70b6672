import { PublishCommand, SNSClient } from '@aws-sdk/client-sns';
import type { ReportNotices } from '../domain/report/report-catalogue.ts';
import { asciiSubject } from './ascii-subject.ts';

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

/** Over the environment's own SNS. */
export function snsReportNoticesOf(topicArn: string): ReportNotices {
  return snsReportNotices(new SNSClient({}), topicArn);
}

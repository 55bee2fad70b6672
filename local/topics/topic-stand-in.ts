import { CallInput, unknownAction } from '../call-input.ts';
import type { StandIn } from '../cloud.ts';
import type { LocalTopics } from './local-topics.ts';

/** SNS's own API: `Publish` `{TopicArn, Message, Subject?, MessageAttributes?}`. */
export function topicStandIn(topics: LocalTopics): StandIn {
  return {
    mutates: () => true,
    handle({ action, input, lane }) {
      if (action !== 'Publish') throw unknownAction('sns', action, ['Publish']);
      const call = new CallInput(action, input);
      const subject = call.optionalText('Subject');
      const { messageId } = topics.publish(call.optionalText('TopicArn') ?? call.text('TargetArn'), {
        message: call.text('Message'),
        lane,
        messageAttributes: call.object('MessageAttributes'),
        ...(subject === undefined ? {} : { subject }),
      });
      return { MessageId: messageId };
    },
  };
}

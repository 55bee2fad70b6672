import { afterEach, describe, expect, it } from 'vitest';
import type { CloudCore } from '../../../local/cloud-core.ts';
import type { JsonObject } from '../../../local/json.ts';
import { permission } from '../resources/small-assembly.ts';
import { arn, play, sights, startWitness, witnessStack } from '../resources/witness.ts';

let cloud: CloudCore | undefined;
afterEach(async () => {
  await cloud?.stop();
  cloud = undefined;
});

const topicArn = arn('sns', 'notices');
const subscribe = (properties: JsonObject): JsonObject => ({
  Type: 'AWS::SNS::Subscription',
  Properties: { TopicArn: { Ref: 'Topic' }, ...properties },
});

describe('SNS topics', () => {
  it('writes e-mails to the outbox and notifies functions, each by its filter', async () => {
    cloud = await startWitness(
      witnessStack({
        Topic: { Type: 'AWS::SNS::Topic', Properties: { TopicName: 'notices' } },
        Mail: subscribe({ Protocol: 'email', Endpoint: 'samps@example.nc', FilterPolicy: { programme: ['samps'] } }),
        Other: subscribe({ Protocol: 'email', Endpoint: 'paris@example.fr', FilterPolicy: { programme: ['reflex'] } }),
        Call: subscribe({ Protocol: 'lambda', Endpoint: { 'Fn::GetAtt': ['Witness', 'Arn'] } }),
        P: permission('Witness', 'sns.amazonaws.com'),
      }),
    );
    cloud.context.topics.publish(topicArn, {
      message: 'Le rapport est prêt.',
      subject: 'Rapport',
      lane: 'report/1',
      messageAttributes: { programme: { DataType: 'String', StringValue: 'samps' } },
    });
    await play(cloud, 5);
    expect(cloud.outbox.emails()).toMatchObject([
      { to: 'samps@example.nc', subject: 'Rapport', message: 'Le rapport est prêt.', topicArn },
    ]);
    expect(sights(cloud).map(({ seen }) => seen)).toEqual([['Le rapport est prêt.']]);
  });

  it('names a topic that does not exist', async () => {
    cloud = await startWitness(witnessStack({}));
    expect(() => cloud?.context.topics.publish(arn('sns', 'none'), { message: 'm', lane: 'l' })).toThrow(
      /Topic does not exist/,
    );
  });
});

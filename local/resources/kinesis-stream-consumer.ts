import { PropertyReader } from './property-reader.ts';
import type { ResourceProvider } from './provider.ts';

/** `AWS::Kinesis::StreamConsumer`: a name only; mappings of a consumer are not supported. */
export const kinesisStreamConsumerProvider: ResourceProvider = (resource) => {
  const properties = new PropertyReader(resource).accept('ConsumerName', 'StreamARN', 'Tags');
  const arn = `${properties.text('StreamARN')}/consumer/${properties.text('ConsumerName')}:1`;
  return {
    ref: arn,
    attributes: { ConsumerARN: arn, ConsumerName: properties.text('ConsumerName'), ConsumerStatus: 'ACTIVE' },
  };
};

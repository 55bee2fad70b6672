import type { LocalStreams } from '../streams/local-streams.ts';
import { encryptWith } from './key-arn.ts';
import { physicalName } from './physical-name.ts';
import { PropertyReader } from './property-reader.ts';
import type { ResourceProvider } from './provider.ts';

/** Shards of a new on-demand stream (Kinesis guide, on-demand mode). */
const onDemandShards = 4;

/** `AWS::Kinesis::Stream`. */
export function kinesisStreamProvider(streams: LocalStreams): ResourceProvider {
  return (resource, cloud) => {
    const properties = new PropertyReader(resource).accept(
      'Name',
      'RetentionPeriodHours',
      'ShardCount',
      'StreamEncryption',
      'StreamModeDetails',
      'Tags',
    );
    const name = properties.optionalText('Name') ?? physicalName(resource, 128);
    const arn = `arn:${cloud.partition}:kinesis:${cloud.region}:${cloud.account}:stream/${name}`;
    const onDemand = properties.optionalObject('StreamModeDetails')?.text('StreamMode') === 'ON_DEMAND';
    streams.create({ name, arn, shardCount: properties.number('ShardCount', onDemand ? onDemandShards : 1) });
    encryptWith(cloud, arn, properties.optionalObject('StreamEncryption')?.text('KeyId'));
    return { ref: name, attributes: { Arn: arn } };
  };
}

import { keyArnOf } from './key-arn.ts';
import { PropertyReader } from './property-reader.ts';
import type { ResourceProvider } from './provider.ts';

/** `AWS::KMS::Alias`. */
export const kmsAliasProvider: ResourceProvider = (resource, cloud) => {
  const properties = new PropertyReader(resource).accept('AliasName', 'TargetKeyId');
  const alias = properties.text('AliasName');
  const key = cloud.keys.get(keyArnOf(cloud, properties.text('TargetKeyId')));
  if (key === undefined) throw properties.error('TargetKeyId', 'a key of the templates');
  key.aliases.push(alias);
  return { ref: alias, attributes: {} };
};

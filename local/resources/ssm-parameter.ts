import { physicalName } from './physical-name.ts';
import { PropertyReader } from './property-reader.ts';
import type { ResourceProvider } from './provider.ts';

/** `AWS::SSM::Parameter`; CloudFormation makes no SecureString. */
export const ssmParameterProvider: ResourceProvider = (resource, cloud) => {
  const properties = new PropertyReader(resource).accept(
    'AllowedPattern',
    'DataType',
    'Description',
    'Name',
    'Tags',
    'Tier',
    'Type',
    'Value',
  );
  const name = properties.optionalText('Name') ?? physicalName(resource, 2048);
  const type = properties.text('Type');
  if (type !== 'String' && type !== 'StringList') throw properties.error('Type', 'String or StringList');
  const value = properties.text('Value');
  const largest = properties.optionalText('Tier') === 'Advanced' ? 8192 : 4096;
  if (Buffer.byteLength(value) > largest) {
    throw new Error(`${resource.path}: Value of ${Buffer.byteLength(value)} bytes; this tier takes at most ${largest}`);
  }
  const path = name.startsWith('/') ? name : `/${name}`;
  const arn = `arn:${cloud.partition}:ssm:${cloud.region}:${cloud.account}:parameter${path}`;
  cloud.parameters.set(name, { name, arn, type, value, version: 1 });
  return { ref: name, attributes: { Type: type, Value: value } };
};

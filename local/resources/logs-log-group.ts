import { physicalName } from './physical-name.ts';
import { PropertyReader } from './property-reader.ts';
import type { ResourceProvider } from './provider.ts';

/** `AWS::Logs::LogGroup`: a name; what functions print goes to `<state>/logs`. */
export const logGroupProvider: ResourceProvider = (resource, cloud) => {
  const name = new PropertyReader(resource).optionalText('LogGroupName') ?? physicalName(resource, 512);
  const arn = `arn:${cloud.partition}:logs:${cloud.region}:${cloud.account}:log-group:${name}:*`;
  return { ref: name, attributes: { Arn: arn } };
};

import { physicalName } from './physical-name.ts';
import { PropertyReader } from './property-reader.ts';
import type { ResourceProvider } from './provider.ts';

/** `AWS::Scheduler::ScheduleGroup`. */
export const scheduleGroupProvider: ResourceProvider = (resource, cloud) => {
  const properties = new PropertyReader(resource).accept('Name', 'Tags');
  const name = properties.optionalText('Name') ?? physicalName(resource);
  const arn = `arn:${cloud.partition}:scheduler:${cloud.region}:${cloud.account}:schedule-group/${name}`;
  return { ref: name, attributes: { Arn: arn, State: 'ACTIVE' } };
};

import { physicalName } from './physical-name.ts';
import { PropertyReader } from './property-reader.ts';
import type { ResourceProvider } from './provider.ts';

/**
 * A resource that has no effect on the day (dashboards, log policies): it exists, is listed by the cloud, and can be referred to.
 * `nameProperty` = the property that names it, `arn` = its ARN from its name.
 */
export function recordedProvider(nameProperty: string, arn: (name: string, base: string) => string): ResourceProvider {
  return (resource, cloud) => {
    const name = new PropertyReader(resource).optionalText(nameProperty) ?? physicalName(resource);
    return { ref: name, attributes: { Arn: arn(name, `${cloud.region}:${cloud.account}`) } };
  };
}

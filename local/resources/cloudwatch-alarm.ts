import type { DeliveryChecks } from './delivery-checks.ts';
import { physicalName } from './physical-name.ts';
import { PropertyReader } from './property-reader.ts';
import type { ResourceProvider } from './provider.ts';

/** `AWS::CloudWatch::Alarm` and `CompositeAlarm`: recorded, not evaluated, but those it would tell must be within its reach. */
export function alarmProvider(deliveries: DeliveryChecks): ResourceProvider {
  return (resource, cloud) => {
    const properties = new PropertyReader(resource);
    const name = properties.optionalText('AlarmName') ?? physicalName(resource);
    const arn = `arn:${cloud.partition}:cloudwatch:${cloud.region}:${cloud.account}:alarm:${name}`;
    const alarms = { service: 'cloudwatch.amazonaws.com', sourceArn: arn, sourceAccount: cloud.account };
    for (const actions of ['AlarmActions', 'OKActions', 'InsufficientDataActions']) {
      for (const target of properties.texts(actions)) {
        deliveries.add(`${actions} of alarm ${name}`, { type: 'service', ...alarms }, target);
      }
    }
    return { ref: name, attributes: { Arn: arn } };
  };
}

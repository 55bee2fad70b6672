import type { LocalSchedules } from '../schedules/local-schedules.ts';
import { compileSchedule } from '../schedules/schedule-expression.ts';
import type { DeliveryChecks } from './delivery-checks.ts';
import { physicalName } from './physical-name.ts';
import { PropertyReader } from './property-reader.ts';
import type { ResourceProvider } from './provider.ts';

/** `AWS::Scheduler::Schedule` of a function, queue or topic. */
export function scheduleProvider(schedules: LocalSchedules, deliveries: DeliveryChecks): ResourceProvider {
  return (resource, cloud) => {
    const properties = new PropertyReader(resource).accept(
      'Description',
      'EndDate',
      'FlexibleTimeWindow',
      'GroupName',
      'Name',
      'ScheduleExpression',
      'ScheduleExpressionTimezone',
      'StartDate',
      'State',
      'Target',
    );
    const window = properties.object('FlexibleTimeWindow');
    if (window.text('Mode') !== 'OFF') throw window.error('Mode', 'OFF');
    const target = properties.object('Target').accept('Arn', 'DeadLetterConfig', 'Input', 'RetryPolicy', 'RoleArn');
    const group = properties.optionalText('GroupName') ?? 'default';
    const name = properties.optionalText('Name') ?? physicalName(resource);
    const scheduler = `arn:${cloud.partition}:scheduler:${cloud.region}:${cloud.account}`;
    const arn = `${scheduler}:schedule/${group}/${name}`;
    const startDate = properties.optionalText('StartDate');
    const endDate = properties.optionalText('EndDate');
    const from = startDate === undefined ? cloud.kernel.now() : Date.parse(startDate);
    const zone = properties.optionalText('ScheduleExpressionTimezone') ?? 'UTC';
    const expression = properties.text('ScheduleExpression');
    const roleArn = target.text('RoleArn');
    const deadLetterArn = target.optionalObject('DeadLetterConfig')?.optionalText('Arn');
    deliveries.add(
      `Dead letters of schedule ${group}/${name}`,
      { type: 'role', roleArn, assumedBy: arn },
      deadLetterArn,
    );
    if ((properties.optionalText('State') ?? 'ENABLED') === 'ENABLED') {
      schedules.create({
        id: `${group}/${name}`,
        arn,
        groupArn: `${scheduler}:schedule-group/${group}`,
        occurrences: compileSchedule(expression, zone, from),
        from,
        until: endDate === undefined ? Number.POSITIVE_INFINITY : Date.parse(endDate),
        targetArn: target.text('Arn'),
        roleArn,
        input: target.optionalText('Input'),
        deadLetterArn,
      });
    }
    return { ref: name, attributes: { Arn: arn } };
  };
}

import { compileEventPattern } from '../events/event-pattern.ts';
import type { LocalEventBridge } from '../events/local-event-bridge.ts';
import type { EventRule, RuleTarget } from '../events/rule.ts';
import { startRuleSchedule } from '../events/rule-schedule.ts';
import type { TargetInput } from '../events/target-input.ts';
import { isJsonObject } from '../json.ts';
import type { DeliveryChecks } from './delivery-checks.ts';
import { physicalName } from './physical-name.ts';
import { PropertyReader } from './property-reader.ts';
import type { ResourceProvider } from './provider.ts';

/** `AWS::Events::Rule`, by pattern or by schedule (in UTC). */
export function eventsRuleProvider(events: LocalEventBridge, deliveries: DeliveryChecks): ResourceProvider {
  return (resource, cloud) => {
    const properties = new PropertyReader(resource).accept(
      'Description',
      'EventBusName',
      'EventPattern',
      'Name',
      'ScheduleExpression',
      'State',
      'Tags',
      'Targets',
    );
    const name = properties.optionalText('Name') ?? physicalName(resource);
    const bus = properties.optionalText('EventBusName') ?? 'default';
    const path = bus === 'default' ? name : `${bus}/${name}`;
    const pattern = properties.json('EventPattern');
    const schedule = properties.optionalText('ScheduleExpression');
    const rule: EventRule = {
      name,
      arn: `arn:${cloud.partition}:events:${cloud.region}:${cloud.account}:rule/${path}`,
      bus,
      enabled: (properties.optionalText('State') ?? 'ENABLED') === 'ENABLED',
      matches: isJsonObject(pattern) ? compileEventPattern(pattern) : undefined,
      targets: properties.objects('Targets').map(targetOf),
    };
    events.createRule(rule);
    for (const target of rule.targets) {
      const service = { service: 'events.amazonaws.com', sourceArn: rule.arn, sourceAccount: cloud.account };
      deliveries.add(`Dead letters of rule ${name}`, { type: 'service', ...service }, target.deadLetterArn);
    }
    if (schedule !== undefined && rule.enabled) startRuleSchedule(cloud, events, rule, schedule);
    return { ref: name, attributes: { Arn: rule.arn } };
  };
}

function targetOf(properties: PropertyReader): RuleTarget {
  properties.accept(
    'Arn',
    'DeadLetterConfig',
    'Id',
    'Input',
    'InputPath',
    'InputTransformer',
    'RetryPolicy',
    'RoleArn',
  );
  return {
    id: properties.text('Id'),
    arn: properties.text('Arn'),
    input: inputOf(properties),
    deadLetterArn: properties.optionalObject('DeadLetterConfig')?.optionalText('Arn'),
  };
}

function inputOf(properties: PropertyReader): TargetInput {
  const constant = properties.optionalText('Input');
  if (constant !== undefined) return { type: 'constant', text: constant };
  const path = properties.optionalText('InputPath');
  if (path !== undefined) return { type: 'path', path };
  const transformer = properties.optionalObject('InputTransformer');
  if (transformer === undefined) return { type: 'event' };
  const template = transformer.text('InputTemplate');
  return { type: 'template', paths: transformer.textMap('InputPathsMap'), template };
}

import {
  checkFlow,
  type Finding,
  type Flow,
  type FlowType,
  flowTypes,
  parseFlow,
} from '../../../flow-engine/src/index.ts';
import type { ProvidedResource, ResolvedResource } from '../../assembly/resource.ts';
import type { ConnectStandIn } from '../stand-in.ts';
import { danglingReferences } from './flow-references.ts';
import { instanceOf } from './instance-resource.ts';
import { Properties } from './properties.ts';

/** AWS::Connect::ContactFlow. CloudFormation creates flows PUBLISHED: content with errors, or naming what does not exist, is refused. */
export function provideContactFlow(connect: ConnectStandIn, resource: ResolvedResource): ProvidedResource {
  const properties = Properties.of(resource);
  const instance = instanceOf(connect, properties);
  const named = instance.identify('flow', properties.text('Name'));
  const type = properties.choice('Type', flowTypes);
  const content = properties.text('Content', 'flow language JSON');
  const flow = validFlow(properties, content, { name: named.name, arn: named.arn, type });
  const dangling = danglingReferences(instance, flow);
  if (dangling.length > 0) throw invalid(properties, dangling);
  properties.within('Name', () =>
    instance.flows.put({ ...named, type, flow, content, description: properties.optionalText('Description') ?? '' }),
  );
  return { ref: named.arn, attributes: { ContactFlowArn: named.arn } };
}

/** AWS::Connect::ContactFlowModule. */
export function provideContactFlowModule(connect: ConnectStandIn, resource: ResolvedResource): ProvidedResource {
  const properties = Properties.of(resource);
  const instance = instanceOf(connect, properties);
  const named = instance.identify('module', properties.text('Name'));
  const content = properties.text('Content', 'flow language JSON');
  const flow = validFlow(properties, content, { name: named.name, arn: named.arn, isModule: true });
  const dangling = danglingReferences(instance, flow);
  if (dangling.length > 0) throw invalid(properties, dangling);
  properties.within('Name', () => instance.modules.put({ ...named, flow, content }));
  return { ref: named.arn, attributes: { ContactFlowModuleArn: named.arn, Status: 'PUBLISHED' } };
}

function validFlow(
  properties: Properties,
  content: string,
  options: { readonly name: string; readonly arn: string; readonly type?: FlowType; readonly isModule?: boolean },
): Flow {
  const { flow, findings } = parseFlow(content, { isModule: false, ...options });
  const problems = [...findings, ...(flow === undefined ? [] : checkFlow(flow, { errorsOnly: true }))].filter(
    ({ severity }) => severity === 'error',
  );
  if (flow === undefined || problems.length > 0) throw invalid(properties, problems.map(sentence));
  return flow;
}

function sentence({ action, property, value, accepted, message }: Finding): string {
  const place = [action, property].filter((part) => part !== undefined).join(', ');
  return `${place === '' ? '' : `${place}: `}${message}${value === undefined ? '' : ` (is ${value})`}${accepted === undefined ? '' : `; accepted: ${accepted}`}`;
}

function invalid(properties: Properties, problems: readonly string[]): Error {
  const error = properties.refuse('Name', 'a flow whose content is valid');
  return new Error(
    `InvalidContactFlowException: ${error.message}. Problems:\n${problems.map((problem) => `  - ${problem}`).join('\n')}`,
  );
}

import { parseTestCase, type TestAction } from '../../../flow-engine/src/index.ts';
import type { ProvidedResource, ResolvedResource } from '../../assembly/resource.ts';
import type { Instance } from '../model/instance.ts';
import type { ConnectStandIn } from '../stand-in.ts';
import { danglingIn } from './flow-references.ts';
import { instanceOf } from './instance-resource.ts';
import { Properties } from './properties.ts';

/**
 * AWS::Connect::TestCase, kept and not run (`connect-flow test` runs test cases). The service validates PUBLISHED ones only; here a SAVED one is
 * validated too, so that publishing it later holds no surprise that can be known before.
 */
export function provideTestCase(connect: ConnectStandIn, resource: ResolvedResource): ProvidedResource {
  const properties = Properties.of(resource);
  const instance = instanceOf(connect, properties);
  const named = instance.identify('testCase', properties.text('Name'));
  const content = properties.text('Content', 'testing language JSON');
  const status = properties.choice('Status', ['SAVED', 'PUBLISHED'], 'SAVED');
  const flow = entryFlow(instance, properties.object('EntryPoint'));
  const problems = problemsIn(instance, content, named.name, properties.optionalText('InitializationData'));
  if (problems.length > 0) {
    const error = properties.refuse('Name', 'a test case whose content is valid');
    throw new Error(
      `InvalidTestCaseException: ${error.message}. Problems:\n${problems.map((problem) => `  - ${problem}`).join('\n')}`,
    );
  }
  properties.within('Name', () => instance.testCases.put({ ...named, status, flowArn: flow, content }));
  return { ref: named.arn, attributes: { TestCaseArn: named.arn } };
}

function entryFlow(instance: Instance, entryPoint: Properties): string {
  const type = entryPoint.choice('Type', ['VOICE_CALL', 'CHAT']);
  const parameters = entryPoint.object(type === 'CHAT' ? 'ChatEntryPointParameters' : 'VoiceCallEntryPointParameters');
  return parameters.within('FlowId', () => instance.flows.get(parameters.text('FlowId', 'a flow'))).arn;
}

function problemsIn(
  instance: Instance,
  content: string,
  name: string,
  initializationData: string | undefined,
): readonly string[] {
  const { testCase, findings } = parseTestCase(
    { Content: content, ...(initializationData === undefined ? {} : { InitializationData: initializationData }) },
    name,
  );
  const named = (testCase?.observations ?? []).flatMap(({ identifier, event, actions }) => [
    ...(event.type === 'FlowActionStarted' ? danglingIn(instance, event.parameters, identifier) : []),
    ...actions.flatMap((action) => danglingIn(instance, resourcesOf(action), identifier)),
  ]);
  const refused = findings
    .filter(({ severity }) => severity === 'error')
    .map(
      ({ action, property, message, value, accepted }) =>
        `${[action, property].filter((one) => one !== undefined).join(', ')}: ${message}${value === undefined ? '' : ` (is ${value})`}${accepted === undefined ? '' : `; accepted: ${accepted}`}`,
    );
  return [...refused, ...named];
}

/** The resource an override concerns, and the one it puts in its place, of the same kind. */
function resourcesOf(action: TestAction): unknown {
  if (action.type !== 'OverrideSystemBehavior') return {};
  const [kind] = Object.keys(action.parameters);
  const { strategy } = action;
  return strategy.type === 'SubstituteResource' && kind !== undefined
    ? [action.parameters, { [kind]: strategy.arn }]
    : action.parameters;
}

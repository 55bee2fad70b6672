import { CfnQueue, CfnTestCase } from 'aws-cdk-lib/aws-connect';
import { Stack, type StackProps } from 'aws-cdk-lib/core';
import type { Construct } from 'constructs';
import { parseTestCase } from '../../flow-engine/src/index.ts';
import type { CentreFunctions } from '../functions/centre-functions.ts';
import type { CentreHouse, ProgrammeOfCentre } from '../house.ts';
import type { CentreStack } from './centre-stack.ts';
import { FlowFileError } from './flow-file.ts';
import type { InstanceStack } from './instance-stack.ts';
import { fillPlaceholders, type KnownNames, type ReferenceKind, referencesOf } from './placeholders.ts';
import { readTestCaseFiles, type TestCaseFile } from './test-case-file.ts';

interface Before {
  readonly instance: InstanceStack;
  readonly functions: CentreFunctions;
  readonly centre: CentreStack;
}

/** Simulated calls that may wait at once: Amazon Connect runs five test cases at a time. */
const simulatedCalls = 5;

/**
 * The test cases of the flows, where a deployment asks for them. They are SAVED: the service neither validates nor runs them until somebody publishes
 * them (`npm run test-cases`). Calls that wait do so in a queue that no routing profile has.
 */
export class TestCasesStack extends Stack {
  constructor(scope: Construct, id: string, house: CentreHouse, before: Before, props: StackProps) {
    super(scope, id, props);
    for (const one of house.programmes) {
      const files = readTestCaseFiles(house.sources.contactFlows, one.programme.name);
      if (files.length > 0) {
        this.#programme(one, files, before);
      }
    }
  }

  #programme(one: ProgrammeOfCentre, files: readonly TestCaseFile[], { instance, functions, centre }: Before): void {
    const { instanceArn, hours } = instance;
    const programme = one.programme.name;
    const testQueue = `${programme}-essais`;
    const queue = new CfnQueue(this, `Queue-${testQueue}`, {
      instanceArn,
      name: testQueue,
      description: 'Appels simulés : aucun conseiller ne sert cette file',
      maxContacts: simulatedCalls,
      hoursOfOperationArn: valueIn(hours, one.centre.hours.name),
    });
    const ofProgramme = (all: ReadonlyMap<string, string>, prefix: string): ReadonlyMap<string, string> =>
      new Map([...all].filter(([name]) => name.startsWith(prefix)));
    const values: Readonly<Record<ReferenceKind, ReadonlyMap<string, string>>> = {
      function: new Map(Object.entries(functions.flowFunctions).map(([name, { fn }]) => [name, fn.functionArn])),
      queue: new Map([...ofProgramme(centre.queues, `${programme}-`), [testQueue, queue.attrQueueArn]]),
      flow: ofProgramme(centre.flows, `${programme}/`),
      module: new Map(),
      hours: new Map([...hours].filter(([name]) => name === one.centre.hours.name)),
      text: new Map(Object.entries(one.centre.flowTexts)),
    };
    for (const file of files) {
      this.#testCase(file, instanceArn, values);
    }
  }

  #testCase(
    file: TestCaseFile,
    instanceArn: string,
    values: Readonly<Record<ReferenceKind, ReadonlyMap<string, string>>>,
  ): void {
    const { path, name, description, attributes, content } = file;
    checkTestCase(file);
    referencesOf({ path, content }, namesIn(values));
    const filled = fillPlaceholders({ path, content }, (kind, reference) => valueIn(values[kind], reference));
    new CfnTestCase(this, `Test-${name.slice(name.indexOf('/') + 1)}`, {
      instanceArn,
      name,
      description,
      status: 'SAVED',
      content: JSON.stringify(filled['test']),
      entryPoint: { type: 'VOICE_CALL', voiceCallEntryPointParameters: { flowId: String(filled['flow']) } },
      ...(Object.keys(attributes).length === 0
        ? {}
        : { initializationData: JSON.stringify({ Attributes: attributes }) }),
    });
  }
}

function valueIn(values: ReadonlyMap<string, string>, name: string): string {
  const value = values.get(name);
  if (value === undefined) {
    throw new FlowFileError(`There is no "${name}"; there are ${[...values.keys()].join(', ')}`);
  }
  return value;
}

const namesIn = (values: Readonly<Record<ReferenceKind, ReadonlyMap<string, string>>>): KnownNames => ({
  function: [...values.function.keys()],
  queue: [...values.queue.keys()],
  flow: [...values.flow.keys()],
  module: [...values.module.keys()],
  hours: [...values.hours.keys()],
  text: [...values.text.keys()],
});

/** A SAVED test case is not validated by the service: what it would refuse is refused here. */
function checkTestCase({ path, name, content }: TestCaseFile): void {
  const { findings } = parseTestCase(content.test, name);
  const errors = findings.filter(({ severity }) => severity === 'error');
  if (errors.length > 0) {
    const lines = errors.map(
      ({ property, action, message, accepted }) =>
        `  ${[action, property].filter((one) => one !== undefined).join(' ')}: ${message}${accepted === undefined ? '' : `; accepted: ${accepted}`}`,
    );
    throw new FlowFileError(`${path} is refused (${errors.length}):\n${lines.join('\n')}`);
  }
}

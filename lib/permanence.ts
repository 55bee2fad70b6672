import { type App, DefaultStackSynthesizer, type IStackSynthesizer, type StackProps } from 'aws-cdk-lib/core';
import { CentreStack } from './contact-centre/centre-stack.ts';
import { InstanceStack } from './contact-centre/instance-stack.ts';
import { TestCasesStack } from './contact-centre/test-cases-stack.ts';
import { DataStack } from './data/data-stack.ts';
import { RegistryStack } from './data/registry-stack.ts';
import { FunctionsStack } from './functions/functions-stack.ts';
import type { House } from './house.ts';
import { MonitoringStack } from './monitoring/monitoring-stack.ts';

/**
 * The stacks of a deployment, each knowing only those before it: data → instance → functions → centre → registry, and what watches them; test
 * cases of the flows where the deployment asks for them.
 */
export function createStacks(app: App, house: House): void {
  const { name, account, region, programmes } = house.deployment;
  const id = (part: string): string => `Permanence-${name}-${part}`;
  const props = (description: string): StackProps => ({
    env: { account, region },
    description: `${description} of ${name} (${programmes.join(', ')})`,
    terminationProtection: true,
    // The CDK types its own class and interface apart under exactOptionalPropertyTypes.
    synthesizer: new DefaultStackSynthesizer({ generateBootstrapVersionRule: false }) as IStackSynthesizer,
  });

  const data = new DataStack(app, id('Data'), house, props('What must outlive a deployment'));
  const { alarms } = data;
  const instance = new InstanceStack(app, id('Instance'), house, alarms, props('Connect instance and streams'));
  const functions = new FunctionsStack(app, id('Functions'), house, { data, instance }, props('Functions'));
  const centre = new CentreStack(
    app,
    id('Centre'),
    house,
    { alarms, instance, functions },
    props('Flows, queues and numbers'),
  );
  if (house.deployment.testCases === true) {
    // Everything in it can be made again, and it has to go before what it tests.
    const replaceable = { ...props('Test cases'), terminationProtection: false };
    new TestCasesStack(app, id('TestCases'), house, { instance, functions, centre }, replaceable);
  }
  new RegistryStack(app, id('Registry'), house, { instance, centre }, props('Registry'));
  new MonitoringStack(app, id('Monitoring'), house, alarms, instance.instanceId, props('Alarms'));
}

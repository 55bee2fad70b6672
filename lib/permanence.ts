import { type App, DefaultStackSynthesizer, type IStackSynthesizer, type StackProps } from 'aws-cdk-lib/core';
import { CentreStack } from './contact-centre/centre-stack.ts';
import { InstanceStack } from './contact-centre/instance-stack.ts';
import { TestCasesStack } from './contact-centre/test-cases-stack.ts';
import { CentreDataStack } from './data/centre-data-stack.ts';
import { DataStack } from './data/data-stack.ts';
import { RegistryStack } from './data/registry-stack.ts';
import { FollowUpStack } from './follow-up/follow-up-stack.ts';
import { FunctionsStack } from './functions/functions-stack.ts';
import { centreOf, type House, hasFollowUp } from './house.ts';
import { MonitoringStack } from './monitoring/monitoring-stack.ts';
import { RoutesStack } from './web/routes-stack.ts';
import { SiteStack } from './web/site-stack.ts';

/**
 * The stacks of a deployment, each knowing only those before it: data → instance → site → functions (those of a follow-up before) → routes → centre →
 * registry, and what watches them; test cases of the flows where the deployment asks for them. Where nobody calls, data, site, functions and routes are
 * all there is.
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

  const centre = centreOf(house);
  if (centre === undefined) {
    const data = new DataStack(app, id('Data'), house, props('What must outlive a deployment'));
    const site = new SiteStack(app, id('Site'), { house, centre }, props('Site'));
    const functions = new FunctionsStack(app, id('Functions'), house, { data, site, centre }, props('Functions'));
    new RoutesStack(app, id('Routes'), { house, site, functions: functions.routed }, props('Routes'));
    return;
  }
  const data = new CentreDataStack(app, id('Data'), { house, centre }, props('What must outlive a deployment'));
  const { alarms } = data;
  const instance = new InstanceStack(app, id('Instance'), centre, alarms, props('Connect instance and streams'));
  const ofSite = { house, centre: { house: centre, data, instance } };
  const site = new SiteStack(app, id('Site'), ofSite, props('Site'));
  const followUp = hasFollowUp(centre)
    ? new FollowUpStack(app, id('FollowUp'), { house: centre, data }, props('Functions of the follow-up')).handlers
    : {};
  const parts = { data, site, centre: { house: centre, data, instance, followUp } };
  const { centre: functions, routed } = new FunctionsStack(app, id('Functions'), house, parts, props('Functions'));
  new RoutesStack(app, id('Routes'), { house, site, functions: routed }, props('Routes'));
  if (functions === undefined) {
    throw new Error(`The functions of ${name} lack those of its contact centre`);
  }
  const flows = new CentreStack(
    app,
    id('Centre'),
    centre,
    { alarms, instance, functions },
    props('Flows, queues and numbers'),
  );
  if (house.deployment.testCases === true) {
    // Everything in it can be made again, and it has to go before what it tests.
    const replaceable = { ...props('Test cases'), terminationProtection: false };
    new TestCasesStack(app, id('TestCases'), centre, { instance, functions, centre: flows }, replaceable);
  }
  new RegistryStack(app, id('Registry'), house, { instance, centre: flows }, props('Registry'));
  new MonitoringStack(app, id('Monitoring'), centre, alarms, instance.instanceId, props('Alarms'));
}

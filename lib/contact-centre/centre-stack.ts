import { CfnIntegrationAssociation } from 'aws-cdk-lib/aws-connect';
import { CustomResource, Stack, type StackProps } from 'aws-cdk-lib/core';
import { type Construct, DependencyGroup } from 'constructs';
import { withElements } from '../../domain/questionnaire/language-element.ts';
import type { Deployment } from '../config/deployment.ts';
import { namedContacts } from '../config/named-contacts.ts';
import type { CentreFunctions } from '../functions/centre-functions.ts';
import { seedsOf } from '../functions/functions-stack.ts';
import type { CentreHouse, ProgrammeOfCentre } from '../house.ts';
import type { AlarmDesk } from '../monitoring/alarm-desk.ts';
import { type FlowFile, FlowFileError, readFlowFiles } from './flow-file.ts';
import type { InstanceStack } from './instance-stack.ts';
import { keypadModule } from './keypad-module.ts';
import { createDemoAgents, createSecurityProfiles } from './people.ts';
import { PhoneNumber } from './phone-numbers.ts';
import { ProgrammeCentre } from './programme-centre.ts';

/** What callers meet: flows, queues, the agents' profiles, and the numbers that lead to them. */
export class CentreStack extends Stack {
  /** ARN of queues and flows by name, programme by E.164: what the registry tells functions. */
  readonly queues = new Map<string, string>();
  readonly flows = new Map<string, string>();
  readonly numbers: { readonly e164: string; readonly programme: string }[] = [];

  constructor(
    scope: Construct,
    id: string,
    house: CentreHouse,
    stacks: { readonly alarms: AlarmDesk; readonly instance: InstanceStack; readonly functions: CentreFunctions },
    props: StackProps,
  ) {
    super(scope, id, props);
    const { instanceArn } = stacks.instance;
    const associations = new DependencyGroup();
    for (const [name, { fn }] of Object.entries(stacks.functions.flowFunctions)) {
      associations.add(
        new CfnIntegrationAssociation(this, `Association-${name}`, {
          instanceId: instanceArn,
          integrationType: 'LAMBDA_FUNCTION',
          integrationArn: fn.functionArn,
        }),
      );
    }
    let demoAgents = house.deployment.demoAgents;
    for (const one of house.programmes) {
      const numbers = this.#numbers(house, one, stacks.instance);
      const centre = new ProgrammeCentre(this, one.programme.name, {
        alarms: stacks.alarms,
        programme: one,
        instanceArn,
        instanceId: stacks.instance.instanceId,
        hours: stacks.instance.hours,
        functions: stacks.functions.flowFunctions,
        associations,
        files: [...readFlowFiles(house.sources.contactFlows, one.programme.name), ...keypadModules(one.programme)],
        callerId: numbers.find(({ number }) => number.arn !== undefined)?.number.arn,
      });
      for (const { number, flow } of numbers) {
        number.leadTo(flowNamed(centre, flow), stacks.functions.actions.numberAssociation);
      }
      this.#seed(one, house.deployment, stacks.functions);
      const { securityProfiles, demoAgents: people } = one.centre;
      createDemoAgents(centre, instanceArn, people.slice(0, demoAgents), {
        routingProfiles: centre.routingProfiles,
        securityProfiles: createSecurityProfiles(centre, instanceArn, securityProfiles),
      });
      demoAgents = Math.max(0, demoAgents - people.length);
      for (const [name, arn] of centre.queues) this.queues.set(name, arn);
      for (const [name, arn] of centre.flows) this.flows.set(name, arn);
    }
  }

  #numbers(
    house: CentreHouse,
    { programme }: ProgrammeOfCentre,
    { instanceArn, instanceId }: InstanceStack,
  ): readonly { readonly number: PhoneNumber; readonly flow: string }[] {
    return house.deployment.numbers
      .filter((one) => one.programme === programme.name)
      .map((one, index) => {
        const number = new PhoneNumber(this, `Number-${programme.name}-${index + 1}`, {
          instanceArn,
          instanceId,
          number: one,
        });
        this.numbers.push({ e164: number.e164, programme: programme.name });
        return { number, flow: one.flow };
      });
  }

  /** The content a programme starts with: run again only when it changes (design decision 15). */
  #seed({ programme }: ProgrammeOfCentre, deployment: Deployment, functions: CentreFunctions): void {
    new CustomResource(this, `Seeds-${programme.name}`, {
      resourceType: 'Custom::ContentSeeds',
      serviceToken: functions.actions.contentSeeds.serviceToken,
      properties: { ...seedsOf(programme, namedContacts(deployment, programme.name)) },
    });
  }
}

/** Questionnaires for callers who answer by keypad: modules of the programme beside those of `contact-flows/`. */
function keypadModules({ name, outbound, survey }: ProgrammeOfCentre['programme']): readonly FlowFile[] {
  const elements = survey?.languageElements ?? [];
  return (outbound?.questionnaires ?? []).map((one) => keypadModule(name, withElements(one, elements)));
}

function flowNamed(centre: ProgrammeCentre, name: string): string {
  const arn = centre.flows.get(name);
  if (arn === undefined) {
    throw new FlowFileError(`numbers: there is no flow "${name}"; there are ${[...centre.flows.keys()].join(', ')}`);
  }
  return arn;
}

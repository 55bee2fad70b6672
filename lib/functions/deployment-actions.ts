import { Duration, Stack } from 'aws-cdk-lib/core';
import type { Construct } from 'constructs';
import { CustomAction } from '../constructs/custom-action.ts';
import { HandlerFunction } from '../constructs/handler-function.ts';
import type { Ground, WebGround } from './granted.ts';

/** Leads numbers to flows, which CloudFormation cannot say. */
export function createNumberAssociation(scope: Construct, ground: Ground): CustomAction {
  const { house, data, instance } = ground;
  const numbers = new HandlerFunction(scope, 'NumberAssociation', {
    house,
    alarms: data.alarms,
    name: 'number-association',
    impact: 'A number may lead its callers to no flow: they hear that it is not in service.',
    timeout: Duration.seconds(60),
  });
  const both = ['connect:AssociatePhoneNumberContactFlow', 'connect:DisassociatePhoneNumberContactFlow'];
  const { partition, region, account } = Stack.of(scope);
  numbers.allow(both, [instance.instanceArn]);
  numbers.allowUnder(
    both,
    `arn:${partition}:connect:${region}:${account}:phone-number`,
    '/*',
    'Functions exist before numbers: the deployment alone names the number.',
  );
  numbers.allowUnder(
    ['connect:AssociatePhoneNumberContactFlow'],
    instance.instanceArn,
    '/contact-flow/*',
    'Functions exist before flows: any flow of this instance.',
  );
  return new CustomAction(scope, 'NumberAssociationAction', { house, handler: numbers });
}

/** Writes the content that programmes start with. */
export function createContentSeeds(scope: Construct, { house, data }: WebGround): CustomAction {
  const seeds = new HandlerFunction(scope, 'ContentSeeds', {
    house,
    alarms: data.alarms,
    name: 'content-seeds',
    impact: 'The deployment stops: callers keep hearing the content of the one before.',
    timeout: Duration.seconds(60),
  });
  data.tables.content.grant(seeds, { items: ['Query', 'PutItem'] });
  data.knowledgeTables?.knowledge.grant(seeds, { items: ['GetItem', 'Query', 'PutItem', 'BatchWriteItem'] });
  return new CustomAction(scope, 'ContentSeedsAction', { house, handler: seeds });
}

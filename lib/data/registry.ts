import { Stack } from 'aws-cdk-lib/core';
import type { Construct } from 'constructs';
import { env } from '../../contracts/env.ts';
import type { HandlerFunction } from '../constructs/handler-function.ts';
import type { House } from '../house.ts';

/** Name of the parameter that holds the ids of queues, flows and numbers: known to functions before there are any (design decision 2). */
export function registryParameterName(house: House): string {
  return `/permanence/${house.deployment.name}/registry`;
}

export function grantRegistry(scope: Construct, house: House, handler: HandlerFunction): void {
  const { partition, region, account } = Stack.of(scope);
  const name = registryParameterName(house);
  handler.setEnvironment(env.registryParameter, name);
  handler.allow(['ssm:GetParameter'], [`arn:${partition}:ssm:${region}:${account}:parameter${name}`]);
}

import { GetParameterCommand, SSMClient } from '@aws-sdk/client-ssm';
import type { Registry } from '../contracts/registry.ts';

/** Reads the registry of ids; throws naming what is wrong with the parameter. Meant to be called once per execution environment. */
export async function readRegistry(parameter: string, client: SSMClient = new SSMClient({})): Promise<Registry> {
  const { Parameter } = await client.send(new GetParameterCommand({ Name: parameter }));
  const value: unknown = JSON.parse(Parameter?.Value ?? 'null');
  if (!isRegistry(value)) {
    throw new Error(
      `Parameter "${parameter}" is not a registry; accepted: JSON with instanceId, instanceArn, queues, flows and numbers`,
    );
  }
  return value;
}

function isRegistry(value: unknown): value is Registry {
  return (
    typeof value === 'object' &&
    value !== null &&
    'instanceId' in value &&
    typeof value.instanceId === 'string' &&
    'instanceArn' in value &&
    typeof value.instanceArn === 'string' &&
    'queues' in value &&
    isTexts(value.queues) &&
    'flows' in value &&
    isTexts(value.flows) &&
    'numbers' in value &&
    isTexts(value.numbers)
  );
}

function isTexts(value: unknown): boolean {
  return typeof value === 'object' && value !== null && Object.values(value).every((text) => typeof text === 'string');
}

import type { CloudFormationCustomResourceEvent } from 'aws-lambda';

/** What the CDK provider framework expects back. */
export interface CustomResourceAnswer {
  readonly PhysicalResourceId: string;
  readonly Data?: Readonly<Record<string, string>>;
}

/** A property of the custom resource; throws naming it when it is absent. */
export function property(properties: CloudFormationCustomResourceEvent['ResourceProperties'], name: string): string {
  const value: unknown = properties[name];
  if (typeof value !== 'string' || value === '') {
    throw new Error(`Property ${name} is ${JSON.stringify(value) ?? 'absent'}; accepted: a text`);
  }
  return value;
}

import { describe, expect, it } from 'vitest';
import { LocalEndpoints } from '../../../local/endpoint-registry.ts';
import { functionEnvironment } from '../../../local/lambda/function-environment.ts';
import { PublicAddresses } from '../../../local/public-addresses.ts';

const definition = {
  name: 'sign-in',
  arn: 'arn:aws:lambda:eu-central-1:000000000000:function:sign-in',
  roleArn: 'arn:aws:iam::000000000000:role/sign-in',
  codeFolder: '/code',
  handler: 'index.handler',
  environment: { SIGN_IN_URL: 'https://demo.auth.eu-central-1.amazoncognito.com', PROGRAMMES: 'samps' },
  timeoutSeconds: 3,
  memoryMb: 256,
  concurrency: undefined,
  deadLetterArn: undefined,
  logGroup: '/aws/lambda/sign-in',
};

describe('the environment of a local function', () => {
  it('names the local address wherever the template names one of AWS', () => {
    const addresses = new PublicAddresses();
    addresses.add('https://demo.auth.eu-central-1.amazoncognito.com', 'http://localhost:8687/_issuer/pool');
    const cloud = { region: 'eu-central-1', endpoints: new LocalEndpoints(), addresses };
    expect(functionEnvironment(definition, 'FN1', cloud)).toMatchObject({
      SIGN_IN_URL: 'http://localhost:8687/_issuer/pool',
      PROGRAMMES: 'samps',
    });
  });

  it('sends services that are not served to one that refuses, never to AWS', () => {
    const endpoints = new LocalEndpoints();
    endpoints.register('DYNAMODB', 'http://127.0.0.1:1');
    endpoints.registerOthers('http://127.0.0.1:2');
    expect(
      functionEnvironment(definition, 'FN1', { region: 'x', endpoints, addresses: new PublicAddresses() }),
    ).toMatchObject({ AWS_ENDPOINT_URL_DYNAMODB: 'http://127.0.0.1:1', AWS_ENDPOINT_URL: 'http://127.0.0.1:2' });
  });
});

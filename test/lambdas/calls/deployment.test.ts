import type { CloudFormationCustomResourceEvent } from 'aws-lambda';
import { describe, expect, it } from 'vitest';
import { contentSeedsHandler } from '../../../lambdas/content-seeds/handler.ts';
import { lazy } from '../../../lambdas/middleware/lazy.ts';
import { requireEnv, requireEnvList } from '../../../lambdas/middleware/require-env.ts';
import { numberAssociationHandler } from '../../../lambdas/number-association/handler.ts';
import { programmes } from '../../../programmes/index.ts';
import { context } from '../../support/calls/events.ts';

const event = (RequestType: 'Create' | 'Update' | 'Delete', properties: Record<string, string>) =>
  ({
    RequestType,
    ResourceProperties: { ServiceToken: 't', ...properties },
  }) as unknown as CloudFormationCustomResourceEvent;

describe('number-association', () => {
  const properties = {
    InstanceId: 'i-1',
    PhoneNumberId: 'arn:aws:connect:eu-central-1:000000000000:phone-number/n-1',
    ContactFlowId: 'arn:aws:connect:eu-central-1:000000000000:instance/i-1/contact-flow/f-1',
  };
  function handler() {
    const calls: unknown[] = [];
    const numbers = {
      associate: async (association: unknown) => void calls.push(['associate', association]),
      disassociate: async (association: unknown) => void calls.push(['disassociate', association]),
    };
    return {
      calls,
      run: (one: CloudFormationCustomResourceEvent) =>
        numberAssociationHandler(async () => ({ numbers }))(one, context),
    };
  }

  it('keeps one physical id for a number whatever its flow', async () => {
    const { run, calls } = handler();
    const created = await run(event('Create', properties));
    expect(await run(event('Update', { ...properties, ContactFlowId: 'f-2' }))).toEqual(created);
    expect(await run(event('Delete', properties))).toEqual(created);
    expect(calls).toEqual([
      ['associate', { instanceId: 'i-1', phoneNumberId: 'n-1', contactFlowId: 'f-1' }],
      ['associate', { instanceId: 'i-1', phoneNumberId: 'n-1', contactFlowId: 'f-2' }],
      ['disassociate', { instanceId: 'i-1', phoneNumberId: 'n-1' }],
    ]);
  });

  it('names a property that is absent', async () => {
    await expect(handler().run(event('Create', { InstanceId: 'i-1' }))).rejects.toThrow(
      'Property PhoneNumberId is absent',
    );
  });
});

describe('content-seeds', () => {
  const run = (one: CloudFormationCustomResourceEvent) =>
    contentSeedsHandler(async () => ({
      ports: { versions: { versions: async () => [], add: async () => true }, hash: JSON.stringify },
      programmes,
      now: () => '2025-07-01T00:00:00.000Z',
    }))(one, context);

  it('keeps its physical id, leaves content at deletion, and names a programme that the code does not have', async () => {
    const answer = { PhysicalResourceId: 'content-seeds/samps' };
    expect(await run(event('Create', { Programme: 'samps', SeedsHash: 'h' }))).toEqual(answer);
    expect(await run(event('Delete', { Programme: 'samps', SeedsHash: 'h' }))).toEqual(answer);
    await expect(run(event('Create', { Programme: 'autre' }))).rejects.toThrow(
      'Property Programme is "autre"; accepted: samps',
    );
  });
});

describe('making the parts of a function', () => {
  it('is done once, and again only after a failure', async () => {
    let made = 0;
    const parts = lazy(() => {
      made += 1;
      if (made === 1) throw new Error('throttled');
      return made;
    });
    await expect(parts()).rejects.toThrow('throttled');
    expect([await parts(), await parts()]).toEqual([2, 2]);
  });

  it('names an environment variable that is absent or empty', () => {
    expect(() => requireEnv('NO_SUCH_VARIABLE')).toThrow('Environment variable NO_SUCH_VARIABLE is absent');
    process.env['ONLY_COMMAS'] = ' , ';
    expect(() => requireEnvList('ONLY_COMMAS')).toThrow('ONLY_COMMAS is " , "; accepted: names separated by commas');
  });
});

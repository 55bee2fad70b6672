import { describe, expect, it } from 'vitest';
import type { Deployment } from '../../lib/config/deployment.ts';
import { sampsCentre } from '../../programmes/samps/centre.ts';
import { samps } from '../../programmes/samps/programme.ts';
import { demo, propertiesOf, resourcesOf, synthesized } from './support/assembly.ts';

const assembly = synthesized();
const existing = {
  programme: 'samps',
  flow: 'samps/accueil',
  source: 'existing',
  e164: '+33142760000',
  arn: 'arn:aws:connect:eu-central-1:000000000000:phone-number/7b1c',
} as const;
const instanceArn = 'arn:aws:connect:eu-central-1:000000000000:instance/11111111-2222-3333-4444-555555555555';

describe('the instance', () => {
  it('is never deleted by a deployment, since its alias is taken for ever', () => {
    const [[, instance] = []] = resourcesOf(assembly, 'AWS::Connect::Instance');
    expect(instance).toMatchObject({
      DeletionPolicy: 'Retain',
      UpdateReplacePolicy: 'Retain',
      Properties: {
        InstanceAlias: 'permanence-samps-demo',
        Attributes: { InboundCalls: true, OutboundCalls: true, ContactflowLogs: true },
      },
    });
  });

  it('can be one that exists', () => {
    const there = synthesized({ ...demo, instance: { arn: instanceArn } });
    expect(resourcesOf(there, 'AWS::Connect::Instance')).toHaveLength(0);
    for (const queue of propertiesOf(there, 'AWS::Connect::Queue')) expect(queue['InstanceArn']).toBe(instanceArn);
    const [registry] = propertiesOf(there, 'AWS::SSM::Parameter');
    expect(JSON.stringify(registry?.['Value'])).toContain('11111111-2222-3333-4444-555555555555');
  });
});

describe('queues, profiles and people', () => {
  it('SAMPS-01: one queue a scheme, served by the routing profile, calling out under the number and the whisper of the programme', () => {
    const queues = propertiesOf(assembly, 'AWS::Connect::Queue');
    expect(queues.map((one) => one['Name'])).toEqual(samps.schemes.map(({ queue }) => queue));
    for (const queue of queues) {
      expect(queue, queue.id).toMatchObject({
        MaxContacts: expect.any(Number),
        HoursOfOperationArn: { 'Fn::ImportValue': expect.stringContaining('Hours') },
        OutboundCallerConfig: {
          OutboundCallerIdName: samps.title,
          OutboundCallerIdNumberArn: { 'Fn::GetAtt': [expect.stringContaining('Number'), 'PhoneNumberArn'] },
          OutboundFlowArn: { 'Fn::GetAtt': [expect.stringContaining('annoncerappel'), 'ContactFlowArn'] },
        },
      });
    }
    const [profile] = propertiesOf(assembly, 'AWS::Connect::RoutingProfile');
    expect(profile?.['QueueConfigs']).toHaveLength(samps.schemes.length);
    expect(profile?.['MediaConcurrencies']).toEqual([{ Channel: 'VOICE', Concurrency: 1 }]);
  });

  it('agents cannot dial by hand: every call out is placed by the dispatcher', () => {
    const profiles = propertiesOf(assembly, 'AWS::Connect::SecurityProfile');
    expect(profiles).toHaveLength(2);
    for (const profile of profiles) expect(JSON.stringify(profile['Permissions'])).not.toContain('OutboundCallAccess');
  });

  it('demonstration agents exist only when asked for, and no template holds a password', () => {
    const agents = propertiesOf(assembly, 'AWS::Connect::User');
    expect(agents.map((one) => one['Username'])).toEqual(sampsCentre.demoAgents.map(({ userName }) => userName));
    for (const agent of agents) expect(JSON.stringify(agent['Password'])).toContain('{{resolve:secretsmanager:');
    const none = synthesized({ ...demo, demoAgents: 0 });
    expect(resourcesOf(none, 'AWS::Connect::User')).toHaveLength(0);
    expect(resourcesOf(none, 'AWS::SecretsManager::Secret', 'Centre')).toHaveLength(0);
  });
});

describe('numbers', () => {
  const withNumbers = (numbers: Deployment['numbers']) => synthesized({ ...demo, numbers });

  it('when claimed, are kept by every deployment and lead to their flow', () => {
    const [[id, number] = []] = resourcesOf(assembly, 'AWS::Connect::PhoneNumber');
    expect(number).toMatchObject({
      DeletionPolicy: 'Retain',
      UpdateReplacePolicy: 'Retain',
      Properties: { CountryCode: 'NC', Type: 'DID', Prefix: '+687250000' },
    });
    const [association] = propertiesOf(assembly, 'Custom::NumberAssociation');
    expect(association).toMatchObject({
      InstanceId: { 'Fn::ImportValue': expect.stringContaining('InstanceId') },
      PhoneNumberId: { 'Fn::GetAtt': [id, 'PhoneNumberArn'] },
      ContactFlowId: { 'Fn::GetAtt': [expect.stringContaining('Flowaccueil'), 'ContactFlowArn'] },
    });
  });

  it('when existing, are led to their flow and claimed by nobody', () => {
    const there = withNumbers([existing]);
    expect(resourcesOf(there, 'AWS::Connect::PhoneNumber')).toHaveLength(0);
    expect(propertiesOf(there, 'Custom::NumberAssociation')).toEqual([
      expect.objectContaining({ PhoneNumberId: existing.arn }),
    ]);
    expect(JSON.stringify(there.templates['Registry'])).toContain('+33142760000\\":\\"samps');
  });

  it('when declared, are only told to functions; queues then call out without a number of ours', () => {
    const there = withNumbers([{ programme: 'samps', flow: 'samps/accueil', source: 'declared', e164: '+687250000' }]);
    expect(resourcesOf(there, 'Custom::NumberAssociation')).toHaveLength(0);
    expect(JSON.stringify(there.templates['Registry'])).toContain('+687250000\\":\\"samps');
    for (const queue of propertiesOf(there, 'AWS::Connect::Queue')) {
      expect(JSON.stringify(queue['OutboundCallerConfig'])).not.toContain('OutboundCallerIdNumberArn');
    }
  });
});

describe('the registry', () => {
  it('names every queue, flow and number, and modules to nobody', () => {
    const [registry] = propertiesOf(assembly, 'AWS::SSM::Parameter');
    const value = JSON.stringify(registry?.['Value']);
    expect(registry?.['Name']).toBe('/permanence/samps-demo/registry');
    for (const name of [...samps.schemes.map(({ queue }) => queue), 'samps/accueil', 'samps/rappel-sortant']) {
      expect(value).toContain(`${name}\\\\\\":`.replaceAll('\\\\\\', '\\'));
    }
    expect(value).not.toContain('choix-prestation');
  });
});

import { describe, expect, it } from 'vitest';
import type { Deployment } from '../../../lib/config/deployment.ts';
import { parseDeployment } from '../../../lib/config/parse-deployment.ts';
import { centres } from '../../../programmes/index.ts';
import { referralRules } from '../../../programmes/reflex/referrals.ts';
import { samps } from '../../../programmes/samps/programme.ts';
import { demo, propertiesOf, synthesized } from '../support/assembly.ts';
import { outboundAssembly, outboundDeployment, outboundProgrammes } from '../support/outbound-assembly.ts';

const assembly = outboundAssembly();
const { dutyContacts } = outboundDeployment;

describe('REFLEX-18: the infrastructure of referrals', () => {
  it('looks each minute of day and night, with dead letters', () => {
    const tick = propertiesOf(assembly, 'AWS::Scheduler::Schedule').find((one) =>
      String(one['Name']).includes('referral'),
    );
    expect(tick).toMatchObject({
      Name: 'permanence-samps-demo-referral-tick-samps',
      ScheduleExpression: 'rate(1 minute)',
      Target: { DeadLetterConfig: expect.anything() },
    });
  });

  it('tells each address of its own contacts, and the operators of those that have none', () => {
    const told = Object.fromEntries(
      propertiesOf(assembly, 'AWS::SNS::Subscription')
        .filter(({ FilterPolicy }) => JSON.stringify(FilterPolicy ?? {}).includes('duty'))
        .map(({ Endpoint, FilterPolicy }) => [Endpoint, JSON.parse(JSON.stringify(FilterPolicy)).duty]),
    );
    expect(told['garde@ville.example']).toEqual(['samps:sanitaire-garde', 'samps:sociale-garde']);
    expect(told['astreinte@ville.example']).toEqual(['samps:astreinte-ville']);
    const [operator = ''] = demo.operators;
    const everybody = new Set(
      [...referralRules.cells.flatMap(({ contacts }) => contacts), referralRules.supervisor].map(
        ({ code }) => `samps:${code}`,
      ),
    );
    expect(new Set([...told['garde@ville.example'], ...told['astreinte@ville.example'], ...told[operator]])).toEqual(
      everybody,
    );
  });

  it('has a group for each cell, whose members alone read its referrals', () => {
    const groups = propertiesOf(assembly, 'AWS::Cognito::UserPoolGroup').map(({ GroupName }) => GroupName);
    expect(groups).toEqual(expect.arrayContaining(referralRules.cells.map(({ code }) => `samps:cell:${code}`)));
  });

  it('lets names be read by the page alone, and written by neither', () => {
    const policies = propertiesOf(assembly, 'AWS::IAM::Policy');
    const policyOf = (part: string) =>
      JSON.stringify(policies.find(({ id }) => id.startsWith(part))?.['PolicyDocument'] ?? '');
    expect(policyOf('ReferralsRole')).toContain('dynamodb:BatchGetItem');
    expect(policyOf('ReferralsRole')).not.toContain('GenerateDataKeyWithout');
    expect(policyOf('ReferralsRole')).toContain('PeopleTable');
    expect(policyOf('ReferralClockRole')).not.toContain('PeopleTable');
    expect(policyOf('ReferralClockRole')).toContain('sns:Publish');
  });

  it('is nowhere where nobody is referred', () => {
    const without = JSON.stringify(synthesized().templates);
    for (const word of ['referral', 'Referral', 'duty']) expect(without).not.toContain(word);
  });
});

describe('addresses of contacts on duty', () => {
  const refusals = (contacts: Deployment['dutyContacts'], known = outboundProgrammes) =>
    parseDeployment({ ...demo, dutyContacts: contacts ?? [] }, { programmes: known, centres }).refusals.map(
      ({ field, accepted }) => `${field}: ${accepted}`,
    );
  const email = 'a@b.example';

  it('are accepted for contacts of the rules', () => {
    expect(refusals(dutyContacts)).toEqual([]);
  });

  it('are refused for strangers, naming who there is', () => {
    expect(refusals([{ programme: 'samps', contact: 'nobody', email }])).toEqual([
      expect.stringContaining("dutyContacts[0].contact: a contact of the programme's referral rules: sanitaire-garde"),
    ]);
    const [none] = parseDeployment(
      { ...demo, dutyContacts: [{ programme: 'samps', contact: 'sanitaire-garde', email }] },
      { programmes: { samps }, centres },
    ).refusals;
    expect(none?.accepted).toContain('none: the programme refers nobody');
  });
});

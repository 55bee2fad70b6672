import { describe, expect, it } from 'vitest';
import { readDeployment } from '../../../lib/config/read-deployment.ts';
import { dispatchSchedule } from '../../../lib/functions/dispatch-clock.ts';
import { closingSchedules } from '../../../lib/functions/report-clock.ts';
import { reflex } from '../../../programmes/reflex/programme.ts';
import { known, propertiesOf, root } from '../support/assembly.ts';
import { inboundAssembly, outboundAssembly } from '../support/outbound-assembly.ts';

const assembly = outboundAssembly();
const policies = propertiesOf(assembly, 'AWS::IAM::Policy');
const policyOf = (part: string) =>
  JSON.stringify(policies.find(({ id }) => id.startsWith(part))?.['PolicyDocument'] ?? '');

describe('the infrastructure of campaigns', () => {
  it('REFLEX-05: the dispatcher is looked at each minute, seven days a week, an hour around the calling hours', () => {
    expect(dispatchSchedule(reflex.calendar)).toBe('cron(* 8-20 ? * MON,TUE,WED,THU,FRI,SAT,SUN *)');
    const ticks = propertiesOf(assembly, 'AWS::Scheduler::Schedule').filter(({ Name }) =>
      String(Name).includes('campaign-tick'),
    );
    expect(ticks).toHaveLength(1);
    expect(ticks[0]).toMatchObject({ Target: { DeadLetterConfig: expect.anything() } });
  });

  it('a week that closes on Sundays has a schedule that EventBridge reads: its week begins on Sunday', () => {
    expect(closingSchedules(reflex.calendar)).toEqual([
      { id: '', expression: 'cron(30 19 ? * MON,TUE,WED,THU,FRI,SAT,SUN *)' },
    ]);
  });

  it('is woken by the end of contacts and by its own messages, which go to the dead letters in the end', () => {
    const rules = propertiesOf(assembly, 'AWS::Events::Rule').map((rule) => JSON.stringify(rule));
    const ended = rules.filter((rule) => rule.includes('COMPLETED'));
    expect(ended).toHaveLength(2);
    expect(ended.filter((rule) => rule.includes('CampaignWakes'))).toHaveLength(1);
    expect(rules.some((rule) => rule.includes('Crisis Level Declared'))).toBe(true);
    const wakes = propertiesOf(assembly, 'AWS::SQS::Queue').find(({ id }) => id.startsWith('CampaignWakes'));
    expect(wakes).toMatchObject({ VisibilityTimeout: 360, SqsManagedSseEnabled: true });
    expect(JSON.stringify(wakes?.['RedrivePolicy'])).toContain('CampaignDispatcher');
  });

  it('lets the dispatcher dial and no one else of campaigns; who declares a level neither dials nor learns who people are', () => {
    expect(policyOf('CampaignDispatcherRole')).toContain('connect:StartOutboundVoiceContact');
    const control = policyOf('CampaignControlRole');
    for (const action of ['connect:', 'kms:GenerateDataKey"', 'dynamodb:BatchGetItem']) {
      expect(control).not.toContain(action);
    }
    // Pages that are gone, and nothing else.
    expect(control.match(/"dynamodb:DeleteItem"[^}]*?Resource":\{[^}]*/g)).toEqual([
      expect.stringContaining('ConnectionsTable'),
    ]);
    expect(control).toContain('sqs:SendMessage');
    expect(policyOf('InboundContextRole')).not.toContain('dynamodb:UpdateItem');
  });

  it('design decision 8: the preview may find the one number that it dials, and people by name', () => {
    const preview = policyOf('CampaignPreviewRole');
    expect(preview).toMatch(/"dynamodb:BatchGetItem","dynamodb:GetItem"\][^}]*"Resource":[^}]*PeopleTable/);
  });

  it('REFLEX-11: is nowhere where nobody is called', () => {
    const without = JSON.stringify(inboundAssembly().templates);
    for (const word of ['ampaignWakes', 'campaign-dispatcher', 'CAMPAIGNS_TABLE', 'Crisis Level']) {
      expect(without).not.toContain(word);
    }
  });

  it('REFLEX-26, REFLEX-31: the demonstration has 55 agents who answer by themselves, and room for 80 calls', () => {
    const deployment = readDeployment(`${root}deployments/reflex-demo.json`, known);
    expect(deployment).toMatchObject({ region: 'eu-central-1', demoAgents: 55, quotas: { concurrentCalls: 80 } });
    const agents = known.centres['reflex']?.demoAgents ?? [];
    expect(new Set(agents.map(({ userName }) => userName)).size).toBe(55);
    expect(agents.every(({ autoAccept }) => autoAccept === true)).toBe(true);
  });
});

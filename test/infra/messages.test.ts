import { describe, expect, it } from 'vitest';
import type { Programme } from '../../domain/programme/programme.ts';
import { parseDeployment } from '../../lib/config/parse-deployment.ts';
import { messageSchedule } from '../../lib/messaging/message-clock.ts';
import { centres } from '../../programmes/index.ts';
import { suivi } from '../../programmes/suivi/programme.ts';
import { demo, known, propertiesOf, resourcesOf, synthesized } from './support/assembly.ts';
import { inboundAssembly, outboundAssembly, outboundProgrammes } from './support/outbound-assembly.ts';

const assembly = outboundAssembly();
const rules = messageRulesOf(suivi);
const only = (type: string) => {
  const [one, ...others] = propertiesOf(assembly, type);
  expect(others).toEqual([]);
  return one ?? { id: '' };
};
const policyOf = (part: string) =>
  JSON.stringify(
    propertiesOf(assembly, 'AWS::IAM::Policy').find(({ id }) => id.startsWith(part))?.['PolicyDocument'] ?? '',
  );

describe('the infrastructure of messages', () => {
  it('COMMON-34: has a sender of each country in the pool of its programme, and no route that others share', () => {
    const senders = propertiesOf(assembly, 'AWS::SMSVOICE::SenderId');
    expect(senders.map(({ SenderId, IsoCountryCode }) => [SenderId, IsoCountryCode])).toEqual([['ARSPACA', 'FR']]);
    const pool = only('AWS::SMSVOICE::Pool');
    expect(JSON.stringify(pool['OriginationIdentities'])).toContain(senders[0]?.id ?? 'none');
    expect(pool).toMatchObject({ SharedRoutesEnabled: false, OptOutListName: expect.anything() });
  });

  it('COMMON-34: lets nothing leave to another country', () => {
    expect(only('AWS::SMSVOICE::ProtectConfiguration')['CountryRuleSet']).toEqual({
      SMS: [{ CountryCode: 'FR', ProtectStatus: 'ALLOW' }],
    });
    expect(only('AWS::SMSVOICE::ConfigurationSet')['ProtectConfigurationId']).toBeDefined();
  });

  it('COMMON-36: hears of what is final, on a topic that the provider alone may write to, through a queue that forgets nothing for four days', () => {
    const [destination] = [only('AWS::SMSVOICE::ConfigurationSet')['EventDestinations']].flat();
    expect(destination).toMatchObject({ Enabled: true, SnsDestination: { TopicArn: expect.anything() } });
    const { MatchingEventTypes } = JSON.parse(JSON.stringify(destination));
    expect(MatchingEventTypes).toContain('TEXT_DELIVERED');
    expect(MatchingEventTypes).not.toContain('TEXT_SENT');
    const policies = propertiesOf(assembly, 'AWS::SNS::TopicPolicy').map((one) => JSON.stringify(one));
    expect(
      policies.filter(
        (one) =>
          one.includes('sms-voice.amazonaws.com') && one.includes('configuration-set/permanence-samps-demo-messages'),
      ),
    ).toHaveLength(1);
    expect(propertiesOf(assembly, 'AWS::SNS::Subscription').find(({ Protocol }) => Protocol === 'sqs')).toMatchObject({
      RawMessageDelivery: true,
    });
    const [queue] = propertiesOf(assembly, 'AWS::SQS::Queue').filter(({ id }) => id.startsWith('MessageReceiptsQueue'));
    expect(queue).toMatchObject({ MessageRetentionPeriod: 345_600, VisibilityTimeout: 180 });
    const mapping = propertiesOf(assembly, 'AWS::Lambda::EventSourceMapping').find(({ id }) =>
      id.startsWith('MessageReceipts'),
    );
    expect(mapping).toMatchObject({ FunctionResponseTypes: ['ReportBatchItemFailures'] });
  });

  it('lets the dispatcher send from the pool and nothing else, and others not at all', () => {
    expect(policyOf('MessageDispatcherRole')).toMatch(/"sms-voice:SendTextMessage","Effect":"Allow","Resource":\{/);
    for (const part of ['MessageReceiptsRole', 'MessagePreviewRole', 'SurveyRole', 'WrapUpRole']) {
      expect(policyOf(part), part).not.toContain('sms-voice');
    }
    expect(policyOf('MessageReceiptsRole')).not.toContain(
      'dynamodb:Query","Effect":"Allow","Resource":{"Fn::ImportValue":"Permanence-samps-demo-Data:ExportsOutputFnGetAttPeople',
    );
    expect(policyOf('MessagePreviewRole')).not.toContain('PutItem');
  });

  it('keeps to the rate that the deployment was granted, one a second unless it says otherwise', () => {
    const rateOf = (of: typeof assembly) =>
      JSON.stringify(
        propertiesOf(of, 'AWS::Lambda::Function').find(({ id }) => id.startsWith('MessageDispatcher'))?.['Environment'],
      ).match(/"MESSAGES_PER_SECOND":"(\d+)"/)?.[1];
    expect(rateOf(assembly)).toBe('1');
    const quotas = { concurrentCalls: 30, messagesPerSecond: 20, messageSpendUsd: 500 };
    expect(parseDeployment({ ...demo, quotas }, known).refusals).toEqual([]);
    const refused = parseDeployment({ ...demo, quotas: { ...quotas, messagesPerSecond: 0 } }, known).refusals;
    expect(refused).toMatchObject([{ field: 'quotas.messagesPerSecond', accepted: 'a whole number from 1 to 1000' }]);
  });

  it('COMMON-35: looks each minute while messages may leave and are settled, at any hour when it is day elsewhere', () => {
    const tick = propertiesOf(assembly, 'AWS::Scheduler::Schedule').find((one) =>
      String(one['Name']).includes('message-tick'),
    );
    // Nouméa writes to France here.
    expect(tick).toMatchObject({
      ScheduleExpression: 'rate(1 minute)',
      Target: { DeadLetterConfig: expect.anything() },
    });
    const { senders, quietHours } = rules;
    expect(messageSchedule(rules, suivi.calendar)).toBe('cron(* 8-20 ? * MON,TUE,WED,THU,FRI,SAT,SUN *)');
    const shorter = { ...quietHours, from: '09:30', to: '18:15', days: [1, 3] };
    expect(messageSchedule({ ...rules, quietHours: shorter }, suivi.calendar)).toBe('cron(* 9-19 ? * MON,WED *)');
    const far = [...senders, { country: 'NC', type: 'sender-id', id: 'ARS-PACA' } as const];
    expect(messageSchedule({ ...rules, senders: far }, suivi.calendar)).toBe('rate(1 minute)');
    expect(messageSchedule({ ...rules, everyMinutes: 5 }, suivi.calendar)).toBe(
      'cron(0/5 8-20 ? * MON,TUE,WED,THU,FRI,SAT,SUN *)',
    );
    const crisis = { ...quietHours, crisis: true };
    expect(messageSchedule({ ...rules, quietHours: crisis }, suivi.calendar)).toBe('rate(1 minute)');
  });

  it('is nowhere where nobody is written to', () => {
    const { templates } = inboundAssembly();
    expect(JSON.stringify(templates)).not.toContain('SMSVOICE');
    expect(resourcesOf({ ...assembly, templates }, 'AWS::Lambda::Function').join()).not.toContain('Message');
  });

  it.each([
    ['a forbidden word', 'Suivi covid: {link}', 'Le mot « covid » ne peut pas être écrit'],
    ['an answer that nobody reads', 'Repondez OUI {link}', 'ne reçoit pas de réponse'],
    ['a text of two parts', `${'a'.repeat(90)} {link}`, 'peut prendre 2 SMS'],
  ])('ARS-02, COMMON-34: a template with %s is not deployed', (_, text, said) => {
    expect(() => deploy({ messageTemplates: [templateOf(text)] })).toThrow(said);
  });

  it('COMMON-34: a number that no template can buy is refused, and so are links without pages', () => {
    const senders = [{ country: 'FR', type: 'number', id: '38123' } as const];
    expect(() => deploy({ rules: { senders } })).toThrow('accepted: a sender of letters and digits');
    const { survey: _none, appointments: _slots, ...without } = outboundProgrammes['samps'] ?? suivi;
    expect(() => synthesized(demo, undefined, { programmes: { samps: without }, centres })).toThrow(
      'has no pages behind their links',
    );
  });
});

function templateOf(text: string) {
  return { code: 'suivi-j2', version: 1, purpose: 'survey', text, fields: [] } as const;
}

function deploy(change: {
  readonly messageTemplates?: NonNullable<Programme['messages']>['messageTemplates'];
  readonly rules?: Partial<NonNullable<Programme['messages']>['messageRules']>;
}): void {
  const { messages, ...programme } = outboundProgrammes['samps'] ?? suivi;
  if (messages === undefined) {
    throw new Error('the programme writes to nobody');
  }
  const { messageTemplates = messages.messageTemplates, rules = {} } = change;
  const changed = { messageTemplates, messageRules: { ...messages.messageRules, ...rules } };
  synthesized(demo, undefined, { programmes: { samps: { ...programme, messages: changed } }, centres });
}

function messageRulesOf({ messages }: Programme) {
  if (messages === undefined) {
    throw new Error('the programme writes to nobody');
  }
  return messages.messageRules;
}

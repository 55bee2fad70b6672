import { describe, expect, it } from 'vitest';
import type { JsonObject, Signal } from '../../src/index.ts';
import { around, branchTaken, drive } from '../harness.ts';

const start = (
  type: string,
  parameters: JsonObject,
  branches: Parameters<typeof around>[2] = {},
  init: Parameters<typeof drive>[1] = {},
) => {
  const driven = drive(around(type, parameters, branches), init);
  return {
    ...driven,
    suspension: driven.start(),
    taken: (...signals: Signal[]) => {
      driven.send(...signals);
      return branchTaken(driven.events);
    },
  };
};

describe('MessageParticipant', () => {
  it.each([
    [{ Text: 'a' }, { kind: 'text', text: 'a' }],
    [{ SSML: '<speak>$.Channel</speak>' }, { kind: 'ssml', ssml: '<speak>VOICE</speak>' }],
    [{ PromptId: 'arn:p' }, { kind: 'recording', promptId: 'arn:p' }],
    [
      { Media: { Uri: 's3://b/$.Channel', SourceType: 'S3', MediaType: 'Audio' } },
      { kind: 'media', uri: 's3://b/VOICE' },
    ],
  ])('says %j', (parameters, prompt) => {
    expect(start('MessageParticipant', parameters).suspension).toMatchObject({ kind: 'prompt', prompts: [prompt] });
  });

  it.each([
    ['nothing to say', {}, 'VOICE'],
    ['a text longer than text-to-speech takes', { Text: 'x'.repeat(6001) }, 'VOICE'],
    ['a recording in a chat', { PromptId: 'p' }, 'CHAT'],
  ] as const)('takes the error branch for %s', (_title, parameters, channel) => {
    const { events } = start('MessageParticipant', parameters, { errors: ['NoMatchingError'] }, { channel });
    expect(branchTaken(events)).toBe('NoMatchingError');
  });
});

describe('MessageParticipantIteratively', () => {
  const messages = [{ Text: 'Patientez' }, { PromptId: 'music' }];

  it('is interrupted at the chosen frequency', () => {
    const { suspension, taken } = start(
      'MessageParticipantIteratively',
      { Messages: messages, InterruptFrequencySeconds: '20' },
      { conditions: [['MessagesInterrupted']] },
    );
    expect(suspension).toMatchObject({
      kind: 'iterative-prompts',
      interruptAfterSeconds: 20,
      prompts: [{ text: 'Patientez' }, { promptId: 'music' }],
    });
    expect(taken({ kind: 'interrupt' })).toBe('MessagesInterrupted');
  });

  it('without a branch for it, plays until the host stops it', () => {
    const { suspension, send } = start('MessageParticipantIteratively', { Messages: messages });
    expect(suspension).not.toHaveProperty('interruptAfterSeconds');
    expect(send({ kind: 'interrupt' })).toBe(suspension);
    expect(send({ kind: 'stop' })).toMatchObject({ kind: 'ended', reason: 'stopped' });
  });

  it('cannot loop in a chat', () => {
    const { events } = start(
      'MessageParticipantIteratively',
      { Messages: messages },
      { errors: ['NoMatchingError'] },
      { channel: 'CHAT' },
    );
    expect(branchTaken(events)).toBe('NoMatchingError');
  });
});

describe('ConnectParticipantWithLexBot', () => {
  const branches = {
    conditions: [['Bourses']] as [string][],
    errors: ['NoMatchingCondition', 'NoMatchingError', 'InputTimeLimitExceeded'],
  };
  const parameters = { Text: 'Dites', LexV2Bot: { AliasArn: 'arn:bot' }, LexSessionAttributes: { a: '$.Channel' } };

  it('branches on the intent and keeps what the bot understood', () => {
    const { suspension, taken, contact } = start('ConnectParticipantWithLexBot', parameters, branches);
    expect(suspension).toMatchObject({ kind: 'lex', bot: { aliasArn: 'arn:bot' }, sessionAttributes: { a: 'VOICE' } });
    expect(taken({ kind: 'lex-result', intentName: 'Bourses', slots: { ville: 'Nouméa' } })).toBe('Bourses');
    expect(contact.namespaces['Lex']).toMatchObject({ IntentName: 'Bourses', Slots: { ville: 'Nouméa' } });
  });

  it.each<[Signal, string]>([
    [{ kind: 'lex-result', intentName: 'Autre' }, 'NoMatchingCondition'],
    [{ kind: 'timeout' }, 'InputTimeLimitExceeded'],
    [{ kind: 'service-error' }, 'NoMatchingError'],
  ])('%j takes %s', (signal, branch) => {
    expect(start('ConnectParticipantWithLexBot', parameters, branches).taken(signal)).toBe(branch);
  });
});

describe('TransferParticipantToThirdParty', () => {
  const parameters = (ContinueFlowExecution: string) => ({
    ThirdPartyPhoneNumber: '+687251234',
    ThirdPartyConnectionTimeLimitSeconds: '30',
    ContinueFlowExecution,
    CallerId: { Number: '$.Attributes.n' },
  });
  const branches = { errors: ['CallFailed', 'ConnectionTimeLimitExceeded', 'NoMatchingError'] };

  it.each<[Signal, string]>([
    [{ kind: 'third-party-ended', outcome: 'completed' }, 'ok'],
    [{ kind: 'third-party-ended', outcome: 'call-failed' }, 'CallFailed'],
    [{ kind: 'third-party-ended', outcome: 'error' }, 'NoMatchingError'],
    [{ kind: 'timeout' }, 'ConnectionTimeLimitExceeded'],
  ])('comes back with %j through %s', (signal, branch) => {
    const { suspension, taken } = start('TransferParticipantToThirdParty', parameters('True'), branches, {
      attributes: { n: '+1' },
    });
    expect(suspension).toMatchObject({
      kind: 'third-party',
      phoneNumber: '+687251234',
      connectionTimeLimitSeconds: 30,
      callerId: { number: '+1' },
    });
    expect(taken(signal)).toBe(branch);
  });

  it('leaves for good when the flow does not go on', () => {
    const { send } = start('TransferParticipantToThirdParty', parameters('False'));
    expect(send({ kind: 'third-party-ended', outcome: 'completed' })).toMatchObject({
      reason: 'transferred-to-third-party',
    });
  });
});

describe('ShowView', () => {
  const parameters = {
    ViewResource: { Id: 'form', Version: 'Latest' },
    InvocationTimeLimitSeconds: '600',
    ViewData: { Heading: 'Appel de $.Attributes.nom' },
  };
  const branches = {
    conditions: [['Submit']] as [string][],
    errors: ['NoMatchingCondition', 'TimeLimitExceeded', 'NoMatchingError'],
  };

  it('branches on the action and keeps what was entered', () => {
    const { suspension, taken, contact } = start('ShowView', parameters, branches, { attributes: { nom: 'Awa' } });
    expect(suspension).toMatchObject({ kind: 'view', viewId: 'form', seconds: 600, data: { Heading: 'Appel de Awa' } });
    expect(taken({ kind: 'view-result', action: 'Submit', data: { FormData: { motif: ['x'] } } })).toBe('Submit');
    expect(contact.namespaces['Views']).toEqual({ Action: 'Submit', ViewResultData: { FormData: { motif: ['x'] } } });
  });

  it.each<[Signal, string]>([
    [{ kind: 'view-result', action: 'Back' }, 'NoMatchingCondition'],
    [{ kind: 'timeout' }, 'TimeLimitExceeded'],
    [{ kind: 'service-error' }, 'NoMatchingError'],
  ])('%j takes %s', (signal, branch) => {
    expect(start('ShowView', parameters, branches).taken(signal)).toBe(branch);
  });

  it('refuses more than 16 KB', () => {
    const { events } = start('ShowView', { ...parameters, ViewData: { x: 'y'.repeat(16_400) } }, branches);
    expect(branchTaken(events)).toBe('NoMatchingError');
  });
});

describe('actions done by other services', () => {
  it('hand resolved parameters to the host and keep the answer in their namespace', () => {
    const { suspension, taken, contact } = start(
      'GetCustomerProfile',
      { ProfileRequestData: { Phone: '$.CustomerEndpoint.Address' } },
      {},
      { customerEndpoint: { address: '+1', type: 'T' } },
    );
    expect(suspension).toMatchObject({
      kind: 'service',
      service: 'GetCustomerProfile',
      parameters: { ProfileRequestData: { Phone: '+1' } },
    });
    expect(taken({ kind: 'service-result', data: { FirstName: 'Awa' } })).toBe('ok');
    expect(contact.namespaces['Customer']).toEqual({ FirstName: 'Awa' });
  });

  it.each<[string, Signal, string]>([
    ['GetCustomerProfile', { kind: 'service-error', errorType: 'NoneFoundError' }, 'NoneFoundError'],
    ['CreateTask', { kind: 'service-error' }, 'NoMatchingError'],
    ['AuthenticateParticipant', { kind: 'timeout' }, 'TimeLimitExceeded'],
    ['AuthenticateParticipant', { kind: 'service-result', result: 'OptedOut' }, 'OptedOut'],
    ['AuthenticateParticipant', { kind: 'service-result' }, 'ok'],
  ])('%s: %j takes %s', (type, signal, branch) => {
    const errors = ['NoneFoundError', 'TimeLimitExceeded', 'NoMatchingError'];
    expect(start(type, {}, { conditions: [['OptedOut']], errors }).taken(signal)).toBe(branch);
  });
});

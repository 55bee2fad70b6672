import { describe, expect, it } from 'vitest';
import type { JsonObject, Signal } from '../../src/index.ts';
import { around, branchTaken, drive, flowOf, onError } from '../harness.ts';

const call = (extra: JsonObject = {}) => ({ LambdaFunctionARN: 'arn:f', InvocationTimeLimitSeconds: '8', ...extra });
const json = { ResponseValidation: { ResponseType: 'JSON' } };
const calling = (extra: JsonObject = {}, errors = ['NoMatchingError']) => {
  const driven = drive(around('InvokeLambdaFunction', call(extra), { errors }));
  driven.start();
  return driven;
};
const answering = (payload: unknown, durationSeconds = 0): Signal => ({
  kind: 'lambda-result',
  payload,
  durationSeconds,
});

describe('InvokeLambdaFunction', () => {
  it('sends the event of the service', () => {
    const flow = around('InvokeLambdaFunction', {
      ...call(),
      LambdaInvocationAttributes: {
        motif: '$.Attributes.motif',
        plat: 'x',
        dossier: { id: '$.Attributes.motif' },
        absent: '$.Attributes.non',
      },
    });
    const { start } = drive(flow, {
      attributes: { motif: 'aide' },
      languageCode: 'fr-FR',
      customerEndpoint: { address: '+687251234', type: 'TELEPHONE_NUMBER' },
      systemEndpoint: { address: '+687250000', type: 'TELEPHONE_NUMBER' },
      instanceArn: 'arn:aws:connect:eu-central-1:1:instance/i',
    });
    expect(start()).toEqual({
      kind: 'lambda',
      flow: 'flow',
      action: 'it',
      actionType: 'InvokeLambdaFunction',
      functionArn: 'arn:f',
      timeoutSeconds: 8,
      invocationType: 'SYNCHRONOUS',
      attempt: 1,
      event: {
        Name: 'ContactFlowEvent',
        Details: {
          ContactData: {
            Attributes: { motif: 'aide' },
            Channel: 'VOICE',
            ContactId: 'c-1',
            CustomerEndpoint: { Address: '+687251234', Type: 'TELEPHONE_NUMBER' },
            CustomerId: null,
            Description: null,
            InitialContactId: 'c-1',
            InitiationMethod: 'INBOUND',
            InstanceARN: 'arn:aws:connect:eu-central-1:1:instance/i',
            LanguageCode: 'fr-FR',
            MediaStreams: { Customer: { Audio: null } },
            Name: null,
            PreviousContactId: null,
            Queue: null,
            References: {},
            SegmentAttributes: {},
            SystemEndpoint: { Address: '+687250000', Type: 'TELEPHONE_NUMBER' },
            Tags: {},
          },
          Parameters: { motif: 'aide', plat: 'x', dossier: { id: 'aide' }, absent: '' },
        },
      },
    });
  });

  it.each([
    ['a flat map of strings', {}, { a: '1' }, 'ok'],
    ['a number under STRING_MAP', {}, { a: 1 }, 'NoMatchingError'],
    ['an object under STRING_MAP', {}, { a: {} }, 'NoMatchingError'],
    ['nested JSON when declared', json, { a: { b: [1] } }, 'ok'],
    ['a list', json, [1], 'NoMatchingError'],
    ['nothing', {}, null, 'NoMatchingError'],
    ['undefined', {}, undefined, 'NoMatchingError'],
    ['a function', json, () => 1, 'NoMatchingError'],
    ['32 KB', {}, { a: 'x'.repeat(32 * 1024 - 8) }, 'NoMatchingError'],
    ['one byte less', {}, { a: 'x'.repeat(32 * 1024 - 9) }, 'ok'],
    ['32 KB in bytes, not characters', {}, { a: 'é'.repeat(16 * 1024) }, 'NoMatchingError'],
  ])('response: %s', (_title, extra, payload, branch) => {
    const { send, events } = calling(extra);
    send(answering(payload));
    expect(branchTaken(events)).toBe(branch);
  });

  it('keeps only the newest response, and keeps it when a later call fails', () => {
    const flow = flowOf([
      ['a', 'InvokeLambdaFunction', call(), 'b'],
      ['b', 'InvokeLambdaFunction', call(), { NextAction: 'c', Errors: [onError('NoMatchingError', 'c')] }],
      ['c', 'InvokeLambdaFunction', call(), { NextAction: 'c', Errors: [onError('NoMatchingError', 'end')] }],
      ['end', 'DisconnectParticipant'],
    ]);
    const { start, send, contact } = drive(flow);
    start();
    send(answering({ a: '1' }));
    send(answering({ b: '2' }));
    expect(contact.external).toEqual({ b: '2' });
    send({ kind: 'lambda-error', reason: 'failed' });
    expect(contact.external).toEqual({ b: '2' });
  });

  it('retries a throttled call twice within its time, never a function that failed', () => {
    const throttled: Signal = { kind: 'lambda-error', reason: 'throttled', durationSeconds: 1 };
    const { send, events } = calling();
    expect(send(throttled)).toMatchObject({ attempt: 2, timeoutSeconds: 7 });
    expect(send(throttled)).toMatchObject({ attempt: 3, timeoutSeconds: 6 });
    expect(send(throttled)).toMatchObject({ kind: 'ended' });
    expect(branchTaken(events)).toBe('NoMatchingError');

    const failed = calling();
    failed.send({ kind: 'lambda-error', reason: 'failed', message: 'boom' });
    expect(branchTaken(failed.events)).toBe('NoMatchingError');
  });

  it.each([
    [['NoMatchingError'], 'NoMatchingError'],
    [['NoMatchingError', 'TimeLimitExceeded'], 'TimeLimitExceeded'],
  ])('a time-out takes its branch where there is one: %j', (errors, branch) => {
    for (const signal of [
      { kind: 'timeout' },
      { kind: 'lambda-error', reason: 'timeout' },
      answering({}, 8.5),
    ] as const) {
      const { send, events } = calling({}, errors);
      send(signal);
      expect(branchTaken(events)).toBe(branch);
    }
  });

  it('allows 20 seconds of Lambda until the caller hears something', () => {
    const flow = flowOf([
      ['a', 'InvokeLambdaFunction', call(), 'b'],
      ['b', 'InvokeLambdaFunction', call(), 'c'],
      ['c', 'InvokeLambdaFunction', call(), 'd'],
      ['d', 'InvokeLambdaFunction', call(), { NextAction: 'say', Errors: [onError('NoMatchingError', 'say')] }],
      ['say', 'MessageParticipant', { Text: 'Un instant' }, 'e'],
      ['e', 'InvokeLambdaFunction', call(), 'e'],
    ]);
    const { start, send } = drive(flow);
    expect(start()).toMatchObject({ timeoutSeconds: 8 });
    expect(send(answering({}, 8))).toMatchObject({ timeoutSeconds: 8 });
    expect(send(answering({}, 8))).toMatchObject({ timeoutSeconds: 4 });
    expect(send(answering({}, 4))).toMatchObject({ kind: 'prompt' });
    expect(send({ kind: 'prompt-ended' })).toMatchObject({ kind: 'lambda', timeoutSeconds: 8 });
  });

  it.each([
    [{ InvocationTimeLimitSeconds: '9' }, 'NoMatchingError'],
    [{ LambdaFunctionARN: '$.Attributes.absent' }, 'NoMatchingError'],
  ])('refuses %j', (extra, branch) => {
    expect(branchTaken(calling(extra).events)).toBe(branch);
  });

  it('an asynchronous call gives an invocation id and leaves $.External alone', () => {
    const { send, contact } = calling({ InvocationType: 'ASYNCHRONOUS', InvocationTimeLimitSeconds: '60' });
    send(answering('inv-1'));
    expect(contact.lambdaInvocationId).toBe('inv-1');
    expect(contact.external).toBeUndefined();
  });
});

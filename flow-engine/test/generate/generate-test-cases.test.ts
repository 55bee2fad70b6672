import { describe, expect, it } from 'vitest';
import { coverageText, generateTestCases, type JsonObject, parseTestCase, runTestCase } from '../../src/index.ts';
import { type ActionLine, flowOf, onError, when, willingHost } from '../harness.ts';

const any = [onError('NoMatchingError', 'bye')];
const bye: ActionLine = ['bye', 'DisconnectParticipant'];
const flow = flowOf(
  [
    [
      'hours',
      'CheckHoursOfOperation',
      {},
      {
        NextAction: 'closed',
        Conditions: [when('True', 'lookup'), when('False', 'closed')],
        Errors: [onError('NoMatchingError', 'closed')],
      },
    ],
    ['closed', 'MessageParticipant', { Text: 'We are closed.' }, 'bye'],
    [
      'lookup',
      'InvokeLambdaFunction',
      { LambdaFunctionARN: 'arn:lookup', InvocationTimeLimitSeconds: '3' },
      { NextAction: 'known', Errors: [onError('NoMatchingError', 'menu')] },
    ],
    [
      'known',
      'Compare',
      { ComparisonValue: '$.External.known' },
      { NextAction: 'menu', Conditions: [when('yes', 'queue')], Errors: [onError('NoMatchingCondition', 'menu')] },
    ],
    [
      'menu',
      'GetParticipantInput',
      { Text: 'Press 1 or 2.', StoreInput: 'False', InputTimeLimitSeconds: '5' },
      {
        NextAction: 'bye',
        Conditions: [when('1', 'queue'), when('2', 'menu')],
        Errors: [onError('NoMatchingCondition', 'wrong'), onError('InputTimeLimitExceeded', 'bye'), ...any],
      },
    ],
    ['wrong', 'MessageParticipant', { Text: 'No such key.' }, 'menu'],
    ['queue', 'UpdateContactTargetQueue', { QueueId: 'desk' }, { NextAction: 'transfer', Errors: any }],
    [
      'transfer',
      'TransferContactToQueue',
      {},
      { NextAction: 'bye', Errors: [onError('QueueAtCapacity', 'bye'), ...any] },
    ],
    bye,
  ],
  { name: 'desk line' },
);

describe('generateTestCases', () => {
  const host = willingHost();
  const { cases, coverage, missed } = generateTestCases(flow, { host });

  it('takes every branch native test cases can take, in few of them', () => {
    expect(coverageText(coverage, [flow]).split('\n')).toEqual([
      'desk line: 16 of 18 branches (88 %)',
      // Nothing a caller, an hours override or a Lambda does can cause these.
      '  missed  menu  error NoMatchingError  -> bye',
      '  missed  queue  error NoMatchingError  -> bye',
    ]);
    expect(missed.map(({ label, reason }) => `${label}: ${reason}`)).toEqual([
      'menu  error NoMatchingError  -> bye: no caller and no override makes GetParticipantInput fail so',
      'queue  error NoMatchingError  -> bye: no caller and no override makes UpdateContactTargetQueue fail so',
    ]);
    expect(cases.length).toBeLessThanOrEqual(8);
    expect(cases.map(({ adds }) => adds)).toEqual(cases.map(({ adds }) => adds).toSorted((a, b) => b - a));
  });

  it('writes them in the native language, ready to pass', () => {
    for (const { name, content, attributes } of cases) {
      const { testCase, findings } = parseTestCase(
        JSON.stringify({ Name: name, Content: content, InitializationData: { Attributes: attributes } }),
      );
      expect(findings).toEqual([]);
      expect(testCase && runTestCase(testCase, { flow, host }), name).toMatchObject({ status: 'PASSED' });
    }
  });

  it('never leaves a contact in a queue where an agent could be', () => {
    const queued = cases.filter(({ content }) => JSON.stringify(content).includes('"FlowActionStarted"'));
    expect(queued.length).toBeGreaterThan(0);
    for (const { content } of queued) expect(JSON.stringify(content)).toContain('"EndTest"');
  });
});

describe('what the testing language has no word for', () => {
  const beyond = (type: string, parameters: JsonObject, conditions: JsonObject[] = []) =>
    generateTestCases(
      flowOf([
        [
          'menu',
          'GetParticipantInput',
          { Text: 'Press 1.', StoreInput: 'False', InputTimeLimitSeconds: '5' },
          {
            NextAction: 'bye',
            Conditions: [when('1', 'hello')],
            Errors: [onError('NoMatchingCondition', 'bye'), onError('InputTimeLimitExceeded', 'bye'), ...any],
          },
        ],
        ['hello', 'MessageParticipant', { Text: 'Please hold.' }, 'beyond'],
        ['beyond', type, parameters, { NextAction: 'after', Conditions: conditions, Errors: any }],
        ['after', 'UpdateFlowLoggingBehavior', { FlowLoggingBehavior: 'Enabled' }, 'bye'],
        bye,
      ]),
      { host: willingHost() },
    );

  it.each<[string, string, JsonObject, JsonObject[], string]>([
    [
      'a third party',
      'TransferParticipantToThirdParty',
      {
        ThirdPartyPhoneNumber: '+33100000000',
        ThirdPartyConnectionTimeLimitSeconds: '30',
        ContinueFlowExecution: 'True',
      },
      [],
      'a third party who answers the phone',
    ],
    ['another service', 'CreateTask', { Name: 'x' }, [], 'the answer of a service'],
    [
      'a long wait',
      'Wait',
      { TimeLimitSeconds: '900' },
      [when('WaitCompleted', 'after')],
      'an event, or more than the five minutes of a test',
    ],
  ])('%s: the case ends with the last message before it', (_title, type, parameters, conditions, need) => {
    const { cases, missed } = beyond(type, parameters, conditions);
    const onward = conditions.length === 0 ? 'next' : 'Equals "WaitCompleted"';
    expect(missed.map(({ label, reason }) => `${label}: ${reason}`)).toEqual([
      'menu  error NoMatchingError  -> bye: no caller and no override makes GetParticipantInput fail so',
      `beyond  ${onward}  -> after: needs ${need}, which the testing language has not`,
      `beyond  error NoMatchingError  -> bye: needs ${need}, which the testing language has not`,
      `after  next  -> bye: behind beyond  ${onward}`,
    ]);
    const cut = cases.find(({ content }) => JSON.stringify(content).includes('Please hold.'));
    expect(JSON.stringify(cut?.content)).toContain('"EndTest"');
  });

  it('a short wait passes by itself', () => {
    const { missed } = beyond('Wait', { TimeLimitSeconds: '60' }, [when('WaitCompleted', 'after')]);
    expect(missed.map(({ label }) => label)).toEqual([
      'menu  error NoMatchingError  -> bye',
      'beyond  error NoMatchingError  -> bye',
    ]);
  });
});

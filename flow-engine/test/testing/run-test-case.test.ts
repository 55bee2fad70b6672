import { describe, expect, it } from 'vitest';
import { answer, type JsonObject, parseTestCase, runTestCase, type TestCaseOptions } from '../../src/index.ts';
import { type ActionLine, flowOf, onError, queueInfo, when, willingHost } from '../harness.ts';

const bye: ActionLine = ['bye', 'DisconnectParticipant'];
const any = (to: string) => [onError('NoMatchingError', to)];
const line = flowOf([
  ['hello', 'MessageParticipant', { Text: 'Bonjour $.Attributes.nom' }, 'menu'],
  [
    'menu',
    'GetParticipantInput',
    { Text: 'Tapez 1 pour les bourses', StoreInput: 'False', InputTimeLimitSeconds: '5' },
    {
      NextAction: 'bye',
      Conditions: [when('1', 'set')],
      Errors: [onError('NoMatchingCondition', 'wrong'), onError('InputTimeLimitExceeded', 'silent'), ...any('bye')],
    },
  ],
  ['wrong', 'MessageParticipant', { Text: 'Touche inconnue' }, 'menu'],
  ['silent', 'MessageParticipant', { Text: 'Rien entendu' }, 'bye'],
  ['set', 'UpdateContactTargetQueue', { QueueId: 'bourses' }, { NextAction: 'hours', Errors: any('bye') }],
  [
    'hours',
    'CheckHoursOfOperation',
    {},
    { NextAction: 'bye', Conditions: [when('True', 'lambda'), when('False', 'closed')], Errors: any('bye') },
  ],
  ['closed', 'MessageParticipant', { Text: 'Nous sommes fermés' }, 'bye'],
  [
    'lambda',
    'InvokeLambdaFunction',
    { LambdaFunctionARN: 'arn:aws:lambda:x:1:function:lookup', InvocationTimeLimitSeconds: '3' },
    { NextAction: 'found', Errors: any('failed') },
  ],
  ['found', 'MessageParticipant', { Text: 'Dossier $.External.id' }, 'keep'],
  [
    'keep',
    'UpdateContactAttributes',
    { Attributes: { dossier: '$.External.id' } },
    { NextAction: 'queue', Errors: any('bye') },
  ],
  ['failed', 'MessageParticipant', { Text: 'Panne' }, 'queue'],
  [
    'queue',
    'TransferContactToQueue',
    {},
    { NextAction: 'bye', Errors: [onError('QueueAtCapacity', 'full'), ...any('bye')] },
  ],
  ['full', 'MessageParticipant', { Text: 'File pleine' }, 'bye'],
  bye,
]);

const message = (
  Identifier: string,
  Text: string,
  Actions: JsonObject[] = [],
  next: string[] = [],
  extra: JsonObject = {},
): JsonObject => ({
  Identifier,
  Event: {
    Identifier,
    Type: 'MessageReceived',
    Actor: 'System',
    Properties: { Text, MatchingCriteria: { Type: 'Inclusion' } },
  },
  Actions,
  Transitions: { NextObservations: next },
  ...extra,
});
const started = (Actions: JsonObject[], next: string[]): JsonObject => ({
  Identifier: 'start',
  Event: { Type: 'TestInitiated', Actor: 'System', Properties: {} },
  Actions,
  Transitions: { NextObservations: next },
});
const press = (Value: string | number): JsonObject => ({
  Identifier: `p${Value}`,
  Type: 'SendInstruction',
  Parameters: { Instruction: { Type: 'DtmfInput', Properties: { Value } } },
});
const endTest: JsonObject = { Identifier: 'end', Type: 'TestControl', Parameters: { Command: { Type: 'EndTest' } } };
const override = (ActionType: string, ActionParameters: JsonObject, Strategy: JsonObject): JsonObject => ({
  Identifier: `o${ActionType}`,
  Type: 'OverrideSystemBehavior',
  Parameters: { Behavior: { Type: 'FlowAction', Properties: { ActionType, ActionParameters, Strategy } } },
});
const mock = (ExecutionResult: JsonObject): JsonObject => ({
  Type: 'MockResponse',
  Response: { Type: 'ExecutionResult', ExecutionResult },
});
const mockError = (Value: string): JsonObject => ({
  Type: 'MockResponse',
  Response: { Type: 'Error', Error: { Value } },
});
const assertion = (Namespace: string, Operator: string, Operand?: string): JsonObject => ({
  Identifier: `a${Namespace}`,
  Type: 'Assert',
  Parameters: { Namespace, Operator, ...(Operand === undefined ? {} : { Operand }) },
});

const run = (observations: JsonObject[], options: Partial<TestCaseOptions> = {}, request: JsonObject = {}) => {
  const { testCase, findings } = parseTestCase({
    Name: 'cas',
    Content: JSON.stringify({ Version: '2019-10-30', Metadata: {}, Observations: observations }),
    ...request,
  });
  if (testCase === undefined || findings.length > 0) throw new Error(JSON.stringify(findings));
  return runTestCase(testCase, { flow: line, host: willingHost(), ...options });
};

describe('runTestCase', () => {
  it('follows a conversation to its end', () => {
    const attributes = { InitializationData: JSON.stringify({ Attributes: { nom: 'Awa' } }) };
    const result = run(
      [
        started([], ['hello']),
        message('hello', 'Bonjour Awa', [press('1')], ['found']),
        message('found', 'Dossier D-7', [assertion('$.External.id', 'Equals', 'D-7'), endTest]),
      ],
      { doubles: { lambda: () => ({ payload: { id: 'D-7' } }) } },
      attributes,
    );
    expect(result).toMatchObject({ name: 'cas', status: 'PASSED', failures: [] });
    expect(result.observations).toEqual(
      ['start', 'hello', 'found'].map((identifier) => ({ identifier, status: 'PASSED', times: 1 })),
    );
  });

  it.each([
    ['a wrong key', press(7), 'Touche inconnue'],
    ['the right key', press('1'), 'Panne'],
  ])('%s', (_title, action, expected) => {
    expect(run([message('menu', 'Tapez 1', [action], ['next']), message('next', expected, [endTest])]).status).toBe(
      'PASSED',
    );
  });

  it('lets time pass when the caller does nothing', () => {
    const result = run([message('silent', 'rien entendu', [endTest])]);
    expect(result.status).toBe('PASSED');
    expect(result.trace).toContain('  5 s  heard "Rien entendu"');
  });

  it('replaces hours, Lambda and queue, each once, first come first served', () => {
    const lookup = { LambdaFunctionARN: 'arn:aws:lambda:x:1:function:lookup' };
    const overrides = [
      override('CheckHoursOfOperation', {}, mock({ Value: 'InHours' })),
      override('InvokeLambdaFunction', lookup, mock({ LoadedData: '{"id":"M-1"}' })),
      override('TransferContactToQueue', { QueueId: 'bourses' }, mockError('QueueAtCapacity')),
    ];
    const result = run(
      [
        started(overrides, ['menu']),
        message('menu', 'Tapez 1', [press('1')], ['found']),
        message('found', 'Dossier M-1', [], ['full']),
        message('full', 'File pleine', [assertion('$.Attributes.dossier', 'Equals', 'M-1')]),
      ],
      { host: willingHost({ hoursOfOperation: () => answer({ open: false }) }) },
    );
    expect(result).toMatchObject({ status: 'PASSED' });

    const closed = run([
      started([override('CheckHoursOfOperation', {}, mock({ Value: 'OutOfHours' }))], ['menu']),
      message('menu', 'Tapez 1', [press('1')], ['closed']),
      message('closed', 'sommes fermés'),
    ]);
    expect(closed.status).toBe('PASSED');

    for (const error of ['TimeLimitExceeded', 'NoMatchingError'])
      expect(
        run(
          [
            started([override('InvokeLambdaFunction', lookup, mockError(error))], ['menu']),
            message('menu', 'Tapez 1', [press('1')], ['failed']),
            message('failed', 'Panne'),
          ],
          { doubles: { lambda: () => ({ payload: { id: '1' } }) } },
        ).status,
      ).toBe('PASSED');
  });

  it('an override registered when an action starts is in time for it', () => {
    const hours: JsonObject = {
      Identifier: 'hours',
      Event: {
        Type: 'FlowActionStarted',
        Actor: 'System',
        Properties: { ActionType: 'CheckHoursOfOperation', ActionParameters: {} },
      },
      Actions: [override('CheckHoursOfOperation', {}, mock({ Value: 'OutOfHours' }))],
      Transitions: { NextObservations: ['closed'] },
    };
    expect(run([message('menu', 'Tapez 1', [press('1')]), hours, message('closed', 'fermés')]).status).toBe('PASSED');
  });

  it('goes on in the queue flow', () => {
    const queueFlow = flowOf([['wait', 'MessageParticipantIteratively', { Messages: [{ Text: 'Patientez' }] }, {}]], {
      name: 'file',
      type: 'CUSTOMER_QUEUE',
    });
    const entry = flowOf([
      [
        'hook',
        'UpdateContactEventHooks',
        { EventHooks: { CustomerQueue: 'file' } },
        { NextAction: 'queue', Errors: any('queue') },
      ],
      ['queue', 'TransferContactToQueue', {}, { NextAction: 'queue' }],
    ]);
    const host = willingHost({ flow: () => answer(queueFlow) });
    expect(
      run([message('wait', 'Patientez', [endTest])], { flow: entry, host, contact: { queue: queueInfo('q') } }).status,
    ).toBe('PASSED');
  });

  it('says why a test fails', () => {
    const result = run([
      message('menu', 'Tapez 1', [press('1'), assertion('$.Attributes.nom', 'Exists')], ['never']),
      message('never', 'Jamais dit', [], ['after']),
      message('after', 'x'),
    ]);
    expect(result.status).toBe('FAILED');
    expect(result.failures).toEqual([
      'menu: expected $.Attributes.nom Exists, but there is no such value',
      'never: observed 0 times',
      'after: observed 0 times, never waited for: a group before it did not match',
    ]);
    expect(result.trace.at(-1)).toContain('ended: queued');
  });

  it('a hang-up ends the contact; a contact that hears nothing new ends at 300 seconds', () => {
    const hangUp: JsonObject = {
      Identifier: 'h',
      Type: 'SendInstruction',
      Parameters: { Instruction: { Type: 'Disconnect', Properties: {} } },
    };
    expect(run([message('menu', 'Tapez 1', [hangUp])]).trace.at(-1)).toContain('ended: hung-up');
    const music = flowOf([['wait', 'MessageParticipantIteratively', { Messages: [{ Text: 'Patientez' }] }, {}]]);
    expect(run([message('never', 'x')], { flow: music }).trace.at(-1)).toContain('the 300 s limit of a test is over');
  });

  it('logs values under their label', () => {
    const logData: JsonObject = {
      Identifier: 'l',
      Type: 'TestControl',
      Parameters: {
        Command: { Type: 'LogData', Properties: { Expressions: { canal: '$.Channel', rien: '$.Attributes.x' } } },
      },
    };
    expect(run([message('menu', 'Tapez 1', [logData, endTest])]).log).toEqual({ canal: 'VOICE', rien: '' });
  });

  it('counts observations as Usage says', () => {
    const usage = (Type: string, Times?: number) => ({ Usage: Times === undefined ? { Type } : { Type, Times } });
    const twice = run([
      message('wrong', 'inconnue', [], [], usage('AtLeast', 2)),
      message('menu', 'Bonjour', [press('22')]),
    ]);
    expect(twice.observations[0]).toEqual({ identifier: 'wrong', status: 'PASSED', times: 2 });
    expect(
      run([message('wrong', 'inconnue', [], [], usage('AtMost', 0)), message('menu', 'Bonjour', [press('22')])]).status,
    ).toBe('FAILED');
    expect(run([message('wrong', 'inconnue', [], [], usage('Always'))]).status).toBe('PASSED');
  });
});

describe('messages as live instances give them', () => {
  const heard = (flow: TestCaseOptions['flow'], messages: 'field' | 'plain', keys = '') =>
    run([message('m', 'Choix', keys === '' ? [] : [press(keys)])], { flow, messages })
      .trace.filter((text) => text.includes('heard'))
      .map((text) => text.replace(/.*heard /, ''));
  const choice = (conditions: JsonObject[], wrong: string) => ({
    NextAction: 'bye',
    Conditions: conditions,
    Errors: [onError('NoMatchingCondition', wrong), onError('InputTimeLimitExceeded', 'bye'), ...any('bye')],
  });
  const flow = flowOf([
    ['a', 'MessageParticipant', { Text: 'Un' }, 'b'],
    ['b', 'MessageParticipant', { Text: 'Deux.' }, 'menu'],
    [
      'menu',
      'GetParticipantInput',
      { Text: 'Choix ?', StoreInput: 'False', InputTimeLimitSeconds: '5' },
      choice([when('1', 'menu')], 'wrong'),
    ],
    ['wrong', 'MessageParticipant', { Text: 'Erreur' }, 'silent'],
    ['silent', 'UpdateFlowLoggingBehavior', {}, 'last'],
    ['last', 'MessageParticipant', { Text: 'Fin' }, 'bye'],
    bye,
  ]);

  it('joins what is said in a row, ends at inputs and silent actions, repeats the menu before an error', () => {
    expect(heard(flow, 'field', '9')).toEqual(['"Un. Deux. Choix ?"', '"Choix ? Erreur"', '"Fin"']);
    expect(heard(flow, 'plain', '9')).toEqual(['"Un"', '"Deux."', '"Choix ?"', '"Erreur"', '"Fin"']);
  });

  it('ends the error message behind it when silent actions stand before it, and loses a key pressed on it', () => {
    const retry = flowOf([
      [
        'menu',
        'GetParticipantInput',
        { Text: 'Choix ?', StoreInput: 'False', InputTimeLimitSeconds: '5' },
        choice([when('1', 'bye')], 'silent'),
      ],
      ['silent', 'UpdateFlowLoggingBehavior', {}, 'wrong'],
      ['wrong', 'MessageParticipant', { Text: 'Erreur' }, 'again'],
      [
        'again',
        'GetParticipantInput',
        { Text: 'Encore ?', StoreInput: 'False', InputTimeLimitSeconds: '5' },
        choice([when('1', 'thanks')], 'bye'),
      ],
      ['thanks', 'MessageParticipant', { Text: 'Merci' }, 'bye'],
      bye,
    ]);
    expect(heard(retry, 'field', '9')).toEqual(['"Choix ?"', '"Choix ? Erreur"', '"Encore ?"']);
    const pressedOn = (text: string) =>
      run(
        [
          message('menu', 'Choix', [press('9')], ['second']),
          message('second', text, [press('1')], ['thanks']),
          message('thanks', 'Merci'),
        ],
        { flow: retry },
      ).status;
    expect(pressedOn('Erreur')).toBe('FAILED');
    expect(pressedOn('Encore')).toBe('PASSED');
  });

  it('an input that leads straight back to itself says nothing new', () => {
    expect(heard(flow, 'field', '1')).toEqual(['"Un. Deux. Choix ?"']);
    expect(heard(flow, 'plain', '1')).toEqual(['"Un"', '"Deux."', '"Choix ?"', '"Choix ?"']);
  });
});

describe('parseTestCase', () => {
  const content = (observation: JsonObject) => ({ Version: '2019-10-30', Observations: [observation] });
  it.each([
    ['text that is no JSON', '{', 'invalid-json'],
    ['no observations', {}, 'not-a-test-case'],
    ['an older version', { Version: '2025-06-21', Observations: [] }, 'wrong-version'],
    ['an unknown event', content({ Identifier: 'a', Event: { Type: 'CallStarted' } }), 'unknown-event'],
    [
      'a message without words',
      content({ Identifier: 'a', Event: { Type: 'MessageReceived', Properties: {} } }),
      'empty-message',
    ],
    [
      'a third way of matching',
      content(
        message('a', 'x', [], [], {
          Event: { Type: 'MessageReceived', Properties: { Text: 'x' }, MatchingCriteria: 'Regex' },
        }),
      ),
      'invalid-matching',
    ],
    [
      'usage in capitals',
      content(message('a', 'x', [], [], { Usage: { Type: 'EXACTLY', Times: 1 } })),
      'invalid-usage',
    ],
    ['keys that are none', content(message('a', 'x', [press('A')])), 'invalid-keys'],
    ['an unknown action', content(message('a', 'x', [{ Type: 'Say' }])), 'unknown-test-action'],
    ['a link to nowhere', content(message('a', 'x', [], ['b'])), 'unknown-observation'],
  ])('reports %s', (_title, input, code) => {
    expect(parseTestCase(input).findings.map((finding) => finding.code)).toContain(code);
  });

  it('reads both places of MatchingCriteria and follows the chain of actions', () => {
    const bare = {
      ...message('a', 'x'),
      Event: { Type: 'MessageReceived', Properties: { Text: 'x' }, MatchingCriteria: 'Inclusion' },
    };
    const chain = [
      { ...endTest, Identifier: 'two' },
      { ...press(1), Identifier: 'one', Transitions: { NextAction: 'two' } },
    ];
    const { testCase } = parseTestCase({ Version: '2019-10-30', Observations: [{ ...bare, Actions: chain }] });
    expect(testCase?.observations[0]).toMatchObject({
      event: { matching: 'Inclusion' },
      actions: [{ type: 'SendInstruction' }, { type: 'EndTest' }],
    });
  });
});

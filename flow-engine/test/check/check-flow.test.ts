import { describe, expect, it } from 'vitest';
import { checkFlow, checkModules, type FlowType, type JsonObject, parseFlow } from '../../src/index.ts';
import { type ActionLine, document, flowOf, onError, when } from '../harness.ts';

const end: ActionLine = ['end', 'DisconnectParticipant'];
const to = (conditions: JsonObject[], errors: JsonObject[], NextAction = 'end') => ({
  NextAction,
  Conditions: conditions,
  Errors: errors,
});
const anyError = onError('NoMatchingError', 'end');
const check = (lines: readonly ActionLine[], options: { type?: FlowType; isModule?: boolean } = {}) =>
  checkFlow(flowOf([...lines, end], { isModule: false, ...options })).map(({ severity, code, action, property }) =>
    `${severity} ${code} ${action ?? ''} ${property ?? ''}`.trim(),
  );
const menu = (parameters: JsonObject, transitions: JsonObject): ActionLine => [
  'm',
  'GetParticipantInput',
  { Text: 'x', StoreInput: 'False', InputTimeLimitSeconds: '5', ...parameters },
  transitions,
];
const menuErrors = [onError('NoMatchingCondition', 'end'), onError('InputTimeLimitExceeded', 'end'), anyError];
const store = (
  parameters: JsonObject,
  transitions: JsonObject = { NextAction: 'end', Errors: [anyError] },
): ActionLine => [
  'm',
  'GetParticipantInput',
  {
    Text: 'x',
    StoreInput: 'True',
    InputTimeLimitSeconds: '5',
    InputValidation: { CustomValidation: { MaximumLength: '4' } },
    ...parameters,
  },
  transitions,
];

describe('what CreateContactFlow refuses', () => {
  it.each<[string, ActionLine, string[]]>([
    [
      'an identifier that is too long',
      ['x'.repeat(51), 'DisconnectParticipant'],
      [`error invalid-identifier ${'x'.repeat(51)} Identifier`],
    ],
    [
      'an identifier with a forbidden character',
      ['a:b', 'DisconnectParticipant'],
      ['error invalid-identifier a:b Identifier'],
    ],
    [
      'an identifier with a forbidden name',
      ['my toString', 'DisconnectParticipant'],
      ['error invalid-identifier my toString Identifier'],
    ],
    ['an invented action', ['a', 'PlayPrompt', {}, 'end'], ['error unknown-action-type a Type']],
    [
      'a synchronous Lambda that may take more than 8 s',
      ['a', 'InvokeLambdaFunction', { LambdaFunctionARN: 'f', InvocationTimeLimitSeconds: '9' }, to([], [anyError])],
      ['error invalid-parameter a Parameters.InvocationTimeLimitSeconds'],
    ],
    [
      'an asynchronous Lambda that may take more than a minute',
      [
        'a',
        'InvokeLambdaFunction',
        { LambdaFunctionARN: 'f', InvocationTimeLimitSeconds: '61', InvocationType: 'ASYNCHRONOUS' },
        to([], [anyError]),
      ],
      ['error invalid-parameter a Parameters.InvocationTimeLimitSeconds'],
    ],
    [
      'an attribute no contact can have',
      ['a', 'UpdateContactAttributes', { Attributes: { 'a.b': 'x', '$.External.key': 'y' } }, to([], [anyError])],
      ['warning invalid-attribute-name a Parameters.Attributes'],
    ],
    [
      'a parameter the action does not have',
      ['a', 'UpdateContactTextToSpeechVoice', { TextToSpeechVoice: 'Lea', VoiceId: 'Lea' }, to([], [anyError])],
      ['error unknown-property a Parameters.VoiceId'],
    ],
    [
      'a missing parameter',
      ['a', 'TransferToFlow', {}, to([], [anyError])],
      ['error missing-property a Parameters.ContactFlowId'],
    ],
    [
      'two prompts',
      ['a', 'MessageParticipant', { Text: 'x', SSML: '<speak>x</speak>' }, 'end'],
      ['error exclusive-parameters a Parameters'],
    ],
    ['no prompt', ['a', 'MessageParticipant', {}, 'end'], ['error missing-property a Parameters']],
    [
      'a number out of range',
      ['a', 'Loop', { LoopCount: '101' }, to([when('ContinueLooping', 'end'), when('DoneLooping', 'end')], [])],
      ['error invalid-parameter a Parameters.LoopCount'],
    ],
    [
      'a value not in the list',
      ['a', 'UpdateFlowLoggingBehavior', { FlowLoggingBehavior: 'On' }, 'end'],
      ['error invalid-parameter a Parameters.FlowLoggingBehavior'],
    ],
    [
      'an id that mixes text and reference',
      ['a', 'UpdateContactTargetQueue', { QueueId: 'q-$.Attributes.x' }, to([], [anyError])],
      ['error invalid-parameter a Parameters.QueueId'],
    ],
    [
      'a static callback number',
      [
        'a',
        'UpdateContactCallbackNumber',
        { CallbackNumber: '+687250000' },
        to([], [onError('InvalidCallbackNumber', 'end'), onError('CallbackNumberNotDialable', 'end')]),
      ],
      ['error invalid-parameter a Parameters.CallbackNumber'],
    ],
    [
      'a static comparison',
      ['a', 'Compare', { ComparisonValue: 'x' }, to([when('1', 'end')], [onError('NoMatchingCondition', 'end')])],
      ['error invalid-parameter a Parameters.ComparisonValue'],
    ],
    [
      'NoMatchingError on Compare',
      [
        'a',
        'Compare',
        { ComparisonValue: '$.Channel' },
        to([when('1', 'end')], [onError('NoMatchingCondition', 'end'), anyError]),
      ],
      ['error illegal-error-branch a Transitions.Errors[1].ErrorType'],
    ],
    [
      'NoMatchingError on UpdateContactRecordingBehavior',
      ['a', 'UpdateContactRecordingBehavior', { RecordingBehavior: { RecordedParticipants: [] } }, to([], [anyError])],
      ['error illegal-error-branch a Transitions.Errors[0].ErrorType'],
    ],
    [
      'NoMatchingError on UpdateContactRoutingBehavior',
      ['a', 'UpdateContactRoutingBehavior', { QueuePriority: '1' }, to([], [anyError])],
      ['error illegal-error-branch a Transitions.Errors[0].ErrorType'],
    ],
    [
      'priority and age together',
      ['a', 'UpdateContactRoutingBehavior', { QueuePriority: '1', QueueTimeAdjustmentSeconds: '1' }, 'end'],
      ['error exclusive-parameters a Parameters'],
    ],
    [
      'a missing error branch',
      ['a', 'UpdateContactAttributes', { Attributes: { k: 'v' } }, 'end'],
      ['error missing-error-branch a Transitions.Errors'],
    ],
    [
      'a terminal action with branches',
      ['a', 'EndFlowExecution', {}, 'end'],
      ['error terminal-with-transitions a Transitions'],
    ],
    [
      'a branch to nowhere',
      ['a', 'UpdateFlowLoggingBehavior', { FlowLoggingBehavior: 'Enabled' }, 'gone'],
      ['error unknown-next-action a Transitions.NextAction', 'warning unreachable-action end'],
    ],
    [
      'no next action',
      ['a', 'UpdateFlowLoggingBehavior', { FlowLoggingBehavior: 'Enabled' }, {}],
      ['error missing-next-action a Transitions.NextAction', 'warning unreachable-action end'],
    ],
    [
      'conditions on an action without result',
      ['a', 'UpdateFlowLoggingBehavior', { FlowLoggingBehavior: 'Enabled' }, to([when('1', 'end')], [])],
      ['error conditions-not-allowed a Transitions.Conditions'],
    ],
    [
      'an operator the action does not know',
      ['a', 'DistributeByPercentage', {}, to([when('51', 'end')], [onError('NoMatchingCondition', 'end')])],
      ['error illegal-operator a Transitions.Conditions[0].Condition.Operator'],
    ],
    [
      'hours with one answer only',
      ['a', 'CheckHoursOfOperation', { HoursOfOperationId: 'h' }, to([when('True', 'end')], [anyError])],
      ['error missing-condition a Transitions.Conditions'],
    ],
    [
      'a menu without its time-out branch',
      menu({}, to([when('1', 'end')], [onError('NoMatchingCondition', 'end'), anyError])),
      ['error missing-error-branch m Transitions.Errors'],
    ],
    [
      'a menu with two keys in one condition',
      menu({}, to([when('12', 'end')], menuErrors)),
      ['error illegal-operand m Transitions.Conditions[0].Condition.Operands'],
    ],
    [
      'a menu with an input validation',
      menu({ InputValidation: { CustomValidation: { MaximumLength: '1' } } }, to([when('1', 'end')], menuErrors)),
      ['error exclusive-parameters m Parameters.InputValidation'],
    ],
    [
      'a dynamic time limit',
      menu({ InputTimeLimitSeconds: '$.Attributes.t' }, to([when('1', 'end')], menuErrors)),
      ['error invalid-parameter m Parameters.InputTimeLimitSeconds'],
    ],
    [
      'a stored input without validation',
      store({ InputValidation: null }),
      ['error missing-property m Parameters.InputValidation'],
    ],
    [
      'a stored input with a menu branch',
      store({}, to([when('1', 'end')], [anyError])),
      ['error conditions-not-allowed m Transitions.Conditions'],
    ],
    [
      'a phone number without its own error branch',
      store({ InputValidation: { PhoneNumberValidation: { NumberFormat: 'E164' } } }),
      ['error missing-error-branch m Transitions.Errors'],
    ],
    [
      'a local number without country',
      store(
        { InputValidation: { PhoneNumberValidation: { NumberFormat: 'Local' } } },
        { NextAction: 'end', Errors: [anyError, onError('InvalidPhoneNumber', 'end')] },
      ),
      ['error missing-property m Parameters.InputValidation.PhoneNumberValidation.CountryCode'],
    ],
    [
      'a buffer switch with a prompt',
      ['m', 'GetParticipantInput', { EnableDTMFBuffer: 'true', Text: 'x' }, to([], [anyError])],
      ['error exclusive-parameters m Parameters.Text'],
    ],
    [
      'two voices of one hook',
      ['a', 'UpdateContactEventHooks', { EventHooks: { CustomerQueue: 'f', AgentHold: 'f' } }, to([], [anyError])],
      ['error exclusive-parameters a Parameters.EventHooks'],
    ],
  ])('%s', (_title, line, expected) => {
    expect(check([line]).filter((finding) => finding !== 'warning unreachable-action end')).toEqual(
      expected.filter((finding) => finding !== 'warning unreachable-action end'),
    );
  });

  it.each<[string, ActionLine, FlowType]>([
    [
      'a transfer to queue in a whisper',
      ['a', 'TransferContactToQueue', {}, to([], [onError('QueueAtCapacity', 'a'), onError('NoMatchingError', 'a')])],
      'AGENT_WHISPER',
    ],
    ['an input in a hold flow', menu({}, to([when('1', 'm')], menuErrors)), 'CUSTOMER_HOLD'],
    [
      'a transfer of flow in a queue flow',
      ['a', 'TransferToFlow', { ContactFlowId: 'f' }, to([], [anyError])],
      'CUSTOMER_QUEUE',
    ],
    [
      'a dequeue in an inbound flow',
      [
        'a',
        'DequeueContactAndTransferToQueue',
        { QueueId: 'q' },
        to([], [onError('QueueAtCapacity', 'end'), anyError]),
      ],
      'CONTACT_FLOW',
    ],
  ])('%s', (_title, line, type) => {
    expect(check([line], { type })).toContain(`error misplaced-action ${line[0]} Type`);
  });

  it('a module end in a flow, not in a module', () => {
    const lines: ActionLine[] = [['a', 'EndFlowModuleExecution']];
    expect(check(lines)).toContain('error misplaced-action a Type');
    expect(check(lines, { isModule: true })).not.toContain('error misplaced-action a Type');
  });
});

describe('what only hurts live', () => {
  const say: ActionLine = ['s', 'MessageParticipant', { Text: 'x' }, 'end'];
  it.each<[string, readonly ActionLine[], string]>([
    ['an action nobody reaches', [say, ['island', 'DisconnectParticipant']], 'warning unreachable-action island'],
    ['a loop without exit', [['s', 'MessageParticipant', { Text: 'x' }, 's']], 'warning loop-without-exit s'],
    [
      'a loop that spins',
      [['a', 'UpdateContactAttributes', { Attributes: { k: 'v' } }, to([], [onError('NoMatchingError', 'a')])]],
      'warning loop-without-prompt a',
    ],
    [
      'a transfer before the queue is set',
      [
        ['a', 'UpdateContactTargetQueue', { QueueId: 'q' }, to([], [onError('NoMatchingError', 't')], 't')],
        ['t', 'TransferContactToQueue', {}, to([], [onError('QueueAtCapacity', 'end'), anyError])],
      ],
      'warning queue-not-set t',
    ],
    [
      'a hard-coded ARN',
      [
        [
          'a',
          'UpdateContactTargetQueue',
          { QueueId: 'arn:aws:connect:eu-central-1:111122223333:instance/i/queue/q' },
          to([], [anyError]),
        ],
      ],
      'warning hard-coded-arn a Parameters.QueueId',
    ],
    [
      'an identifier of one instance',
      [['a', 'TransferToFlow', { ContactFlowId: '0f1e2d3c-0000-4000-8000-111122223333' }, to([], [anyError])]],
      'warning hard-coded-arn a Parameters.ContactFlowId',
    ],
    [
      'a dynamic identifier',
      [['a', 'UpdateContactTargetQueue', { QueueId: '$.Attributes.q' }, to([], [anyError])]],
      'warning dynamic-identifier a Parameters.QueueId',
    ],
    [
      'a reference to nothing',
      [['a', 'MessageParticipant', { Text: 'x $.Customers.nom' }, 'end']],
      'warning unknown-reference a Parameters.Text',
    ],
    [
      'a text over the speech limit',
      [['a', 'MessageParticipant', { Text: 'x'.repeat(3001) }, 'end']],
      'warning speech-too-long a Parameters.Text',
    ],
    [
      'tags in a text',
      [['a', 'MessageParticipant', { Text: '<speak>x</speak>' }, 'end']],
      'warning ssml-in-text a Parameters.Text',
    ],
    [
      'SSML not closed',
      [['a', 'MessageParticipant', { SSML: '<speak><p>x</speak>' }, 'end']],
      'warning invalid-ssml a Parameters.SSML',
    ],
    [
      'a break over ten seconds',
      [['a', 'MessageParticipant', { SSML: '<speak>x<break time="11s"/></speak>' }, 'end']],
      'warning invalid-ssml a Parameters.SSML',
    ],
    [
      'a failure nobody handles',
      [['a', 'UpdateContactTextToSpeechVoice', { TextToSpeechVoice: 'Lea' }, 'end']],
      'warning unhandled-error a Transitions.Errors',
    ],
    [
      'percentages that are not cumulative',
      [
        [
          'a',
          'DistributeByPercentage',
          {},
          to(
            [when('50', 'end', 'NumberLessThan'), when('25', 'end', 'NumberLessThan')],
            [onError('NoMatchingCondition', 'end')],
          ),
        ],
      ],
      'warning percentages-not-cumulative a Transitions.Conditions',
    ],
    [
      'the same branch twice',
      [
        [
          'a',
          'Compare',
          { ComparisonValue: '$.Channel' },
          to([when('1', 'end'), when('1', 'end')], [onError('NoMatchingCondition', 'end')]),
        ],
      ],
      'warning duplicate-branch a Transitions.Conditions[1].Condition',
    ],
    [
      'a number that is no text',
      [['a', 'UpdateContactRoutingBehavior', { QueuePriority: 1 }, 'end']],
      'warning not-a-string a Parameters.QueuePriority',
    ],
  ])('%s', (_title, lines, expected) => {
    expect(check(lines)).toEqual(expect.arrayContaining([expected]));
  });

  it('what a module cannot see of its caller', () => {
    const lines: ActionLine[] = [
      ['a', 'MessageParticipant', { Text: '$.External.x $.Attributes.y' }, 'b'],
      ['b', 'EndFlowModuleExecution'],
    ];
    expect(check(lines, { isModule: true })).toContain('warning hidden-from-module a Parameters.Text');
  });

  it('nothing, in a flow that is right', () => {
    expect(
      check(
        [
          menu(
            { Text: 'Tapez 1.' },
            to(
              [when('1', 'q')],
              [onError('NoMatchingCondition', 'm'), onError('InputTimeLimitExceeded', 'end'), anyError],
            ),
          ),
          ['q', 'UpdateContactTargetQueue', { QueueId: 'scholarships' }, to([], [anyError], 't')],
          ['t', 'TransferContactToQueue', {}, to([], [onError('QueueAtCapacity', 'end'), anyError])],
        ],
        { type: 'CONTACT_FLOW' },
      ),
    ).toEqual([]);
  });

  it('modules that invoke each other', () => {
    const module = (name: string, invokes: string) =>
      flowOf(
        [
          ['a', 'InvokeFlowModule', { FlowModuleId: invokes }, to([], [anyError])],
          ['end', 'EndFlowModuleExecution'],
        ],
        { name, isModule: true },
      );
    expect(
      checkModules([module('one', '{{module:two}}'), module('two', 'arn:x/one'), module('three', 'one')]),
    ).toMatchObject([{ code: 'module-cycle', severity: 'warning', flow: 'one', value: 'one -> two' }]);
    expect(checkModules([module('self', 'self')])).toHaveLength(1);
  });

  it('every finding says where, what, and where the rule comes from', () => {
    const [finding] = checkFlow(
      flowOf([
        ['a', 'Loop', { LoopCount: '101' }, to([when('ContinueLooping', 'end'), when('DoneLooping', 'end')], [])],
        end,
      ]),
    );
    expect(finding).toEqual({
      code: 'invalid-parameter',
      severity: 'error',
      flow: 'flow',
      action: 'a',
      property: 'Parameters.LoopCount',
      value: '101',
      accepted: '0 to 100',
      message: 'Parameters.LoopCount is out of range',
      source: 'devguide: flow-control-actions-loop',
    });
  });
});

it('a module has at most eight ways out', () => {
  const Transitions = Array.from({ length: 9 }, (_, index) => ({ DisplayName: `${index}`, ReferenceName: `${index}` }));
  const { flow } = parseFlow({ ...document([['a', 'EndFlowModuleExecution']]), Settings: { Transitions } });
  expect(flow && checkFlow(flow, { errorsOnly: true })).toMatchObject([
    { code: 'too-many-module-branches', value: '9', accepted: 'up to 8' },
  ]);
});

import { describe, expect, it } from 'vitest';
import { coverageText, exploreFlow } from '../../src/index.ts';
import { type ActionLine, flowOf, onError, when } from '../harness.ts';

const any = [onError('NoMatchingError', 'bye')];
const bye: ActionLine = ['bye', 'DisconnectParticipant'];

describe('exploreFlow', () => {
  it('finds the inputs behind every branch, through copies, menus, hours, Lambdas and loops', () => {
    const flow = flowOf([
      [
        'lookup',
        'InvokeLambdaFunction',
        { LambdaFunctionARN: 'f', InvocationTimeLimitSeconds: '3' },
        { NextAction: 'keep', Errors: any },
      ],
      [
        'keep',
        'UpdateContactAttributes',
        { Attributes: { vip: '$.External.level' } },
        { NextAction: 'vip', Errors: any },
      ],
      [
        'vip',
        'Compare',
        { ComparisonValue: '$.Attributes.vip' },
        {
          NextAction: 'bye',
          Conditions: [when('gold', 'queue'), when('5', 'hours', 'NumberGreaterThan')],
          Errors: [onError('NoMatchingCondition', 'hours')],
        },
      ],
      [
        'hours',
        'CheckHoursOfOperation',
        {},
        { NextAction: 'bye', Conditions: [when('True', 'menu'), when('False', 'bye')], Errors: any },
      ],
      [
        'menu',
        'GetParticipantInput',
        { Text: 'x', StoreInput: 'False', InputTimeLimitSeconds: '5' },
        {
          NextAction: 'bye',
          Conditions: [when('1', 'queue'), when('*', 'again')],
          Errors: [onError('NoMatchingCondition', 'again'), onError('InputTimeLimitExceeded', 'again'), ...any],
        },
      ],
      [
        'again',
        'Loop',
        { LoopCount: '2' },
        { NextAction: 'bye', Conditions: [when('ContinueLooping', 'menu'), when('DoneLooping', 'bye')] },
      ],
      [
        'queue',
        'TransferContactToQueue',
        {},
        { NextAction: 'bye', Errors: [onError('QueueAtCapacity', 'bye'), ...any] },
      ],
      bye,
    ]);
    const { coverage, discoveries } = exploreFlow(flow, { seed: 7 });
    expect(coverageText(coverage, [flow])).toBe('flow: 19 of 19 branches (100 %)');
    expect(
      discoveries.some(({ choices }) => choices.some((choice) => choice === 'queue takes the contact: full')),
    ).toBe(true);
  });

  it('does the same for the same seed', () => {
    const flow = flowOf([
      [
        'menu',
        'GetParticipantInput',
        { Text: 'x', StoreInput: 'False', InputTimeLimitSeconds: '5' },
        {
          NextAction: 'bye',
          Conditions: [when('1', 'bye'), when('2', 'menu')],
          Errors: [onError('InputTimeLimitExceeded', 'bye'), onError('NoMatchingCondition', 'menu'), ...any],
        },
      ],
      bye,
    ]);
    expect(exploreFlow(flow, { seed: 3 })).toEqual(exploreFlow(flow, { seed: 3 }));
  });
});

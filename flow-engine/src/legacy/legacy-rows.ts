import { type JsonObject, type JsonValue, ownString, recordFrom } from '../json/json.ts';
import type { LegacyBlock } from './legacy-block.ts';
import {
  comparison,
  evaluations,
  type LegacyTest,
  pairs,
  prompt,
  promptFrom,
  recording,
  results,
  shares,
  storedInput,
  streaming,
  target,
  waiting,
} from './legacy-parameters.ts';

/** What a kind of old block becomes. */
export interface LegacyRow {
  readonly type: string;
  /** Parameters that have no value are left out. */
  readonly parameters?: (block: LegacyBlock) => Readonly<Record<string, JsonValue | undefined>>;
  readonly tests?: (block: LegacyBlock) => readonly LegacyTest[];
  /** ErrorType by the old branch it was. @default NoMatchingError: Error */
  readonly errors?: Readonly<Record<string, string>>;
  /** The old branch that NextAction takes; `none` ends the flow. @default Success */
  readonly next?: 'Success' | 'NoMatch' | 'Error' | 'Complete' | 'none';
}

const playPrompt: LegacyRow = { type: 'MessageParticipant', parameters: prompt };
const toFlow: LegacyRow = {
  type: 'TransferToFlow',
  next: 'Error',
  parameters: (block) => ({ ContactFlowId: block.text('ContactFlowId') }),
};
const toQueue: LegacyRow = {
  type: 'TransferContactToQueue',
  next: 'Error',
  errors: { NoMatchingError: 'Error', QueueAtCapacity: 'AtCapacity' },
};
const store: LegacyRow = {
  type: 'GetParticipantInput',
  parameters: storedInput,
  errors: { NoMatchingError: 'Error', InvalidPhoneNumber: 'InvalidNumber' },
};
const eventHook: LegacyRow = {
  type: 'UpdateContactEventHooks',
  parameters: (block) => ({
    EventHooks: recordFrom([[block.needed('Type'), block.needed('ContactFlowId')] as const]),
  }),
};

/**
 * Old blocks and the actions the console itself turned them into: the pairs come from flows published in both formats, where a block keeps
 * its id. What stands in no pair (a block, a parameter, a branch) is reported, never guessed.
 */
export const legacyRows: ReadonlyMap<string, LegacyRow> = new Map<string, LegacyRow>([
  ['PlayPrompt', playPrompt],
  ['PlayAudio', playPrompt],
  ['Disconnect', { type: 'DisconnectParticipant', next: 'none' }],
  ['Resume', { type: 'EndFlowExecution', next: 'none' }],
  [
    'SetAttributes',
    { type: 'UpdateContactAttributes', parameters: (block) => ({ Attributes: pairs(block, 'Attribute') }) },
  ],
  [
    'SetScreenPop',
    {
      type: 'UpdateContactAttributes',
      parameters: (block) => ({
        Attributes: recordFrom([[block.needed('key'), block.needed('value')] as const]),
      }),
    },
  ],
  [
    'CheckAttribute',
    {
      type: 'Compare',
      next: 'NoMatch',
      parameters: comparison,
      tests: evaluations,
      errors: { NoMatchingCondition: 'NoMatch' },
    },
  ],
  [
    'InvokeExternalResource:Lambda',
    {
      type: 'InvokeLambdaFunction',
      parameters(block) {
        const attributes = pairs(block, 'Parameter');
        return {
          LambdaFunctionARN: block.text('FunctionArn'),
          InvocationTimeLimitSeconds: block.text('TimeLimit'),
          LambdaInvocationAttributes: Object.keys(attributes).length === 0 ? undefined : attributes,
        };
      },
    },
  ],
  [
    'GetUserInput:Digits',
    {
      type: 'GetParticipantInput',
      next: 'NoMatch',
      parameters(block) {
        block.oneOf('MaxDigits', { '1': 1 });
        return { ...prompt(block), StoreInput: 'False', InputTimeLimitSeconds: block.text('Timeout') };
      },
      tests: evaluations,
      errors: { InputTimeLimitExceeded: 'Timeout', NoMatchingCondition: 'NoMatch', NoMatchingError: 'Error' },
    },
  ],
  [
    'GetUserInput:Lex',
    {
      type: 'ConnectParticipantWithLexBot',
      next: 'NoMatch',
      parameters: (block) => ({
        ...prompt(block),
        LexBot: {
          Name: block.needed('BotName'),
          Region: block.needed('BotRegion'),
          Alias: block.needed('BotAlias'),
        },
      }),
      tests: evaluations,
      errors: { NoMatchingCondition: 'NoMatch', NoMatchingError: 'Error' },
    },
  ],
  ['StoreUserInput', store],
  ['StoreCustomerInput', store],
  ['SetQueue', { type: 'UpdateContactTargetQueue', parameters: target }],
  ['Transfer:Queue', toQueue],
  ['CustomerInQueue', toQueue],
  ['Transfer:Flow', toFlow],
  ['TransferToFlow', toFlow],
  [
    'Transfer:PhoneNumber',
    {
      type: 'TransferParticipantToThirdParty',
      next: 'Error',
      parameters: (block) => ({
        ThirdPartyPhoneNumber: block.text('PhoneNumber'),
        ThirdPartyConnectionTimeLimitSeconds: block.text('TimeLimit'),
        ContinueFlowExecution: block.oneOf('BlindTransfer', { true: 'False', false: 'True' }),
      }),
      errors: { CallFailed: 'CallFailure', ConnectionTimeLimitExceeded: 'Timeout', NoMatchingError: 'Error' },
    },
  ],
  // The old block had no error branch; the console gave the action one that goes on as if nothing had happened.
  ['SetContactFlow', { ...eventHook, errors: { NoMatchingError: 'Success' } }],
  ['SetEventHook', eventHook],
  ['SetEventHook:Flow', eventHook],
  [
    'SetLoggingBehavior',
    {
      type: 'UpdateFlowLoggingBehavior',
      parameters: (block) => ({
        FlowLoggingBehavior: block.oneOf('LoggingBehavior', { Enable: 'Enabled', Disable: 'Disabled' }),
      }),
    },
  ],
  [
    'SetRecordingBehavior',
    {
      type: 'UpdateContactRecordingBehavior',
      parameters: recording,
    },
  ],
  [
    'UpdateRoutingPriority',
    {
      type: 'UpdateContactRoutingBehavior',
      parameters: (block) => ({
        QueuePriority: block.text('AbsolutePosition'),
        QueueTimeAdjustmentSeconds: block.text('TimeOffset'),
      }),
    },
  ],
  ['StartMediaStreaming', { type: 'UpdateContactMediaStreamingBehavior', parameters: streaming('Enabled') }],
  ['StopMediaStreaming', { type: 'UpdateContactMediaStreamingBehavior', parameters: streaming('Disabled') }],
  [
    'CheckHoursOfOperation',
    {
      type: 'CheckHoursOfOperation',
      next: 'Error',
      tests: (block) => results(block, { True: 'True', False: 'False' }),
    },
  ],
  [
    'CheckStaffing',
    {
      type: 'CheckMetricData',
      next: 'Error',
      parameters: (block) => ({
        MetricType: block.oneOf('Status', {
          Available: 'NumberOfAgentsAvailable',
          Staffed: 'NumberOfAgentsStaffed',
          Online: 'NumberOfAgentsOnline',
        }),
        ...target(block),
      }),
      tests: (block) => [['NumberGreaterThan', '0', block.to('True')]],
      errors: { NoMatchingCondition: 'False', NoMatchingError: 'Error' },
    },
  ],
  [
    'CheckQueueStatus',
    {
      type: 'CheckMetricData',
      next: 'Error',
      parameters: (block) => ({ MetricType: 'OldestContactInQueueAgeSeconds', ...target(block) }),
      // The old format counts milliseconds (its designer data say so); the console copied the number into a metric named in seconds.
      tests: (block) => evaluations(block, 'CheckQueueTime', 1000),
      errors: { NoMatchingCondition: 'NoMatch', NoMatchingError: 'Error' },
    },
  ],
  [
    'PercentileBranching',
    { type: 'DistributeByPercentage', next: 'NoMatch', tests: shares, errors: { NoMatchingCondition: 'NoMatch' } },
  ],
  [
    'SetCallBackNumber',
    {
      type: 'UpdateContactCallbackNumber',
      parameters: (block) => ({ CallbackNumber: block.text('CallBackNumber') }),
      errors: { InvalidCallbackNumber: 'InvalidPhoneNumber', CallbackNumberNotDialable: 'NonDialableNumber' },
    },
  ],
  [
    'CreateCallback',
    {
      type: 'CreateCallbackContact',
      parameters: (block) => ({
        ...target(block),
        InitialCallDelaySeconds: block.text('InitialDelaySeconds'),
        MaximumConnectionAttempts: block.text('MaxRetryAttempts'),
        RetryDelaySeconds: block.text('RetryDelaySeconds'),
      }),
    },
  ],
  [
    'Loop',
    {
      type: 'Loop',
      next: 'Complete',
      parameters: (block) => ({ LoopCount: block.text('LoopCount') }),
      tests: (block) => results(block, { Complete: 'DoneLooping', Looping: 'ContinueLooping' }),
    },
  ],
  [
    'LoopPrompts',
    {
      type: 'MessageParticipantIteratively',
      next: 'Error',
      parameters: (block) => ({
        Messages: block.all('Text', 'AudioPrompt').map((parameter): JsonObject => {
          const said = block.valueOf(parameter) ?? '';
          return ownString(parameter, 'name') === 'Text'
            ? (promptFrom(said, ownString(parameter, 'key')) ?? {})
            : { PromptId: said };
        }),
        InterruptFrequencySeconds: block.text('InterruptSeconds'),
      }),
      tests: (block) => results(block, { Timeout: 'MessagesInterrupted' }),
    },
  ],
  [
    'SetVoice',
    {
      type: 'UpdateContactTextToSpeechVoice',
      parameters: (block) => ({
        TextToSpeechVoice: block.text('GlobalVoice'),
        TextToSpeechEngine: block.text('GlobalEngine'),
        TextToSpeechStyle: block.text('SpeakingStyle'),
      }),
    },
  ],
  [
    'Wait',
    {
      type: 'Wait',
      next: 'Error',
      parameters: waiting,
      tests: (block) => results(block, { CustomerReturn: 'CustomerReturned', Timeout: 'WaitCompleted' }),
    },
  ],
  ['GetMetricData', { type: 'GetMetricData', parameters: target }],
]);

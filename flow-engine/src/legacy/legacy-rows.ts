import { type JsonObject, ownString, recordFrom } from '../json/json.ts';
import type { LegacyBlock } from './legacy-block.ts';
import {
  comparison,
  type LegacyParameters,
  pairs,
  prompt,
  promptFrom,
  recording,
  storedInput,
  streaming,
  waiting,
} from './legacy-parameters.ts';

/** `New=Old New=Old`: parameters that only change their name; or a function that reads them. */
type Reading = string | ((block: LegacyBlock) => LegacyParameters);

/**
 * What the branches of a block become, by their old condition: `!ErrorType`, `>0` (NumberGreaterThan "0"), `%` (a share),
 * `operator:unit` (tests of a value counted in that unit), or an execution result.
 */
type Ways = Readonly<Record<string, string>>;

export type LegacyRow = readonly [type: string, parameters?: Reading, ways?: Ways];

/** Branches that mean the same on every block. `Success` is the NextAction. */
export const commonWays: Ways = {
  Evaluate: 'operator:1',
  NoMatch: '!NoMatchingCondition',
  Error: '!NoMatchingError',
  AtCapacity: '!QueueAtCapacity',
  InvalidNumber: '!InvalidPhoneNumber',
  InvalidPhoneNumber: '!InvalidCallbackNumber',
  NonDialableNumber: '!CallbackNumberNotDialable',
  CallFailure: '!CallFailed',
  True: 'True',
  False: 'False',
  Looping: 'ContinueLooping',
  Complete: 'DoneLooping',
  CustomerReturn: 'CustomerReturned',
};

const target = 'QueueId=Queue AgentId=Agent';
const playPrompt: LegacyRow = ['MessageParticipant', prompt];
const toFlow: LegacyRow = ['TransferToFlow', 'ContactFlowId=ContactFlowId'];
const toQueue: LegacyRow = ['TransferContactToQueue'];
const store: LegacyRow = ['GetParticipantInput', storedInput];
const hook = (block: LegacyBlock): LegacyParameters => ({
  EventHooks: recordFrom([[block.needed('Type'), block.needed('ContactFlowId')] as const]),
});
const bot = (block: LegacyBlock): LegacyParameters => ({
  ...prompt(block),
  LexBot: { Name: block.needed('BotName'), Region: block.needed('BotRegion'), Alias: block.needed('BotAlias') },
});
const menu = (block: LegacyBlock): LegacyParameters => {
  block.oneOf('MaxDigits', { '1': 1 });
  return { ...prompt(block), StoreInput: 'False', InputTimeLimitSeconds: block.text('Timeout') };
};
const invocation = (block: LegacyBlock): LegacyParameters => {
  const attributes = pairs(block, 'Parameter');
  return {
    LambdaFunctionARN: block.text('FunctionArn'),
    InvocationTimeLimitSeconds: block.text('TimeLimit'),
    LambdaInvocationAttributes: Object.keys(attributes).length === 0 ? undefined : attributes,
  };
};
const thirdParty = (block: LegacyBlock): LegacyParameters => ({
  ThirdPartyPhoneNumber: block.text('PhoneNumber'),
  ThirdPartyConnectionTimeLimitSeconds: block.text('TimeLimit'),
  ContinueFlowExecution: block.oneOf('BlindTransfer', { true: 'False', false: 'True' }),
});
const staffing = (block: LegacyBlock): LegacyParameters => ({
  MetricType: `NumberOfAgents${block.oneOf('Status', { Available: 'Available', Staffed: 'Staffed', Online: 'Online' })}`,
  QueueId: block.text('Queue'),
  AgentId: block.text('Agent'),
});
const queueAge = (block: LegacyBlock): LegacyParameters => ({
  MetricType: 'OldestContactInQueueAgeSeconds',
  QueueId: block.text('Queue'),
  AgentId: block.text('Agent'),
});
const messages = (block: LegacyBlock): LegacyParameters => ({
  Messages: block.all('Text', 'AudioPrompt').map((parameter): JsonObject => {
    const said = block.valueOf(parameter) ?? '';
    const isText = ownString(parameter, 'name') === 'Text';
    return isText ? promptFrom(said, ownString(parameter, 'key')) : { PromptId: said };
  }),
  InterruptFrequencySeconds: block.text('InterruptSeconds'),
});

/**
 * Old blocks (`type` or `type:target`) and the actions that the console itself turned them into: the pairs come from flows published in
 * both formats, where a block keeps its id. What stands in no pair (a block, a parameter, a branch) is reported, never guessed.
 */
export const legacyRows: ReadonlyMap<string, LegacyRow> = new Map<string, LegacyRow>(
  Object.entries({
    PlayPrompt: playPrompt,
    PlayAudio: playPrompt,
    Disconnect: ['DisconnectParticipant'],
    Resume: ['EndFlowExecution'],
    SetAttributes: ['UpdateContactAttributes', (block) => ({ Attributes: pairs(block, 'Attribute') })],
    SetScreenPop: [
      'UpdateContactAttributes',
      (block) => ({ Attributes: recordFrom([[block.needed('key'), block.needed('value')] as const]) }),
    ],
    CheckAttribute: ['Compare', comparison],
    'InvokeExternalResource:Lambda': ['InvokeLambdaFunction', invocation],
    'GetUserInput:Digits': ['GetParticipantInput', menu, { Timeout: '!InputTimeLimitExceeded' }],
    'GetUserInput:Lex': ['ConnectParticipantWithLexBot', bot],
    StoreUserInput: store,
    StoreCustomerInput: store,
    SetQueue: ['UpdateContactTargetQueue', target],
    'Transfer:Queue': toQueue,
    CustomerInQueue: toQueue,
    'Transfer:Flow': toFlow,
    TransferToFlow: toFlow,
    'Transfer:PhoneNumber': [
      'TransferParticipantToThirdParty',
      thirdParty,
      { Timeout: '!ConnectionTimeLimitExceeded' },
    ],
    // The old block had no error branch; the console gave the action one that goes on as if nothing had happened.
    SetContactFlow: ['UpdateContactEventHooks', hook, { Success: '!NoMatchingError' }],
    SetEventHook: ['UpdateContactEventHooks', hook],
    'SetEventHook:Flow': ['UpdateContactEventHooks', hook],
    SetLoggingBehavior: [
      'UpdateFlowLoggingBehavior',
      (block) => ({
        FlowLoggingBehavior: block.oneOf('LoggingBehavior', { Enable: 'Enabled', Disable: 'Disabled' }),
      }),
    ],
    SetRecordingBehavior: ['UpdateContactRecordingBehavior', recording],
    UpdateRoutingPriority: [
      'UpdateContactRoutingBehavior',
      'QueuePriority=AbsolutePosition QueueTimeAdjustmentSeconds=TimeOffset',
    ],
    StartMediaStreaming: ['UpdateContactMediaStreamingBehavior', streaming('Enabled')],
    StopMediaStreaming: ['UpdateContactMediaStreamingBehavior', streaming('Disabled')],
    CheckHoursOfOperation: ['CheckHoursOfOperation'],
    CheckStaffing: ['CheckMetricData', staffing, { True: '>0', False: '!NoMatchingCondition' }],
    // The old format counts milliseconds (its designer data say so); the console copied the number into a metric named in seconds.
    CheckQueueStatus: ['CheckMetricData', queueAge, { CheckQueueTime: 'operator:1000' }],
    PercentileBranching: ['DistributeByPercentage', '', { Evaluate: '%' }],
    SetCallBackNumber: ['UpdateContactCallbackNumber', 'CallbackNumber=CallBackNumber'],
    CreateCallback: [
      'CreateCallbackContact',
      `${target} InitialCallDelaySeconds=InitialDelaySeconds MaximumConnectionAttempts=MaxRetryAttempts RetryDelaySeconds=RetryDelaySeconds`,
    ],
    Loop: ['Loop', 'LoopCount=LoopCount'],
    LoopPrompts: ['MessageParticipantIteratively', messages, { Timeout: 'MessagesInterrupted' }],
    SetVoice: [
      'UpdateContactTextToSpeechVoice',
      'TextToSpeechVoice=GlobalVoice TextToSpeechEngine=GlobalEngine TextToSpeechStyle=SpeakingStyle',
    ],
    Wait: ['Wait', waiting, { Timeout: 'WaitCompleted' }],
    GetMetricData: ['GetMetricData', target],
  }),
);

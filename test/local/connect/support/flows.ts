/** Small flow-language documents for the tests, in the service's own form. */
type Action = Readonly<Record<string, unknown>>;

export const flow = (...actions: readonly Action[]): string =>
  JSON.stringify({ Version: '2019-10-30', StartAction: actions[0]?.['Identifier'], Metadata: {}, Actions: actions });

const toError = (next: string, ...types: string[]) => types.map((ErrorType) => ({ NextAction: next, ErrorType }));

export const say = (id: string, text: string, next: string): Action => ({
  Identifier: id,
  Type: 'MessageParticipant',
  Parameters: { Text: text },
  Transitions: { NextAction: next, Errors: toError(next, 'NoMatchingError') },
});

export const menu = (id: string, text: string, keys: Readonly<Record<string, string>>, otherwise: string): Action => ({
  Identifier: id,
  Type: 'GetParticipantInput',
  Parameters: { StoreInput: 'False', InputTimeLimitSeconds: '5', Text: text },
  Transitions: {
    NextAction: otherwise,
    Conditions: Object.entries(keys).map(([key, next]) => ({
      NextAction: next,
      Condition: { Operator: 'Equals', Operands: [key] },
    })),
    Errors: toError(otherwise, 'InputTimeLimitExceeded', 'NoMatchingCondition', 'NoMatchingError'),
  },
});

export const setQueue = (id: string, queue: string, next: string): Action => ({
  Identifier: id,
  Type: 'UpdateContactTargetQueue',
  Parameters: { QueueId: queue },
  Transitions: { NextAction: next, Errors: toError(next, 'NoMatchingError') },
});

export const setAgent = (id: string, agent: string, next: string): Action => ({
  Identifier: id,
  Type: 'UpdateContactTargetQueue',
  Parameters: { AgentId: agent },
  Transitions: { NextAction: next, Errors: toError(next, 'NoMatchingError') },
});

export const hook = (id: string, name: string, flowArn: string, next: string): Action => ({
  Identifier: id,
  Type: 'UpdateContactEventHooks',
  Parameters: { EventHooks: { [name]: flowArn } },
  Transitions: { NextAction: next, Errors: toError(next, 'NoMatchingError') },
});

export const priority = (id: string, value: string, next: string): Action => ({
  Identifier: id,
  Type: 'UpdateContactRoutingBehavior',
  Parameters: { QueuePriority: value },
  Transitions: { NextAction: next },
});

export const attributes = (id: string, values: Readonly<Record<string, string>>, next: string): Action => ({
  Identifier: id,
  Type: 'UpdateContactAttributes',
  Parameters: { Attributes: values, TargetContact: 'Current' },
  Transitions: { NextAction: next, Errors: toError(next, 'NoMatchingError') },
});

export const lambda = (id: string, arn: string, next: string, otherwise: string): Action => ({
  Identifier: id,
  Type: 'InvokeLambdaFunction',
  Parameters: {
    LambdaFunctionARN: arn,
    InvocationTimeLimitSeconds: '8',
    LambdaInvocationAttributes: {},
    ResponseValidation: { ResponseType: 'STRING_MAP' },
  },
  Transitions: { NextAction: next, Errors: toError(otherwise, 'NoMatchingError') },
});

export const toQueue = (id: string, otherwise: string): Action => ({
  Identifier: id,
  Type: 'TransferContactToQueue',
  Parameters: {},
  Transitions: { NextAction: otherwise, Errors: toError(otherwise, 'QueueAtCapacity', 'NoMatchingError') },
});

export const loopMessages = (id: string, text: string, everySeconds: string, next: string): Action => ({
  Identifier: id,
  Type: 'MessageParticipantIteratively',
  Parameters: { Messages: [{ Text: text }], InterruptFrequencySeconds: everySeconds },
  Transitions: {
    NextAction: next,
    Conditions: [{ NextAction: next, Condition: { Operator: 'Equals', Operands: ['MessagesInterrupted'] } }],
    Errors: toError(next, 'NoMatchingError'),
  },
});

export const callbackNumber = (id: string, path: string, next: string): Action => ({
  Identifier: id,
  Type: 'UpdateContactCallbackNumber',
  Parameters: { CallbackNumber: path },
  Transitions: { NextAction: next, Errors: toError(next, 'InvalidCallbackNumber', 'CallbackNumberNotDialable') },
});

export const createCallback = (id: string, attempts: string, retry: string, next: string): Action => ({
  Identifier: id,
  Type: 'CreateCallbackContact',
  Parameters: { InitialCallDelaySeconds: '5', MaximumConnectionAttempts: attempts, RetryDelaySeconds: retry },
  Transitions: { NextAction: next, Errors: toError(next, 'NoMatchingError') },
});

export const moveToQueue = (id: string, queue: string, otherwise: string): Action => ({
  Identifier: id,
  Type: 'DequeueContactAndTransferToQueue',
  Parameters: { QueueId: queue },
  Transitions: { NextAction: otherwise, Errors: toError(otherwise, 'QueueAtCapacity', 'NoMatchingError') },
});

export const disconnect = (id: string): Action => ({
  Identifier: id,
  Type: 'DisconnectParticipant',
  Parameters: {},
  Transitions: {},
});

export const endFlow = (id: string): Action => ({
  Identifier: id,
  Type: 'EndFlowExecution',
  Parameters: {},
  Transitions: {},
});

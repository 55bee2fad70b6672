/** Actions that the engine does by itself, and those that only leave a mark on the contact; for all others the host answers. For the support matrix only, as is all of this file: not part of the bundle. */
export const insideTheEngine: readonly string[] = [
  'Compare',
  'DisconnectParticipant',
  'EndFlowExecution',
  'EndFlowModuleExecution',
  'GetParticipantInput',
  'Loop',
  'MessageParticipant',
  'MessageParticipantIteratively',
  'TagContact',
  'UnTagContact',
  'UpdateContactAttributes',
  'UpdateContactData',
  'UpdateFlowAttributes',
  'Wait',
];
export const onlyRecorded: readonly string[] = [
  'UpdateContactMediaProcessing',
  'UpdateContactMediaStreamingBehavior',
  'UpdateContactRecordingAndAnalyticsBehavior',
  'UpdateContactRecordingBehavior',
  'UpdateFlowLoggingBehavior',
  'UpdatePreviousContactParticipantState',
];

/** What sources leave unconfirmed or contradict about an action, and what is done about it. */
export const supportNotes: Readonly<Record<string, readonly string[]>> = {
  CheckHoursOfOperation: [
    'Neither hours nor working queue: error branch, as documented; one field report saw "False" (CONFLICT), which a host can answer.',
    'Conditions on the name of an hours override: their JSON is UNCONFIRMED; a condition equal to the name is taken before True/False.',
  ],
  CheckMetricData: [
    'OldestContactInQueueAgeSeconds is in seconds here; flows that the console converted from its old format still hold milliseconds (CONFLICT).',
  ],
  Compare: ['An unresolved reference takes NoMatchingCondition (UNCONFIRMED live).'],
  ConnectParticipantWithLexBot: [
    'Two V2 exports carry no condition at all: every intent then takes NoMatchingCondition.',
  ],
  DequeueContactAndTransferToQueue: ['At most 11 moves in a row: the host counts them, as each is a new contact.'],
  EndFlowExecution: [
    'Documented for whisper and customer queue flows; real exports use it elsewhere, so no flow type is refused.',
  ],
  EndFlowModuleExecution: ['Custom branches of modules: read from Parameters.Result (UNCONFIRMED).'],
  EvaluateDataTableValues: ['NoMatchingError is assumed (UNCONFIRMED).'],
  GetParticipantInput: [
    'After the cancel key the inter-digit timer runs; silence then stores "Timeout" (UNCONFIRMED).',
    'Buffered keys that do not complete a stored input are kept while the prompt plays (UNCONFIRMED).',
  ],
  InvokeFlowModule: ['Allowed in every flow type (adminguide); the devguide says inbound only (CONFLICT).'],
  InvokeLambdaFunction: [
    'TimeLimitExceeded is accepted as a branch (UNCONFIRMED); without it a time-out takes NoMatchingError.',
    'Retries: up to 3 attempts when throttled or on a service failure, within the time limit; never after the function itself failed.',
    'No ResponseValidation is read as STRING_MAP.',
  ],
  ListDataTableValues: ['NoMatchingError is assumed (UNCONFIRMED).'],
  Loop: [
    'NoMatchingError is accepted: documented as illegal, present in one newer export (CONFLICT).',
    'Looping over an array ($.Loop.<name>): its JSON is UNCONFIRMED and not read.',
  ],
  MessageParticipant: ['SkipWhenDTMFBufferEnabled: read as "say nothing when keys are already buffered" (UNCONFIRMED)'],
  MessageParticipantIteratively: [
    'Without an interrupt it plays until the host stops the run (an agent joins, the hold ends).',
  ],
  ResumeContact: ['NoMatchingError is accepted (UNCONFIRMED).'],
  ShowView: ['Rendered as data: the host shows it and answers with an action name and the data entered.'],
  TagContact: ['NoMatchingError is accepted: undocumented, present in 2 of 2 real uses.'],
  UpdateContactAttributes: ['A reference to nothing sets an empty value (UNCONFIRMED live).'],
  UpdateContactCallbackNumber: [
    'A number must be in E.164 form, as stored inputs with phone validation and $.CustomerEndpoint.Address are.',
  ],
  UpdateContactData: [
    'Voice ID parameters are accepted and have no effect.',
    'TargetContact Related changes nothing the engine holds: only attributes of a related contact are shared with a run.',
  ],
  UpdateContactEventHooks: [
    'DisableExecution "true" in EventHooksConfiguration: run nothing for this hook (from exports). Setting a flow enables the hook again.',
  ],
  UpdateContactMediaProcessing: ['Its errors are not documented: NoMatchingError is accepted (UNCONFIRMED).'],
  UpdateContactMediaStreamingBehavior: ['The host fills $.MediaStreams in `namespaces` if a flow reads it.'],
  UpdateContactRoutingBehavior: [
    'Documented for inbound flows; real exports use it in transfer and queue flows too, so those are not refused.',
  ],
  UpdateContactRoutingCriteria: [
    'Documentation and AWS templates spell the type differently (CONFLICT): both are read.',
  ],
  UpdateContactTextToSpeechVoice: [
    'NoMatchingError: required by the documentation, absent from half of real exports; both accepted.',
  ],
  UpdateFlowAttributes: ['NoMatchingError is accepted: undocumented, present in 10 of 10 real uses.'],
  UpdateRoutingCriteria: ['Documentation and AWS templates spell the type differently (CONFLICT): both are read.'],
  UpsertDataTableValues: ['NoMatchingError is assumed (UNCONFIRMED).'],
  Wait: ['TimeoutSeconds (documentation) and TimeLimitSeconds (exports) are both read.'],
};

/** How a contact begins, and the flows it then meets in order (adminguide: contact-initiation-methods). */
export const flowOrders: Readonly<Record<string, readonly string[]>> = {
  INBOUND: ['CONTACT_FLOW', 'CUSTOMER_QUEUE', 'AGENT_WHISPER', 'CUSTOMER_WHISPER'],
  OUTBOUND: ['OUTBOUND_WHISPER (what stands before its first participant action runs before the call)'],
  CALLBACK: ['AGENT_WHISPER', 'OUTBOUND_WHISPER'],
  API: ['CONTACT_FLOW (once the customer has answered)', 'CUSTOMER_QUEUE', 'AGENT_WHISPER', 'CUSTOMER_WHISPER'],
  TRANSFER: ['AGENT_TRANSFER or QUEUE_TRANSFER', 'CUSTOMER_QUEUE', 'AGENT_WHISPER', 'CUSTOMER_WHISPER'],
  QUEUE_TRANSFER: ['CUSTOMER_QUEUE of the new queue'],
  DISCONNECT: ['CONTACT_FLOW that the CustomerRemaining hook names'],
};

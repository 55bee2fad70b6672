import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkFlow, explainFlow, type JsonObject, layoutFlow, parseFlow } from '../../src/index.ts';
import { legacyRows } from '../../src/legacy/legacy-rows.ts';
import { drive, key } from '../harness.ts';
import { block, legacyExport } from './legacy-export.ts';

const onward = ['Success', 'next'] as const;
const wrong = ['Error', 'wrong'] as const;
const nme = { errorType: 'NoMatchingError', nextAction: 'wrong' };
const equals = (operand: string, nextAction: string, operator = 'Equals') => ({
  operator,
  operands: [operand],
  nextAction,
});

interface Expected {
  readonly type: string;
  readonly parameters?: JsonObject;
  readonly nextAction?: string;
  readonly conditions?: readonly unknown[];
  readonly errors?: readonly unknown[];
}

/** Old blocks, and what the console makes of each when it opens the file. */
const conversions: readonly [JsonObject, Expected][] = [
  [
    block('b', 'PlayPrompt', { Text: 'Bonjour', TextToSpeechType: 'text' }, onward),
    { type: 'MessageParticipant', parameters: { Text: 'Bonjour' }, nextAction: 'next' },
  ],
  [
    block('b', 'PlayAudio', { Text: '<speak>Oui</speak>', TextToSpeechType: 'ssml' }, onward),
    { type: 'MessageParticipant', parameters: { SSML: '<speak>Oui</speak>' } },
  ],
  [
    block('b', 'PlayPrompt', { AudioPrompt: 'arn:prompt/1' }, onward),
    { type: 'MessageParticipant', parameters: { PromptId: 'arn:prompt/1' } },
  ],
  [
    block('b', 'PlayPrompt', { Text: ['External', 'accueil.fr'], TextToSpeechType: 'text' }, onward),
    { type: 'MessageParticipant', parameters: { Text: '$.External.accueil.fr' } },
  ],
  [block('b', 'Disconnect', {}), { type: 'DisconnectParticipant' }],
  [block('b', 'Resume', {}), { type: 'EndFlowExecution' }],
  [
    block(
      'b',
      'SetAttributes',
      [
        { name: 'Attribute', key: 'langue', value: 'fr', namespace: null },
        { name: 'Attribute', key: 'saisie', value: 'Stored customer input', namespace: 'System' },
        { name: 'Attribute', key: '__proto__', value: 'mon dossier', namespace: 'User Defined' },
      ],
      onward,
      wrong,
    ),
    {
      type: 'UpdateContactAttributes',
      parameters: {
        Attributes: JSON.parse(
          '{"langue":"fr","saisie":"$.StoredCustomerInput","__proto__":"$.Attributes[\'mon dossier\']"}',
        ),
      },
      errors: [nme],
    },
  ],
  [
    block('b', 'SetScreenPop', { key: 'note', value: ['System', 'Customer Number'] }, onward, wrong),
    { type: 'UpdateContactAttributes', parameters: { Attributes: { note: '$.CustomerEndpoint.Address' } } },
  ],
  [
    block(
      'b',
      'CheckAttribute',
      { Attribute: 'Queue.Name', Namespace: 'System' },
      ['Evaluate', 'a', 'Equals', 'social'],
      ['Evaluate', 'c', 'GreaterThan', '3'],
      ['Evaluate', 'd', 'StartsWith', 's'],
      ['NoMatch', 'none'],
    ),
    {
      type: 'Compare',
      parameters: { ComparisonValue: '$.Queue.Name' },
      nextAction: 'none',
      conditions: [equals('social', 'a'), equals('3', 'c', 'NumberGreaterThan'), equals('s', 'd', 'TextStartsWith')],
      errors: [{ errorType: 'NoMatchingCondition', nextAction: 'none' }],
    },
  ],
  [
    block(
      'b',
      'InvokeExternalResource:Lambda',
      [
        { name: 'FunctionArn', value: 'arn:lambda/x', namespace: null },
        { name: 'TimeLimit', value: '4' },
        { name: 'Parameter', key: 'numero', value: '$.CustomerEndpoint.Address', namespace: null },
      ],
      onward,
      wrong,
    ),
    {
      type: 'InvokeLambdaFunction',
      parameters: {
        LambdaFunctionARN: 'arn:lambda/x',
        InvocationTimeLimitSeconds: '4',
        LambdaInvocationAttributes: { numero: '$.CustomerEndpoint.Address' },
      },
      nextAction: 'next',
      errors: [nme],
    },
  ],
  [
    block(
      'b',
      'GetUserInput:Digits',
      { Text: 'Tapez 1', TextToSpeechType: 'text', Timeout: '8', MaxDigits: '1' },
      ['Evaluate', 'one', 'Equals', '1'],
      ['Timeout', 'silent'],
      ['NoMatch', 'other'],
      wrong,
    ),
    {
      type: 'GetParticipantInput',
      parameters: { Text: 'Tapez 1', StoreInput: 'False', InputTimeLimitSeconds: '8' },
      nextAction: 'other',
      conditions: [equals('1', 'one')],
      errors: [
        { errorType: 'InputTimeLimitExceeded', nextAction: 'silent' },
        { errorType: 'NoMatchingCondition', nextAction: 'other' },
        nme,
      ],
    },
  ],
  [
    block(
      'b',
      'GetUserInput:Lex',
      { Text: 'Que voulez-vous ?', TextToSpeechType: 'text', BotName: 'aide', BotAlias: 'v1', BotRegion: 'eu-west-1' },
      ['Evaluate', 'x', 'Equals', 'Rappel'],
      ['NoMatch', 'other'],
      wrong,
    ),
    {
      type: 'ConnectParticipantWithLexBot',
      parameters: { Text: 'Que voulez-vous ?', LexBot: { Name: 'aide', Region: 'eu-west-1', Alias: 'v1' } },
      conditions: [equals('Rappel', 'x')],
    },
  ],
  [
    block(
      'b',
      'StoreUserInput',
      {
        Text: 'Votre dossier',
        TextToSpeechType: 'text',
        CustomerInputType: 'Custom',
        Timeout: '6',
        MaxDigits: 9,
        EncryptEntry: true,
        EncryptionKeyId: 'k',
        EncryptionKey: 'PEM',
        TerminatorDigits: '#',
        DisableCancel: 'false',
      },
      onward,
      wrong,
    ),
    {
      type: 'GetParticipantInput',
      parameters: {
        Text: 'Votre dossier',
        StoreInput: 'True',
        InputTimeLimitSeconds: '6',
        InputValidation: { CustomValidation: { MaximumLength: '9' } },
        DTMFConfiguration: { InputTerminationSequence: '#', DisableCancelKey: 'False' },
        InputEncryption: { EncryptionKeyId: 'k', Key: 'PEM' },
      },
      errors: [nme],
    },
  ],
  [
    block(
      'b',
      'StoreCustomerInput',
      {
        Text: 'Votre numéro',
        TextToSpeechType: 'text',
        CustomerInputType: 'PhoneNumber',
        Timeout: '6',
        PhoneNumberFormat: 'Local',
        CountryCode: 'NC',
        EncryptEntry: false,
      },
      onward,
      ['InvalidNumber', 'again'],
      wrong,
    ),
    {
      type: 'GetParticipantInput',
      parameters: {
        Text: 'Votre numéro',
        StoreInput: 'True',
        InputTimeLimitSeconds: '6',
        InputValidation: { PhoneNumberValidation: { NumberFormat: 'Local', CountryCode: 'NC' } },
      },
      errors: [{ errorType: 'InvalidPhoneNumber', nextAction: 'again' }, nme],
    },
  ],
  [
    block('b', 'SetQueue', { Agent: ['External', 'dernier'] }, onward, wrong),
    { type: 'UpdateContactTargetQueue', parameters: { AgentId: '$.External.dernier' } },
  ],
  ...['Transfer:Queue', 'CustomerInQueue'].map((kind): [JsonObject, Expected] => [
    block('b', kind, {}, ['AtCapacity', 'full'], wrong),
    {
      type: 'TransferContactToQueue',
      nextAction: 'wrong',
      errors: [{ errorType: 'QueueAtCapacity', nextAction: 'full' }, nme],
    },
  ]),
  ...['Transfer:Flow', 'TransferToFlow'].map((kind): [JsonObject, Expected] => [
    block('b', kind, { ContactFlowId: 'arn:flow/1' }, wrong),
    { type: 'TransferToFlow', parameters: { ContactFlowId: 'arn:flow/1' }, nextAction: 'wrong', errors: [nme] },
  ]),
  [
    block(
      'b',
      'Transfer:PhoneNumber',
      { PhoneNumber: '+687250000', TimeLimit: '30', BlindTransfer: false },
      onward,
      ['CallFailure', 'failed'],
      ['Timeout', 'late'],
      wrong,
    ),
    {
      type: 'TransferParticipantToThirdParty',
      parameters: {
        ThirdPartyPhoneNumber: '+687250000',
        ThirdPartyConnectionTimeLimitSeconds: '30',
        ContinueFlowExecution: 'True',
      },
      errors: [
        { errorType: 'CallFailed', nextAction: 'failed' },
        { errorType: 'ConnectionTimeLimitExceeded', nextAction: 'late' },
        nme,
      ],
    },
  ],
  [
    block('b', 'SetContactFlow', { Type: 'CustomerQueue', ContactFlowId: 'arn:flow/q' }, onward),
    {
      type: 'UpdateContactEventHooks',
      parameters: { EventHooks: { CustomerQueue: 'arn:flow/q' } },
      errors: [{ errorType: 'NoMatchingError', nextAction: 'next' }],
    },
  ],
  ...['SetEventHook', 'SetEventHook:Flow'].map((kind): [JsonObject, Expected] => [
    block('b', kind, { Type: 'CustomerRemaining', ContactFlowId: 'arn:flow/d' }, onward, wrong),
    {
      type: 'UpdateContactEventHooks',
      parameters: { EventHooks: { CustomerRemaining: 'arn:flow/d' } },
      errors: [nme],
    },
  ]),
  [
    block('b', 'SetLoggingBehavior', { LoggingBehavior: 'Enable' }, onward),
    { type: 'UpdateFlowLoggingBehavior', parameters: { FlowLoggingBehavior: 'Enabled' } },
  ],
  [
    block(
      'b',
      'SetRecordingBehavior',
      { RecordingBehaviorOption: 'Enable', RecordingParticipantOption: 'Agent', AnalyticsMode: 'RealTime' },
      onward,
    ),
    {
      type: 'UpdateContactRecordingBehavior',
      parameters: { RecordingBehavior: { RecordedParticipants: ['Agent'] } },
      errors: [],
    },
  ],
  [
    block('b', 'UpdateRoutingPriority', { TimeOffset: 600 }, onward),
    { type: 'UpdateContactRoutingBehavior', parameters: { QueueTimeAdjustmentSeconds: '600' } },
  ],
  ...(
    [
      ['StartMediaStreaming', 'Enabled'],
      ['StopMediaStreaming', 'Disabled'],
    ] as const
  ).map(([kind, state]): [JsonObject, Expected] => [
    block(
      'b',
      kind,
      [
        { name: 'Track', value: 'FromCustomer' },
        { name: 'Track', value: 'ToCustomer' },
        { name: 'MediaStreamTypes', value: 'Audio' },
      ],
      onward,
      wrong,
    ),
    {
      type: 'UpdateContactMediaStreamingBehavior',
      parameters: {
        MediaStreamingState: state,
        MediaStreamType: 'Audio',
        Participants: [{ ParticipantType: 'Customer', MediaDirections: ['From', 'To'] }],
      },
    },
  ]),
  [
    block('b', 'CheckHoursOfOperation', {}, ['True', 'open'], ['False', 'closed'], wrong),
    {
      type: 'CheckHoursOfOperation',
      nextAction: 'wrong',
      conditions: [equals('True', 'open'), equals('False', 'closed')],
      errors: [nme],
    },
  ],
  [
    block('b', 'CheckStaffing', { Status: 'Staffed' }, ['True', 'some'], ['False', 'none'], wrong),
    {
      type: 'CheckMetricData',
      parameters: { MetricType: 'NumberOfAgentsStaffed' },
      conditions: [equals('0', 'some', 'NumberGreaterThan')],
      errors: [{ errorType: 'NoMatchingCondition', nextAction: 'none' }, nme],
    },
  ],
  [
    block('b', 'CheckQueueStatus', {}, ['CheckQueueTime', 'soon', 'LessThan', 300_000], ['NoMatch', 'late'], wrong),
    {
      type: 'CheckMetricData',
      parameters: { MetricType: 'OldestContactInQueueAgeSeconds' },
      conditions: [equals('300', 'soon', 'NumberLessThan')],
    },
  ],
  [
    block(
      'b',
      'PercentileBranching',
      {},
      ['Evaluate', 'a', 'Equals', '3'],
      ['Evaluate', 'c', 'Equals', '6'],
      ['NoMatch', 'rest', 'Equals', '91'],
    ),
    {
      type: 'DistributeByPercentage',
      nextAction: 'rest',
      conditions: [equals('4', 'a', 'NumberLessThan'), equals('10', 'c', 'NumberLessThan')],
    },
  ],
  [
    block(
      'b',
      'SetCallBackNumber',
      { CallBackNumber: ['System', 'Stored customer input'] },
      onward,
      ['InvalidPhoneNumber', 'again'],
      ['NonDialableNumber', 'far'],
    ),
    {
      type: 'UpdateContactCallbackNumber',
      parameters: { CallbackNumber: '$.StoredCustomerInput' },
      errors: [
        { errorType: 'InvalidCallbackNumber', nextAction: 'again' },
        { errorType: 'CallbackNumberNotDialable', nextAction: 'far' },
      ],
    },
  ],
  [
    block(
      'b',
      'CreateCallback',
      { InitialDelaySeconds: 5, RetryDelaySeconds: 600, MaxRetryAttempts: 2 },
      onward,
      wrong,
    ),
    {
      type: 'CreateCallbackContact',
      parameters: { InitialCallDelaySeconds: '5', MaximumConnectionAttempts: '2', RetryDelaySeconds: '600' },
    },
  ],
  [
    block('b', 'Loop', { LoopCount: '3' }, ['Looping', 'again'], ['Complete', 'done']),
    {
      type: 'Loop',
      parameters: { LoopCount: '3' },
      nextAction: 'done',
      conditions: [equals('ContinueLooping', 'again'), equals('DoneLooping', 'done')],
    },
  ],
  [
    block(
      'b',
      'LoopPrompts',
      [
        { name: 'Text', value: 'Patientez', key: 'text' },
        { name: 'AudioPrompt', value: 'arn:prompt/jazz', resourceName: 'jazz' },
        { name: 'InterruptSeconds', value: 20 },
      ],
      ['Timeout', 'ask'],
      wrong,
    ),
    {
      type: 'MessageParticipantIteratively',
      parameters: {
        Messages: [{ Text: 'Patientez' }, { PromptId: 'arn:prompt/jazz' }],
        InterruptFrequencySeconds: '20',
      },
      nextAction: 'wrong',
      conditions: [equals('MessagesInterrupted', 'ask')],
      errors: [nme],
    },
  ],
  [
    block('b', 'SetVoice', { GlobalVoice: 'Lea', GlobalEngine: 'Neural', SpeakingStyle: 'None' }, onward),
    {
      type: 'UpdateContactTextToSpeechVoice',
      parameters: { TextToSpeechVoice: 'Lea', TextToSpeechEngine: 'Neural', TextToSpeechStyle: 'None' },
    },
  ],
  [
    block(
      'b',
      'Wait',
      { TimeoutSeconds: '900', InterruptOnCustomerReturn: 'true' },
      ['CustomerReturn', 'back'],
      ['Timeout', 'gone'],
      wrong,
    ),
    {
      type: 'Wait',
      parameters: { TimeLimitSeconds: '900', Events: ['CustomerReturned'] },
      conditions: [equals('CustomerReturned', 'back'), equals('WaitCompleted', 'gone')],
    },
  ],
  [
    block('b', 'GetMetricData', { Queue: 'arn:queue/q' }, onward, wrong),
    { type: 'GetMetricData', parameters: { QueueId: 'arn:queue/q' }, errors: [nme] },
  ],
];

const codes = (input: unknown) => parseFlow(input).findings.map(({ code }) => code);

describe('a block of the old console format', () => {
  it.each<[string, JsonObject, Expected]>(
    conversions.map(([old, expected]) => [`${String(old['type'])} ${String(old['target'] ?? '')}`, old, expected]),
  )('%s becomes what the console makes of it', (_title, old, expected) => {
    const { flow, findings } = parseFlow(legacyExport([old]));
    expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(flow?.actions.get('b')).toMatchObject(expected);
    expect(flow?.actions.get('b')?.parameters).toEqual(expected.parameters ?? {});
  });

  it('is tried above for every kind that is converted', () => {
    const tried = new Set(conversions.map(([old]) => [old['type'], old['target'] ?? []].flat().join(':')));
    expect([...legacyRows.keys()].filter((kind) => !tried.has(kind))).toEqual([]);
  });

  it.each<[string, JsonObject, string]>([
    ['a kind nobody knows', block('b', 'SetContactData', {}, onward), 'SetContactData'],
    ['a target nobody knows', block('b', 'Transfer:Moon', {}, wrong), 'Transfer:Moon'],
    ['a parameter nobody knows', block('b', 'PlayPrompt', { Text: 'x', Whisper: 'y' }, onward), 'parameter Whisper'],
    ['a branch nobody knows', block('b', 'PlayPrompt', { Text: 'x' }, onward, ['Later', 'z']), 'branch Later'],
    [
      'an attribute without a reference',
      block('b', 'PlayPrompt', { Text: ['System', 'Customer callback number'] }, onward),
      '"Customer callback number" of System has no reference',
    ],
    ['a namespace nobody knows', block('b', 'SetQueue', { Queue: ['Moon', 'x'] }, onward, wrong), 'of Moon'],
    [
      'an operator nobody knows',
      block('b', 'CheckAttribute', { Attribute: 'a', Namespace: 'External' }, ['Evaluate', 'x', 'Rhymes', 'y']),
      'operator "Rhymes"',
    ],
    [
      'a menu of two digits',
      block('b', 'GetUserInput:Digits', { Text: 'x', Timeout: '5', MaxDigits: '2' }, wrong),
      'MaxDigits is "2"',
    ],
    ['a setting nobody knows', block('b', 'SetLoggingBehavior', { LoggingBehavior: 'Often' }, onward), '"Often"'],
    ['streaming of no side', block('b', 'StartMediaStreaming', { MediaStreamTypes: 'Audio' }, onward), 'no Track'],
    ['nothing to say', block('b', 'PlayPrompt', {}, onward), 'Text is missing'],
  ])('%s is named, and not guessed', (_title, old, reason) => {
    const { flow, findings } = parseFlow(legacyExport([old, block('next', 'Disconnect', {})]));
    expect(findings).toMatchObject([
      { code: 'legacy-export', severity: 'warning', message: expect.stringContaining('1 of 2 blocks converted') },
      { code: 'legacy-block', severity: 'error', action: 'b' },
    ]);
    expect(String(findings[1]?.value)).toContain(reason);
    if (flow === undefined) throw new Error('the rest is converted');
    expect(checkFlow(flow, { errorsOnly: true }).map(({ code }) => code)).not.toContain('unknown-action-type');
    const { start } = drive(flow);
    expect(start()).toMatchObject({ kind: 'ended', error: { code: 'unknown-action-type' } });
  });

  it('says what it leaves out, and what it calls by name', () => {
    const { findings } = parseFlow(
      legacyExport([
        block('a', 'SetQueue', [{ name: 'Queue', value: '', resourceName: 'Accueil' }], ['Success', 'b']),
        block(
          'b',
          'SetRecordingBehavior',
          { RecordingBehaviorOption: 'Disable', RecordingParticipantOption: 'Both', AnalyticsMode: 'RealTime' },
          ['Success', 'c'],
        ),
        block('c', 'CheckQueueStatus', {}, ['CheckQueueTime', 'a', 'GreaterThan', 5000]),
      ]),
    );
    expect(findings.slice(1).map(({ code, message }) => `${code}: ${message}`)).toEqual([
      'legacy-detail: converted, but Queue has no id: the name "Accueil" stands for it',
      'legacy-detail: converted, but AnalyticsMode left out',
      'legacy-detail: converted, but 5000 milliseconds are written as 5 seconds',
    ]);
  });
});

describe('an export of the old console format', () => {
  const menu = legacyExport(
    [
      block('hi', 'PlayPrompt', { Text: 'Bonjour', TextToSpeechType: 'text' }, ['Success', 'menu']),
      block(
        'menu',
        'GetUserInput:Digits',
        { Text: 'Tapez 1', TextToSpeechType: 'text', Timeout: '5', MaxDigits: '1' },
        ['Evaluate', 'queue', 'Equals', '1'],
        ['Timeout', 'bye'],
        ['NoMatch', 'bye'],
        ['Error', 'bye'],
      ),
      block('queue', 'SetQueue', { Queue: 'accueil' }, ['Success', 'transfer'], ['Error', 'bye']),
      block('transfer', 'Transfer:Queue', {}, ['AtCapacity', 'bye'], ['Error', 'bye']),
      block('bye', 'Disconnect', {}),
    ],
    'contactFlow',
  );

  it('is checked and run like any flow, under its own name and type', () => {
    const { flow, findings } = parseFlow(JSON.stringify(menu));
    expect(findings).toMatchObject([
      { code: 'legacy-export', flow: 'Accueil 2019', message: expect.stringContaining('5 of 5 blocks converted') },
    ]);
    if (flow === undefined) throw new Error('not converted');
    expect(flow).toMatchObject({ name: 'Accueil 2019', type: 'CONTACT_FLOW', isConverted: true });
    expect(checkFlow(flow, { errorsOnly: true })).toEqual([]);
    expect(explainFlow(flow)).toContain('converted from the old console format');
    const { start, send, contact } = drive(flow);
    start();
    expect(send({ kind: 'prompt-ended' }, { kind: 'digit', digit: key('1') })).toMatchObject({ reason: 'queued' });
    expect(contact.queue?.name).toBe('accueil');
  });

  it('keeps its metadata and positions', () => {
    expect(parseFlow(menu).flow?.metadata).toMatchObject({
      name: 'Accueil 2019',
      entryPointPosition: { x: 1, y: 2 },
      ActionMetadata: { hi: { position: { x: 10, y: 20 } } },
    });
  });

  it.each<[string, unknown]>([
    ['no modules', { modules: [] }],
    ['modules that are no objects', { modules: [1, null, 'x', []] }],
    ['modules without anything', { modules: [{}, { id: 'a' }, { type: 'PlayPrompt' }] }],
    [
      'keys that reach for the prototype',
      JSON.parse(
        '{"modules":[{"id":"__proto__","type":"__proto__","parameters":[{"name":"__proto__","namespace":"__proto__","value":"constructor"}],"branches":[{"condition":"__proto__","transition":"constructor"}]},{"id":"c","type":"SetAttributes","parameters":[{"name":"Attribute","key":"__proto__","namespace":"System","value":"__proto__"}],"branches":[]}],"start":"__proto__"}',
      ),
    ],
  ])('is never taken for more than it is: %s', (_title, input) => {
    expect(codes(input)).toContain('legacy-export');
    expect({}).not.toHaveProperty('Actions');
    expect(Object.keys(Object.prototype)).toEqual([]);
  });

  it('of any content becomes findings, never an exception', () => {
    const name = fc.constantFrom('Text', 'Attribute', 'Queue', 'MaxDigits', 'Namespace', 'Timeout', '__proto__');
    const scalar = fc.oneof(fc.string(), fc.integer(), fc.boolean(), fc.constant(null));
    const parameter = fc.record(
      { name, value: scalar, key: fc.string(), namespace: fc.constantFrom('System', 'External', 'Moon') },
      { requiredKeys: ['name'] },
    );
    const condition = fc.constantFrom('Success', 'Error', 'Evaluate', 'NoMatch', 'True', 'CheckQueueTime');
    const branch = fc.record(
      { condition, transition: fc.constantFrom('a', 'b', ''), conditionType: fc.string(), conditionValue: scalar },
      { requiredKeys: ['condition'] },
    );
    const kinds = [...legacyRows.keys()].map((kind) => kind.split(':'));
    const module = fc.tuple(
      fc.constantFrom('a', 'b'),
      fc.constantFrom(...kinds),
      fc.array(parameter),
      fc.array(branch),
    );
    const modules = fc.oneof(
      fc.array(
        module.map(([id, [type, target], parameters, branches]) => ({ id, type, target, parameters, branches })),
      ),
      fc.array(fc.jsonValue({ maxDepth: 3 })),
    );
    fc.assert(
      fc.property(modules, fc.jsonValue({ maxDepth: 1 }), (list, start) => {
        const { flow } = parseFlow({ modules: list, start });
        if (flow === undefined) throw new Error('no flow');
        checkFlow(flow);
        layoutFlow(flow);
        drive(flow).start();
      }),
      { numRuns: 300 },
    );
  });
});

import type { Operator } from '../actions/action-definition.ts';
import { type JsonObject, type JsonValue, own, ownString, recordFrom } from '../json/json.ts';
import type { LegacyBlock } from './legacy-block.ts';
import { legacyReference } from './legacy-reference.ts';

/** One condition of the new action. */
export type LegacyTest = readonly [operator: Operator, operand: string, to: string | undefined];
type Parameters = Readonly<Record<string, JsonValue | undefined>>;

const operatorsByOldName: Readonly<Record<string, Operator>> = {
  Equals: 'Equals',
  StartsWith: 'TextStartsWith',
  EndsWith: 'TextEndsWith',
  Contains: 'TextContains',
  GreaterThan: 'NumberGreaterThan',
  GreaterThanOrEqualTo: 'NumberGreaterOrEqualTo',
  LessThan: 'NumberLessThan',
  LessThanOrEqualTo: 'NumberLessOrEqualTo',
};

export const evaluations = (block: LegacyBlock, condition = 'Evaluate', unit = 1): readonly LegacyTest[] =>
  block.branches(condition).map((branch) => {
    const name = ownString(branch, 'conditionType') ?? '';
    const operator = Object.hasOwn(operatorsByOldName, name) ? operatorsByOldName[name] : undefined;
    if (operator === undefined) block.doubts.push(`operator "${name}"`);
    const value = own(branch, 'conditionValue');
    const operand = unit === 1 ? String(value ?? '') : String(Number(value) / unit);
    if (unit !== 1) block.remarks.push(`${String(value)} milliseconds are written as ${operand} seconds`);
    return [operator ?? 'Equals', operand, ownString(branch, 'transition')];
  });

export const results = (block: LegacyBlock, operands: Readonly<Record<string, string>>): readonly LegacyTest[] =>
  Object.entries(operands).flatMap(([condition, operand]): readonly LegacyTest[] =>
    block.branches(condition).length === 0 ? [] : [['Equals', operand, block.to(condition)]],
  );

export const promptFrom = (text: string | undefined, type: string | undefined): JsonObject | undefined =>
  text === undefined ? undefined : type?.toLowerCase() === 'ssml' ? { SSML: text } : { Text: text };

export const prompt = (block: LegacyBlock): JsonObject => {
  const recording = block.text('AudioPrompt');
  const type = block.text('TextToSpeechType');
  const said = recording === undefined ? promptFrom(block.text('Text'), type) : { PromptId: recording };
  if (said === undefined) block.doubts.push('neither Text nor AudioPrompt');
  return said ?? {};
};

export const pairs = (block: LegacyBlock, name: string): JsonObject =>
  recordFrom(
    block.all(name).map((parameter) => [ownString(parameter, 'key') ?? '', block.valueOf(parameter) ?? ''] as const),
  );

export const target = (block: LegacyBlock) => ({ QueueId: block.text('Queue'), AgentId: block.text('Agent') });

const flag = { true: 'True', false: 'False', True: 'True', False: 'False' };

export const storedInput = (block: LegacyBlock): Parameters => {
  const kind = block.oneOf('CustomerInputType', { Custom: 'custom', PhoneNumber: 'phone' });
  const isEncrypted = block.all('EncryptEntry').length > 0 && block.oneOf('EncryptEntry', flag) === 'True';
  const key = { EncryptionKeyId: block.text('EncryptionKeyId'), Key: block.text('EncryptionKey') };
  const terminator = block.text('TerminatorDigits');
  const cancel = block.all('DisableCancel').length > 0 ? block.oneOf('DisableCancel', flag) : undefined;
  const keys = { InputTerminationSequence: terminator, DisableCancelKey: cancel };
  const phone = { NumberFormat: block.text('PhoneNumberFormat'), CountryCode: block.text('CountryCode') };
  return {
    ...prompt(block),
    StoreInput: 'True',
    InputTimeLimitSeconds: block.text('Timeout'),
    InputValidation:
      kind === 'phone'
        ? { PhoneNumberValidation: written(phone) }
        : { CustomValidation: written({ MaximumLength: block.text('MaxDigits') }) },
    DTMFConfiguration: terminator === undefined && cancel === undefined ? undefined : written(keys),
    InputEncryption: isEncrypted ? written(key) : undefined,
  };
};

/** The shares of the old block, as the rising thresholds of the new action: all before it, plus one. */
export const shares = (block: LegacyBlock): readonly LegacyTest[] => {
  let below = 1;
  return evaluations(block).map(([, share, to]): LegacyTest => {
    below += Number(share);
    if (!Number.isInteger(below)) block.doubts.push(`share "${share}"`);
    return ['NumberLessThan', String(below), to];
  });
};

export const streaming = (state: string) => (block: LegacyBlock) => {
  const tracks = block.all('Track').map((parameter) => ownString(parameter, 'value')?.replace('Customer', '') ?? '');
  if (tracks.length === 0) block.doubts.push('no Track');
  return {
    MediaStreamingState: state,
    MediaStreamType: block.text('MediaStreamTypes'),
    Participants: [{ ParticipantType: 'Customer', MediaDirections: tracks }],
  };
};

/** What is only recorded on a contact may be left out, and is said to be. */
const leaveOut = (block: LegacyBlock, ...names: string[]): void => {
  for (const parameter of block.all(...names)) block.remarks.push(`${ownString(parameter, 'name') ?? ''} is left out`);
};

/** Only the parameters that have a value. */
export const written = (parameters: Parameters): JsonObject =>
  recordFrom(
    Object.entries(parameters).flatMap(([name, value]): readonly (readonly [string, JsonValue])[] =>
      value === undefined ? [] : [[name, value]],
    ),
  );

export const comparison = (block: LegacyBlock): Parameters => {
  const [namespace, name] = [block.needed('Namespace'), block.needed('Attribute')];
  const path = legacyReference(namespace, name);
  if (path === undefined) block.doubts.push(`Attribute is "${name}" of ${namespace}, which has no reference`);
  return { ComparisonValue: path };
};

export const waiting = (block: LegacyBlock): Parameters => {
  const returns = block.all('InterruptOnCustomerReturn').length > 0;
  const isAwaited = returns && block.oneOf('InterruptOnCustomerReturn', flag) === 'True';
  return {
    TimeLimitSeconds: block.text('TimeoutSeconds'),
    Events: isAwaited ? ['CustomerReturned'] : undefined,
  };
};

export const recording = (block: LegacyBlock): Parameters => {
  const isOn = block.oneOf('RecordingBehaviorOption', { Enable: true, Disable: false });
  const who = block.oneOf('RecordingParticipantOption', {
    Both: ['Agent', 'Customer'],
    Agent: ['Agent'],
    Customer: ['Customer'],
  });
  leaveOut(
    block,
    'AnalyticsBehaviorOption',
    'AnalyticsLanguageLocaleCode',
    'AnalyticsCustomVocabulary',
    'AnalyticsRedactionOption',
    'AnalyticsRedactionPolicy',
    'AnalyticsMode',
  );
  return { RecordingBehavior: { RecordedParticipants: isOn === true ? (who ?? []) : [] } };
};

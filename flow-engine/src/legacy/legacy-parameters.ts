import { type JsonObject, type JsonValue, ownString, recordFrom } from '../json/json.ts';
import type { LegacyBlock } from './legacy-block.ts';
import { legacyReference } from './legacy-reference.ts';

/** Those without a value are left out. */
export type LegacyParameters = Readonly<Record<string, JsonValue | undefined>>;

const flag = { true: 'True', false: 'False' };

export const promptFrom = (text: string, type: string | undefined): JsonObject =>
  type?.toLowerCase() === 'ssml' ? { SSML: text } : { Text: text };

export const prompt = (block: LegacyBlock): JsonObject => {
  const recorded = block.text('AudioPrompt');
  const type = block.text('TextToSpeechType');
  return recorded === undefined ? promptFrom(block.needed('Text'), type) : { PromptId: recorded };
};

export const pairs = (block: LegacyBlock, name: string): JsonObject =>
  recordFrom(
    block.all(name).map((parameter) => [ownString(parameter, 'key') ?? '', block.valueOf(parameter) ?? ''] as const),
  );

export const storedInput = (block: LegacyBlock): LegacyParameters => {
  const phone = { NumberFormat: block.text('PhoneNumberFormat'), CountryCode: block.text('CountryCode') };
  const digits = { MaximumLength: block.text('MaxDigits') };
  const isEncrypted = block.has('EncryptEntry') && block.oneOf('EncryptEntry', flag) === 'True';
  const key = { EncryptionKeyId: block.text('EncryptionKeyId'), Key: block.text('EncryptionKey') };
  const keys = written({
    InputTerminationSequence: block.text('TerminatorDigits'),
    DisableCancelKey: block.has('DisableCancel') ? block.oneOf('DisableCancel', flag) : undefined,
  });
  return {
    ...prompt(block),
    StoreInput: 'True',
    InputTimeLimitSeconds: block.text('Timeout'),
    InputValidation: block.oneOf<JsonObject>('CustomerInputType', {
      Custom: { CustomValidation: written(digits) },
      PhoneNumber: { PhoneNumberValidation: written(phone) },
    }),
    DTMFConfiguration: Object.keys(keys).length === 0 ? undefined : keys,
    InputEncryption: isEncrypted ? written(key) : undefined,
  };
};

export const streaming =
  (state: string) =>
  (block: LegacyBlock): LegacyParameters => {
    const tracks = block.all('Track').map((parameter) => ownString(parameter, 'value')?.replace('Customer', '') ?? '');
    if (tracks.length === 0) block.doubts.push('no Track');
    return {
      MediaStreamingState: state,
      MediaStreamType: block.text('MediaStreamTypes'),
      Participants: [{ ParticipantType: 'Customer', MediaDirections: tracks }],
    };
  };

export const comparison = (block: LegacyBlock): LegacyParameters => {
  const [namespace, name] = [block.needed('Namespace'), block.needed('Attribute')];
  const path = legacyReference(namespace, name);
  if (path === undefined) block.doubts.push(`"${name}" of ${namespace} has no reference`);
  return { ComparisonValue: path };
};

export const waiting = (block: LegacyBlock): LegacyParameters => {
  const name = 'InterruptOnCustomerReturn';
  const isAwaited = block.has(name) && block.oneOf(name, flag) === 'True';
  return { TimeLimitSeconds: block.text('TimeoutSeconds'), Events: isAwaited ? ['CustomerReturned'] : undefined };
};

/** What a recording is analysed for has no effect on where a contact goes: left out, and said to be. */
export const recording = (block: LegacyBlock): LegacyParameters => {
  const isOn = block.oneOf('RecordingBehaviorOption', { Enable: true, Disable: false });
  const who = block.oneOf('RecordingParticipantOption', {
    Both: ['Agent', 'Customer'],
    Agent: ['Agent'],
    Customer: ['Customer'],
  });
  block.leaveOut('Analytics');
  return { RecordingBehavior: { RecordedParticipants: isOn === true ? (who ?? []) : [] } };
};

export const written = (parameters: LegacyParameters): JsonObject =>
  recordFrom(
    Object.entries(parameters).flatMap(([name, value]): readonly (readonly [string, JsonValue])[] =>
      value === undefined ? [] : [[name, value]],
    ),
  );

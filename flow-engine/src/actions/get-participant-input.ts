import { own } from '../json/json.ts';
import { participantInputType } from '../model/action-types.ts';
import { clearBuffer } from '../run/dtmf-buffer.ts';
import { done, failure } from '../run/outcome.ts';
import { defineAction, inboundTransfersAndQueue } from './action-definition.ts';
import { checkParticipantInput } from './check-participant-input.ts';
import { inputBranches } from './input-branches.ts';
import { readInputSettings } from './input-parameters.ts';
import { menuInput } from './menu-input.ts';
import { choice, flag, id, integer, neededId, object, string } from './parameter-rule.ts';
import { promptNames, promptProperties, readPrompt } from './prompt-parameters.ts';
import { maximumStoredKeys, storeInput } from './store-input.ts';

/** Asks for keys: one for a menu, several to store; or switches touch-tone buffering. */
export const getParticipantInput = defineAction({
  type: participantInputType,
  group: 'participant',
  parameters: object({
    ...promptProperties,
    StoreInput: flag(),
    InputTimeLimitSeconds: integer(1, 180, { origin: 'static' }),
    EnableDTMFBuffer: flag(),
    DTMFConfiguration: object({
      InputTerminationSequence: string({ maximumLength: 5 }),
      DisableCancelKey: flag(),
      InterdigitTimeLimitSeconds: integer(1, 20, { origin: 'static' }),
    }),
    InputValidation: object(
      {
        CustomValidation: object({ MaximumLength: integer(1, maximumStoredKeys, { required: true }) }),
        PhoneNumberValidation: object({
          NumberFormat: choice(['Local', 'E164'], { required: true }),
          CountryCode: id(),
        }),
      },
      { exactlyOne: [['CustomValidation', 'PhoneNumberValidation']] },
    ),
    InputEncryption: object({ EncryptionKeyId: neededId, Key: string({ required: true }) }),
  }),
  branches: inputBranches,
  flowTypes: [...inboundTransfersAndQueue, 'OUTBOUND_WHISPER'],
  channels: ['VOICE'],
  check: checkParticipantInput,
  run(step) {
    const { contact } = step;
    if (contact.channel !== 'VOICE') return failure(`keys cannot be read on channel ${contact.channel}`);
    if (own(step.action.parameters, 'EnableDTMFBuffer') !== undefined) {
      clearBuffer(contact);
      contact.dtmfBuffer = { enabled: step.flag('EnableDTMFBuffer'), digits: '' };
      return done;
    }
    const hasPrompt = promptNames.some((name) => own(step.action.parameters, name) !== undefined);
    const prompt = hasPrompt ? readPrompt(step) : undefined;
    if (prompt?.ok === false) return failure(prompt.reason);
    const settings = readInputSettings(step, prompt === undefined ? [] : [prompt.value]);
    if (typeof settings === 'string') return failure(settings);
    contact.lambdaChainSeconds = 0;
    return step.flag('StoreInput') ? storeInput(step, settings) : menuInput(step, settings);
  },
});

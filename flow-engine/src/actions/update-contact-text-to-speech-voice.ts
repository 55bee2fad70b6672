import { done, failure } from '../run/outcome.ts';
import { defineAction, nextErrorOptional } from './action-definition.ts';
import { choice, neededId, object } from './parameter-rule.ts';

/** Chooses the voice of everything said from here on; a bad pair of voice and engine leaves the old one. */
export const updateContactTextToSpeechVoice = defineAction({
  type: 'UpdateContactTextToSpeechVoice',
  parameters: object({
    TextToSpeechVoice: neededId,
    TextToSpeechEngine: choice(['Standard', 'Neural', 'Generative', 'standard', 'neural', 'generative'], {
      origin: 'either',
    }),
    TextToSpeechStyle: choice(['None', 'Conversational', 'Newscaster'], { origin: 'either' }),
  }),
  branches: nextErrorOptional,
  channels: ['VOICE'],
  run(step) {
    const voice = step.text('TextToSpeechVoice');
    if (voice === undefined) return failure('TextToSpeechVoice names no voice');
    const engine = step.text('TextToSpeechEngine') ?? 'Standard';
    if (step.host.voiceExists?.(voice, engine) === false)
      return failure(`voice "${voice}" does not exist with engine ${engine}`);
    step.contact.voice = { voice, engine, style: step.text('TextToSpeechStyle') ?? 'None' };
    return done;
  },
});

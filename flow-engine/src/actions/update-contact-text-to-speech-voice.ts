import { done, failure } from '../run/outcome.ts';
import { type ActionDefinition, nextErrorOptional } from './action-definition.ts';
import { choice, id, object } from './parameter-rule.ts';

/** Chooses the voice of everything said from here on; a bad pair of voice and engine leaves the old one. */
export const updateContactTextToSpeechVoice: ActionDefinition = {
  type: 'UpdateContactTextToSpeechVoice',
  group: 'contact',
  support: 'host',
  parameters: object({
    TextToSpeechVoice: id({ required: true }),
    TextToSpeechEngine: choice(['Standard', 'Neural', 'Generative', 'standard', 'neural', 'generative']),
    TextToSpeechStyle: choice(['None', 'Conversational', 'Newscaster']),
  }),
  branches: nextErrorOptional,
  flowTypes: 'all',
  channels: ['VOICE'],
  notes: ['NoMatchingError: required by the documentation, absent from half of real exports; both accepted.'],
  run(step) {
    const voice = step.text('TextToSpeechVoice');
    if (voice === undefined) return failure('TextToSpeechVoice names no voice');
    const engine = step.text('TextToSpeechEngine') ?? 'Standard';
    if (step.host.voiceExists?.(voice, engine) === false)
      return failure(`voice "${voice}" does not exist with engine ${engine}`);
    step.contact.voice = { voice, engine, style: step.text('TextToSpeechStyle') ?? 'None' };
    return done;
  },
};

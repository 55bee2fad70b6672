import { type Answer, answer, refuse } from '../host/answer.ts';
import { type JsonObject, ownString } from '../json/json.ts';
import type { SpokenPrompt } from '../run/spoken-prompt.ts';
import type { Step } from '../run/step.ts';
import { choice, id, object, type ParameterRule, template } from './parameter-rule.ts';

/** Text-to-speech limit, SSML tags included (adminguide: text-to-speech). */
const maximumSpokenCharacters = 6000;

export const promptNames = ['PromptId', 'Text', 'SSML', 'Media'] as const;

/** Four ways to say something; exactly one may be written. */
export const promptProperties: Readonly<Record<(typeof promptNames)[number], ParameterRule>> = {
  PromptId: id(),
  Text: template({ maximumLength: maximumSpokenCharacters }),
  SSML: template({ maximumLength: maximumSpokenCharacters }),
  Media: object({
    Uri: template({ required: true }),
    SourceType: choice(['S3'], { required: true, origin: 'either' }),
    MediaType: choice(['Audio'], { required: true, origin: 'either' }),
  }),
};

/** The prompt written in `from`, references resolved; a reason when nothing can be said. */
export const readPrompt = (step: Step, from: JsonObject = step.action.parameters): Answer<SpokenPrompt> => {
  const { contact, action } = step;
  const base = {
    action: action.identifier,
    voice: contact.voice,
    ...(contact.languageCode === undefined ? {} : { languageCode: contact.languageCode }),
  };
  for (const [name, kind] of [
    ['Text', 'text'],
    ['SSML', 'ssml'],
  ] as const) {
    const written = ownString(from, name);
    if (written === undefined) continue;
    const words = step.render(written);
    if (words.length > maximumSpokenCharacters)
      return refuse(`${name} has ${words.length} characters; text-to-speech takes ${maximumSpokenCharacters}`);
    return answer(kind === 'text' ? { ...base, kind, text: words } : { ...base, kind, ssml: words });
  }
  const promptId = step.text('PromptId', from);
  if (promptId !== undefined) return answer({ ...base, kind: 'recording', promptId });
  const media = step.object('Media', from);
  const uri = media === undefined ? undefined : step.text('Uri', media);
  if (uri !== undefined) return answer({ ...base, kind: 'media', uri });
  return refuse(`nothing to say: none of ${promptNames.join(', ')} has a value`);
};

import { isJsonObject, type JsonObject, ownArray, ownString } from '../json/json.ts';
import { shorten } from '../json/shorten.ts';
import { parseJsonPath } from '../reference/json-path.ts';
import { type Check, warning } from './report.ts';
import { ssmlProblem } from './ssml-problem.ts';

/** Characters billed, tags not counted (adminguide: text-to-speech); the whole may have 6 000, which the parameter rules check. */
const maximumBilledCharacters = 3000;

const spoken = (parameters: JsonObject): readonly (readonly [at: string, JsonObject])[] => [
  ['Parameters', parameters],
  ...(ownArray(parameters, 'Messages') ?? [])
    .filter(isJsonObject)
    .map((message, index) => [`Parameters.Messages[${index}]`, message] as const),
];

/** Prompts that text-to-speech would refuse, cut or read aloud with their tags. */
export const checkSpeech: Check = (flow, report) => {
  for (const { identifier, parameters } of flow.actions.values())
    for (const [at, prompt] of spoken(parameters)) {
      const text = ownString(prompt, 'Text') ?? '';
      const ssml = ownString(prompt, 'SSML') ?? '';
      const found = (code: string, name: string, value: string, accepted: string, message: string): void =>
        report({
          code,
          ...warning,
          action: identifier,
          property: `${at}.${name}`,
          value: shorten(value),
          accepted,
          message,
          source: 'adminguide: text-to-speech',
        });
      const billed = text.length + ssml.replace(/<[^<>]*>/g, '').length;
      if (billed > maximumBilledCharacters)
        found(
          'speech-too-long',
          text === '' ? 'SSML' : 'Text',
          String(billed),
          `up to ${maximumBilledCharacters} billed characters`,
          'text-to-speech takes less than this',
        );
      if (/<\/?speak\b/.test(text))
        found('ssml-in-text', 'Text', text, 'SSML', 'these tags are read aloud: use SSML instead of Text');
      if (ssml === '' || parseJsonPath(ssml) !== undefined) continue;
      const problem = ssmlProblem(ssml);
      if (problem !== undefined) found('invalid-ssml', 'SSML', ssml, 'SSML that Amazon Polly reads', problem);
    }
};

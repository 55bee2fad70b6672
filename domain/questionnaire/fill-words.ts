import type { Given } from './given.ts';
import type { Questionnaire } from './questionnaire.ts';

/** The questionnaire with `{<name>}` in its texts replaced by the words of that name; other names stay as they are, for others to fill. */
export function fillWords(questionnaire: Questionnaire, words: ReadonlyMap<string, string>): Questionnaire {
  if (words.size === 0) {
    return questionnaire;
  }
  const fill = (text: string) => text.replace(/\{([^{}]+)\}/g, (place, name: string) => words.get(name) ?? place);
  // Texts are replaced by texts: the shape stays.
  return mapTexts(questionnaire, fill) as Questionnaire;
}

/** In the words for who is asked: what is not known of them yet is said otherwise. */
export function inTheirWords(questionnaire: Questionnaire, { answers }: Pick<Given, 'answers'>): Questionnaire {
  const { terms = [] } = questionnaire;
  const words = terms.map(({ name, question, words: byAnswer, otherwise }): readonly [string, string] => {
    const answer = answers[question];
    return [name, (answer === undefined ? undefined : byAnswer[answer]) ?? otherwise];
  });
  return fillWords(questionnaire, new Map(words));
}

function mapTexts(value: unknown, fill: (text: string) => string): unknown {
  if (typeof value === 'string') {
    return fill(value);
  }
  if (Array.isArray(value)) {
    return value.map((one: unknown) => mapTexts(one, fill));
  }
  return typeof value === 'object' && value !== null
    ? Object.fromEntries(Object.entries(value).map(([name, one]) => [name, mapTexts(one, fill)]))
    : value;
}

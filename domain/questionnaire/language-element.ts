import { fillWords } from './fill-words.ts';
import type { Questionnaire } from './questionnaire.ts';

/** A block of text that the client writes and changes while calls go on (ARS-45): live content. Scripts insert it as `{element:<code>}`. */
export interface LanguageElement {
  /** Lower-case letters, digits and hyphens. */
  readonly code: string;
  /** What it is, for who edits it. */
  readonly label: string;
  readonly text: string;
}

const prefix = 'element:';

/** The script in the words in force; its version and its points are those of the definition. */
export function withElements(questionnaire: Questionnaire, elements: readonly LanguageElement[]): Questionnaire {
  return fillWords(questionnaire, new Map(elements.map(({ code, text }) => [`${prefix}${code}`, text])));
}

/** Codes of the elements that a definition inserts, each once. */
export function elementsIn(questionnaire: Questionnaire): readonly string[] {
  const places = JSON.stringify(questionnaire).matchAll(/\{element:([^{}"]+)\}/g);
  return [...new Set([...places].flatMap(([, code]) => code ?? []))];
}

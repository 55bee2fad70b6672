import type { ContentVersions } from '../content/content-versions.ts';
import type { Fault } from './fault.ts';
import { elementsIn, type LanguageElement } from './language-element.ts';
import type { Questionnaire } from './questionnaire.ts';

/** Every block of text that a questionnaire inserts is there (ARS-45): a programme may have none. */
export async function checkElements(
  questionnaire: Questionnaire,
  { programme, at }: { readonly programme: string; readonly at: string },
  versions: Pick<ContentVersions, 'versions'>,
): Promise<readonly Fault[]> {
  const wanted = elementsIn(questionnaire);
  if (wanted.length === 0) {
    return [];
  }
  const kept = await versions.versions(programme, 'languageElements');
  // What was written under this kind is of this kind: writers are typed by the same contract.
  const elements = (kept.findLast(({ validFrom }) => validFrom <= at)?.value ?? []) as readonly LanguageElement[];
  const codes = elements.map(({ code }) => code);
  return wanted
    .filter((code) => !codes.includes(code))
    .map((code) => ({
      reason: 'unknown',
      place: `{element:${code}}`,
      text: `« {element:${code}} » n’est pas un élément de langage ; valeurs acceptées : ${codes.join(', ') || 'aucune dans ce programme'}.`,
    }));
}

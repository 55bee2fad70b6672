import type { CampaignType } from '../campaign/campaign-type.ts';
import type { Content } from '../content/content.ts';
import type { ContentVersions } from '../content/content-versions.ts';
import { elementsIn, type LanguageElement, withElements } from './language-element.ts';
import type { Questionnaire } from './questionnaire.ts';
import type { QuestionnaireCatalogue } from './questionnaire-catalogue.ts';

/** Questionnaires as live content: the version of one is the hash of its content, so each that was ever in force can be found again (REFLEX-14). */
export function contentCatalogue(
  content: Content,
  versions: Pick<ContentVersions, 'versions'>,
  hash: (value: unknown) => string,
): QuestionnaireCatalogue {
  // Content stays the same object while it is kept: what is made of it is made once, not for each page.
  const versionsMade = new WeakMap<Questionnaire, string>();
  const wordsMade = new WeakMap<
    Questionnaire,
    { readonly of: readonly LanguageElement[]; readonly made: Questionnaire }
  >();
  return {
    async inForce(programme, campaign, at) {
      const [types, questionnaires] = await Promise.all([
        content.inForce(programme, 'campaignTypes', at),
        content.inForce(programme, 'questionnaires', at),
      ]);
      const id = typeOf(types, campaign)?.questionnaire;
      const questionnaire = questionnaires.find((one) => one.id === id);
      return (
        questionnaire && {
          questionnaire: await worded(programme, questionnaire, at),
          version: versionOf(questionnaire),
        }
      );
    },

    async ofVersion(programme, id, version, at) {
      const kept = await versions.versions(programme, 'questionnaires');
      // What was written under this kind is of this kind: writers are typed by the same contract.
      const questionnaires = kept.flatMap(({ value }) => value as readonly Questionnaire[]);
      const questionnaire = questionnaires.find((one) => one.id === id && hash(one) === version);
      return questionnaire && (await worded(programme, questionnaire, at));
    },
  };

  function versionOf(questionnaire: Questionnaire): string {
    const version = versionsMade.get(questionnaire) ?? hash(questionnaire);
    versionsMade.set(questionnaire, version);
    return version;
  }

  /** An older definition too is read in the words of today (ARS-45). */
  async function worded(programme: string, questionnaire: Questionnaire, at: string): Promise<Questionnaire> {
    const known = wordsMade.get(questionnaire);
    if (known === undefined && elementsIn(questionnaire).length === 0) {
      return questionnaire;
    }
    const elements = await content.inForce(programme, 'languageElements', at);
    if (known?.of === elements) {
      return known.made;
    }
    const made = withElements(questionnaire, elements);
    wordsMade.set(questionnaire, { of: elements, made });
    return made;
  }
}

/** A campaign's id begins with the code of its type, a drill's with that code and `drill`; one that is fed has that code as its id. */
function typeOf(types: readonly CampaignType[], campaign: string): CampaignType | undefined {
  const [code] = campaign.split('_', 1);
  return types.find((type) => code === type.code || code === `${type.code}drill`);
}

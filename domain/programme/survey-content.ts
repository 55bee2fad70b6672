import type { LanguageElement } from '../questionnaire/language-element.ts';
import type { SurveyPages } from '../survey/survey-pages.ts';
import type { UsefulContact } from '../survey/useful-contact.ts';

/** What a programme whose questionnaires are also answered by personal link has beside. */
export interface SurveyContent {
  readonly surveyPages: SurveyPages;
  readonly languageElements: readonly LanguageElement[];
  readonly usefulContacts: readonly UsefulContact[];
}

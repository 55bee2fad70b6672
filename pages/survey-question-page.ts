import type { Screen } from '../domain/questionnaire/screen.ts';
import { typeset } from '../domain/report/french.ts';
import type { SurveyPages } from '../domain/survey/survey-pages.ts';
import type { UsefulContact } from '../domain/survey/useful-contact.ts';
import { html, type Markup } from './html.ts';
import { type QuestionnairePage, questionnaireContent, questionnaireHeading } from './questionnaire-page.ts';
import { surveyFrame } from './survey-frame.ts';

export interface SurveyQuestionPage {
  readonly pages: SurveyPages;
  readonly path: string;
  readonly screen: Screen;
  /** Revision that the form is written over. */
  readonly revision: number;
  /** Name of the field that the screen asks for; none at the end. */
  readonly asked?: string;
  readonly isMissing?: boolean;
  /** Something to know before going on. */
  readonly note?: string;
  /** Whom they may turn to, at the end. */
  readonly contacts?: readonly UsefulContact[];
}

/** One screen of a questionnaire that someone answers alone (ARS-03, ARS-51): one question, its rank, the way back, and the way to be called. */
export function surveyQuestionPage(options: SurveyQuestionPage): string {
  const { pages, path, screen, revision, asked, isMissing = false, note, contacts = [] } = options;
  const form: QuestionnairePage = {
    title: pages.service,
    screen,
    form: { action: path, method: 'post' },
    hidden: { revision: String(revision), ...(asked !== undefined && { asked }) },
    backTo: (question) => `${path}?question=${question}`,
    isMissing,
  };
  return surveyFrame({
    pages,
    path,
    title: questionnaireHeading(form),
    isUrgent: screen.type === 'emergency',
    content: html`${note === undefined ? undefined : html`<p class="fault" role="status">${typeset(note)}</p>`}
${questionnaireContent(form)}
${listOf(contacts)}
${waysOut(path, screen)}`,
  });
}

function waysOut(path: string, { type }: Screen): Markup {
  if (type === 'wrong-number') {
    return html`<p><a class="back" href="${path}?question=respondent">Je me suis trompé de réponse</a></p>`;
  }
  const text =
    type === 'end' || type === 'emergency' ? 'Quelque chose a changé ? Je veux être appelé' : 'Je préfère être appelé';
  return html`<p><a class="back" href="${path}/rappel">${typeset(text)}</a></p>`;
}

function listOf(contacts: readonly UsefulContact[]): Markup | undefined {
  const line = ({ label, phone, note }: UsefulContact) =>
    html`<li><strong>${typeset(label)}</strong><br>${
      phone === undefined
        ? undefined
        : html`<a class="back" href="tel:${phone.replace(/\s/g, '')}">${phone.replaceAll(' ', '\u00a0')}</a><br>`
    }<span class="note">${typeset(note)}</span></li>`;
  return contacts.length === 0
    ? undefined
    : html`<h2>Numéros utiles</h2>
<ul class="contacts">${contacts.map(line)}</ul>`;
}

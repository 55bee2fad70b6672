import type { Choice, QuestionScreen, Screen } from '../domain/questionnaire/screen.ts';
import { typeset } from '../domain/report/french.ts';
import { html, type Markup } from './html.ts';
import { page } from './layout.ts';

export interface QuestionnairePage {
  readonly title: string;
  readonly screen: Screen;
  /** Where the form goes. `get` keeps answers in the address, as a preview does; a person's answers are posted. */
  readonly form: { readonly action: string; readonly method: 'get' | 'post' };
  /** What the form sends beside the answer. */
  readonly hidden: Readonly<Record<string, string>>;
  /** Address of a question already answered. */
  readonly backTo: (question: string) => string;
  /** The form came back empty. */
  readonly isMissing?: boolean;
}

/**
 * A questionnaire for someone alone: one screen a page, without a script (COMMON-31, COMMON-39). The form sends the question's id with the code of its
 * answer, `respondent` or `adviceSaid`.
 */
export function questionnairePage(options: QuestionnairePage): string {
  return page({
    title: questionnaireHeading(options),
    content: html`<p class="note">${typeset(options.title)}</p>
${questionnaireContent(options)}
<p class="note">${typeset('Urgence vitale : appelez le 15 ou le 112 ; par SMS, le 114.')}</p>`,
  });
}

/** What the page is about, and whether an answer is missing: its title, heard first. */
export function questionnaireHeading({ screen, isMissing = false }: QuestionnairePage): string {
  return isMissing ? `Réponse manquante : ${headingOf(screen)}` : headingOf(screen);
}

function headingOf(screen: Screen): string {
  switch (screen.type) {
    case 'opening':
      return 'Qui répond ?';
    case 'advice':
      return 'Conseils à lire';
    case 'question':
      return `Question ${screen.number} sur ${screen.of}`;
    case 'emergency':
      return 'Urgence';
    case 'wrong-number':
    case 'end':
      return 'Merci';
  }
}

/** One screen, without the page around it. */
export function questionnaireContent(options: QuestionnairePage): Markup {
  const { screen, isMissing = false } = options;
  switch (screen.type) {
    case 'opening':
      return formOf(options, choices('respondent', screen.text, screen.choices, undefined, isMissing));
    case 'advice':
      return formOf(
        options,
        html`<h2>${typeset(screen.text)}</h2>
<ul>${screen.items.map((item) => html`<li>${typeset(item)}</li>`)}</ul>
${missing(isMissing, 'Cochez la case pour continuer.')}
<p><label class="choice"><input type="checkbox" name="adviceSaid" value="true" required${described(isMissing)}> ${typeset(screen.tick)}</label></p>`,
      );
    case 'question':
      return html`${progress(screen)}
${formOf(options, choices(screen.question, screen.text, screen.choices, screen.chosen, isMissing))}
${screen.previous === undefined ? undefined : html`<p><a class="back" href="${options.backTo(screen.previous)}">Question précédente</a></p>`}`;
    case 'emergency':
      return html`<p role="alert"><strong>${typeset(screen.text)}</strong></p>
<p><a class="button" href="tel:15">Appeler le 15</a> <a class="button" href="tel:112">Appeler le 112</a></p>`;
    case 'wrong-number':
      return html`<p>${typeset('Veuillez nous excuser : ce message ne vous était pas destiné.')}</p>`;
    case 'end':
      return html`<p>${typeset(screen.text)}</p>
${
  screen.instructions === undefined
    ? undefined
    : html`<ul class="instructions">${screen.instructions.map((one) => html`<li>${typeset(one)}</li>`)}</ul>`
}`;
  }
}

function formOf({ form, hidden }: QuestionnairePage, content: Markup): Markup {
  const kept = Object.entries(hidden).map(
    ([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`,
  );
  return html`<form method="${form.method}" action="${form.action}">
${kept}
${content}
<p><button>Continuer</button></p>
</form>`;
}

function choices(
  name: string,
  text: string,
  list: readonly Choice[],
  chosen: string | undefined,
  isMissing: boolean,
): Markup {
  const choice = ({ code, label }: Choice) =>
    html`<label class="choice"><input type="radio" name="${name}" value="${code}" required${code === chosen ? html` checked` : undefined}> ${typeset(label)}</label>
`;
  return html`<fieldset${described(isMissing)}>
<legend>${typeset(text)}</legend>
${missing(isMissing, 'Choisissez une réponse pour continuer.')}
${list.map(choice)}</fieldset>`;
}

function missing(isMissing: boolean, text: string): Markup | undefined {
  return isMissing ? html`<p id="manque" class="provisional" role="alert">${typeset(text)}</p>` : undefined;
}

function described(isMissing: boolean): Markup | undefined {
  return isMissing ? html` aria-describedby="manque"` : undefined;
}

/** The heading says the rank already: the bar is for the eye. */
function progress({ number, of }: QuestionScreen): Markup {
  return html`<progress aria-hidden="true" max="${of}" value="${number - 1}"></progress>`;
}

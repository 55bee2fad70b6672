import { longDay, typeset } from '../domain/report/french.ts';
import type { SurveyPages } from '../domain/survey/survey-pages.ts';
import { html } from './html.ts';
import { surveyFrame } from './survey-frame.ts';

export interface SurveyIdentityPage {
  readonly pages: SurveyPages;
  readonly path: string;
  /** Last local day on which the link opens. */
  readonly lastDay: string;
  /** What is wrong with the date that was sent, as the person reads it. */
  readonly problem?: string;
  /** What they wrote, to be mended. */
  readonly typed?: string;
}

/** Before anything of health is said: the birth date, in one field that takes it as people write it (ARS-52). Who writes, and why, comes first. */
export function surveyIdentityPage({ pages, path, lastDay, problem, typed = '' }: SurveyIdentityPage): string {
  const about = ['aide-date', ...(problem === undefined ? [] : ['faute'])].join(' ');
  return surveyFrame({
    pages,
    path,
    title: problem === undefined ? 'Est-ce bien vous ?' : 'Date à vérifier : est-ce bien vous ?',
    content: html`<p>${typeset(`${pages.service} : nous prenons de vos nouvelles. Répondre prend environ 2\u00a0minutes. Ce lien s’ouvre jusqu’au ${longDay(lastDay)}.`)}</p>
<form method="post" action="${path}">
${problem === undefined ? undefined : html`<p id="faute" class="fault" role="alert">${typeset(problem)}</p>`}
<p><label class="ask" for="naissance">${typeset('Date de naissance de la personne suivie')}</label>
<span id="aide-date" class="hint">${typeset('Par exemple 31/12/1980, ou 31121980. Pour un enfant : celle de l’enfant.')}</span>
<input id="naissance" name="naissance" type="text" inputmode="numeric" autocomplete="bday" maxlength="40" required value="${typed}" aria-describedby="${about}"${problem === undefined ? undefined : html` aria-invalid="true" autofocus`}></p>
<p><button>Continuer</button></p>
</form>
<p><a class="back" href="${path}/rappel">${typeset('Je préfère être appelé')}</a></p>`,
  });
}

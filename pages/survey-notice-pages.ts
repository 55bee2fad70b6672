import { typeset } from '../domain/report/french.ts';
import type { SurveyPages } from '../domain/survey/survey-pages.ts';
import { html } from './html.ts';
import { surveyFrame } from './survey-frame.ts';

/** Who writes, why, for how long, and people's rights (COMMON-16). */
export function surveyNoticePage(pages: SurveyPages): string {
  return surveyFrame({
    pages,
    title: 'Vos informations, vos droits',
    content: html`${pages.notice.map(
      ({ heading, paragraphs }) => html`<h2>${typeset(heading)}</h2>
${paragraphs.map((text) => html`<p>${typeset(text)}</p>`)}`,
    )}
<h2>Sur votre téléphone</h2>
<p>${typeset('Ces pages gardent un seul témoin de connexion (« cookie »), pendant 30 minutes, pour ne pas redemander la date de naissance. Elles ne mesurent pas votre visite et n’appellent aucun autre site. Une page pèse moins de 20 ko.')}</p>`,
  });
}

/** The declaration that French law asks of public pages (COMMON-31; law of 11 February 2005, article 47). */
export function surveyAccessibilityPage(pages: SurveyPages): string {
  return surveyFrame({
    pages,
    title: 'Accessibilité',
    content: html`<p>${typeset(`${pages.service} veut que tout le monde puisse répondre, avec ou sans aide technique.`)}</p>
<p>${typeset('Ces pages sont en conformité partielle avec le RGAA 4.1 : elles sont vérifiées à chaque version par un outil automatique (règles WCAG 2.1 A et AA), au clavier seul, à 320 pixels de large et agrandies à 200 %. Un audit complet par un tiers reste à faire.')}</p>
<p>${typeset('Le lien reçu par SMS a une date de fin. Après elle, un conseiller peut vous appeler.')}</p>
<h2>Une difficulté ?</h2>
<p>${typeset('Dites-la-nous, nous vous aiderons à répondre autrement : ')}<a href="mailto:${pages.accessibilityContact}">${pages.accessibilityContact}</a>, ou par téléphone au ${pages.helpPhone.replaceAll(' ', '\u00a0')}.</p>
<p>${typeset('Sans réponse de notre part, vous pouvez écrire au Défenseur des droits : Libre réponse 71120, 75342 Paris CEDEX 07 (sans timbre), ou appeler le 09 69 39 00 00.')}</p>`,
  });
}

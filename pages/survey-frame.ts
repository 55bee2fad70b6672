import { surveyRoutes } from '../contracts/routes.ts';
import { typeset } from '../domain/report/french.ts';
import type { SurveyPages } from '../domain/survey/survey-pages.ts';
import { html, type Markup } from './html.ts';
import { icon } from './icon.ts';
import { style } from './style.ts';

export interface SurveyFrame {
  readonly pages: SurveyPages;
  readonly title: string;
  readonly content: Markup;
  /** Path of the link, where there is one that opens something. */
  readonly path?: string;
  /** The page is about an emergency itself: it is not said twice. */
  readonly isUrgent?: boolean;
}

/** A public page of a survey: who writes, how to be helped at once, what becomes of answers. French, without a script, from one origin. */
export function surveyFrame({ pages, title, content, path, isUrgent = false }: SurveyFrame): string {
  const { service, helpPhone, helpHours, severeSigns } = pages;
  const { markup } = html`<!doctype html>
<html lang="fr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${typeset(title)} – ${typeset(service)}</title>
<link rel="icon" href="${icon}">
<style>${{ markup: style }}</style>
</head>
<body>
<a class="skip" href="#contenu">Aller au contenu</a>
<header><div class="bar"><p class="brand">${typeset(service)}</p></div></header>
<main id="contenu" tabindex="-1">
<h1>${typeset(title)}</h1>
${content}
${isUrgent ? undefined : urgent(severeSigns)}
</main>
<footer>
<p>${typeset(`Besoin d’aide ? Appelez le `)}<a href="tel:${helpPhone.replace(/\s/g, '')}">${noBreaks(helpPhone)}</a>, ${typeset(helpHours)}.</p>
<ul class="links">
<li><a href="${surveyRoutes.surveyNotice.path}">Vos informations, vos droits</a></li>
<li><a href="${surveyRoutes.surveyAccessibility.path}">${typeset('Accessibilité : conforme en partie')}</a></li>
${path === undefined ? undefined : html`<li><a href="${path}/stop">Ne plus recevoir de SMS</a></li>`}
</ul>
</footer>
</body>
</html>
`;
  return markup;
}

/** On every page, whatever it is about (ARS-51). */
function urgent(severeSigns: string): Markup {
  return html`<aside class="urgent" aria-label="Urgence">
<p>${typeset(`Si vous avez ${severeSigns} : appelez le 15 tout de suite. Par SMS : le 114.`)}</p>
<p><a class="button" href="tel:15">Appeler le 15</a></p>
</aside>`;
}

/** A number never breaks over two lines. */
function noBreaks(phone: string): string {
  return phone.replaceAll(' ', '\u00a0');
}

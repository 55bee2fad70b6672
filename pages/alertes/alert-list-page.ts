import { alertRoutes } from '../../contracts/alert-routes.ts';
import type { Alert } from '../../domain/alert/alert.ts';
import type { AlertContent } from '../../domain/programme/alert-content.ts';
import { shortMoment, typeset } from '../../domain/report/french.ts';
import { html, type Markup } from '../html.ts';
import { alertStateText, countText } from './alert-words.ts';
import { type AlertPage, type AlertVisitor, alertPage } from './frame.ts';

export interface AlertListView {
  readonly visitor: AlertVisitor;
  readonly notice?: string;
  readonly alerts: readonly Alert[];
  readonly categories: AlertContent['categories'];
  /** Code of the category that is shown alone. */
  readonly category?: string;
  /** Path of the older ones. */
  readonly older?: string;
  readonly timeZone: string;
}

/** Sendings of a structure, newest first, by category when asked (ALERTES-07). */
export function alertListPage(view: AlertListView): AlertPage {
  const { visitor, notice, alerts, older } = view;
  return alertPage({
    title: 'Messages',
    visitor,
    active: 'messages',
    ...(notice !== undefined && { notice }),
    body: html`<ul class="actions"><li><a class="button" href="${alertRoutes.alertForm.path}">Écrire un message</a></li></ul>
${filter(view)}
${alerts.length === 0 ? html`<p>${typeset('Aucun message pour le moment.')}</p>` : table(view)}
${older === undefined ? undefined : html`<nav class="pages" aria-label="Pages"><a href="${older}" rel="next">Messages plus anciens →</a></nav>`}`,
  });
}

function filter({ categories, category }: AlertListView): Markup {
  const options = categories.map(
    ({ code, label }) =>
      html`<option value="${code}"${code === category ? html` selected` : undefined}>${label}</option>`,
  );
  return html`<form method="get" action="${alertRoutes.alerts.path}"><div class="field"><label for="categorie">Catégorie</label><select id="categorie" name="categorie"><option value="">Toutes</option>${options}</select></div><p><button class="second">Filtrer</button></p></form>`;
}

function table({ alerts, categories, timeZone }: AlertListView): Markup {
  const labelOf = (code: string) => categories.find((one) => one.code === code)?.label ?? code;
  const rows = alerts.map((alert) => {
    const { alertId, title, category, groups, sendAt, selection } = alert;
    const { text, tone } = alertStateText(alert.state);
    return html`<tr><th scope="row"><a href="${alertRoutes.alerts.path}/${alertId}">${title}</a></th><td data-label="Catégorie">${labelOf(category)}</td><td data-label="Groupes">${groups.map(({ name }) => name).join(', ')}</td><td data-label="Départ">${sendAt === undefined ? '–' : shortMoment(timeZone, sendAt)}</td><td data-label="SMS">${selection === undefined ? '–' : countText(selection.chosen, 'personne', 'personnes')}</td><td data-label="État"><span class="${tone}">${text}</span></td></tr>
`;
  });
  return html`<table><caption class="heard">Messages, du plus récent au plus ancien</caption><thead><tr><th scope="col">Titre</th><th scope="col">Catégorie</th><th scope="col">Groupes</th><th scope="col">Départ</th><th scope="col">SMS</th><th scope="col">État</th></tr></thead><tbody>${rows}</tbody></table>`;
}

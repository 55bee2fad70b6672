import { alertRoutes } from '../../contracts/alert-routes.ts';
import { typeset } from '../../domain/report/french.ts';
import { html, type Markup } from '../html.ts';
import { type AlertPage, type AlertVisitor, alertPage } from './frame.ts';

/** Where everything starts, and where registering leads back (ALERTES-15, ALERTES-25): what a referent does most comes first. */
export function alertHomePage(visitor: AlertVisitor, notice?: string): AlertPage {
  const { role, structureName, general } = visitor;
  const title = role === undefined ? 'Alertes SMS' : (structureName ?? 'Alertes SMS');
  return alertPage({
    title,
    visitor,
    active: 'home',
    ...(notice === undefined ? {} : { notice }),
    body: html`${role === undefined ? undefined : tasks()}${general ? management() : undefined}${role === undefined && !general ? nothing() : undefined}`,
  });
}

function tasks(): Markup {
  const cards = [
    card('Inscrire un adhérent', 'Nom, téléphone, groupes et accord, en une page.', alertRoutes.memberForm.path),
    card(
      'Programmer un message',
      'À un ou plusieurs groupes, à la date et à l’heure voulues.',
      alertRoutes.alertForm.path,
    ),
    card(
      'Noter une date',
      'France Travail, rendez-vous, renouvellement : le rappel part tout seul.',
      alertRoutes.memberDates.path,
    ),
    card('Chercher un adhérent', 'La liste de A à Z, et la recherche par nom.', alertRoutes.members.path),
  ];
  return html`<p>${typeset('Que voulez-vous faire ?')}</p><ul class="cards">${cards}</ul>
<p><a href="${alertRoutes.memberImports.path}">Importer une liste Excel ou CSV</a> · <a href="${alertRoutes.alerts.path}">Suivre les messages</a> · <a href="${alertRoutes.alertNotice.path}">${typeset('Besoin d’aide ? La notice')}</a></p>`;
}

function management(): Markup {
  const cards = [
    card('Structures et utilisateurs', 'Créer une structure, donner ou retirer un accès.', alertRoutes.structures.path),
    card(
      'Statistiques générales',
      'Totaux de toutes les structures, sans donnée personnelle.',
      alertRoutes.alertStatistics.path,
    ),
  ];
  return html`<h2>Administration générale</h2><ul class="cards">${cards}</ul>`;
}

function nothing(): Markup {
  return html`<p role="alert">${typeset('Votre compte n’est rattaché à aucune structure, ou son accès a été désactivé. Adressez-vous à l’administrateur de votre structure.')}</p>`;
}

function card(title: string, text: string, path: string): Markup {
  return html`<li><h2><a href="${path}">${typeset(title)}</a></h2><p>${typeset(text)}</p></li>`;
}

import { alertRoutes } from '../../contracts/alert-routes.ts';
import { typeset } from '../../domain/report/french.ts';
import { html } from '../html.ts';
import { type AlertPage, type AlertVisitor, alertPage } from './frame.ts';

const titles: Readonly<Record<number, string>> = {
  400: 'Demande incomplète',
  403: 'Accès refusé',
  404: 'Page introuvable',
  409: 'La page a changé',
  500: 'Erreur',
};

/** Says why not, and where to go next. */
export function refusalPage({
  visitor,
  status,
  text,
}: {
  readonly visitor: AlertVisitor;
  readonly status: number;
  readonly text: string;
}): AlertPage {
  return alertPage({
    title: titles[status] ?? 'Demande refusée',
    visitor,
    body: html`<p role="alert">${typeset(text)}</p>
<p><a class="button" href="${alertRoutes.alertHome.path}">Revenir à l’accueil</a></p>`,
  });
}

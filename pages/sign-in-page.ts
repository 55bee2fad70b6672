import { typeset } from '../domain/report/french.ts';
import { html } from './html.ts';
import { page } from './layout.ts';

/** Where one signs in. `authorizeUrl`: the provider's page. */
export function signInPage(authorizeUrl: string): string {
  return page({
    title: 'Connexion',
    content: html`<p>${typeset('Les rapports et les outils du service sont réservés aux personnes autorisées.')}</p>
<p><a class="button" href="${authorizeUrl}">Se connecter</a></p>
<p class="note">Un cookie, nécessaire à la connexion, est gardé le temps de votre session.</p>`,
  });
}

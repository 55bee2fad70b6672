import { typeset } from '../../domain/report/french.ts';
import { html } from '../html.ts';
import { type AlertPage, type AlertVisitor, alertPage } from './frame.ts';

/** Who holds what of people, why, for how long, and how they are heard (COMMON-16, -31, -36): for members and for referents, without signing in. */
export function mentionsPage(visitor: AlertVisitor, consent: string): AlertPage {
  return alertPage({
    title: 'Mentions légales et données personnelles',
    visitor,
    active: 'mentions',
    body: html`<h2>Qui écrit</h2>
<p>${typeset('Les centres sociaux du projet « Centres sociaux connectés » écrivent à leurs adhérents par SMS. Chaque centre est responsable des données de ses adhérents : aucun autre centre ne les voit. L’hébergement est dans l’Union européenne (Amazon Web Services, Francfort).')}</p>
<h2>Ce qui est gardé, et pourquoi</h2>
<ul>
<li>${typeset('Nom, prénom, date de naissance : pour vous reconnaître et ne pas vous inscrire deux fois, et pour des statistiques d’âge sans nom.')}</li>
<li>${typeset('Téléphone et, si vous le donnez, courriel : pour vous écrire.')}</li>
<li>${typeset('Groupes et dates administratives : pour ne vous écrire que ce qui vous concerne.')}</li>
<li>${typeset('Votre accord, sa date et son texte : pour prouver que vous l’avez donné, ou retiré.')}</li>
</ul>
<p>${typeset('Le texte de l’accord :')} <q>${consent}</q></p>
<p>${typeset('Base légale : votre consentement. Sans lui, aucun message ne part. L’outil ne décide de rien à votre sujet et ne remplace pas le travailleur social.')}</p>
<h2>Combien de temps</h2>
<p>${typeset('Votre fiche est gardée tant que vous êtes adhérent ; elle est effacée sur votre demande, tout de suite et partout. La preuve d’un accord ou d’un retrait est gardée trois ans, sous un numéro qui ne dit pas votre nom.')}</p>
<h2>Vos droits</h2>
<p>${typeset('Arrêter les SMS : ouvrez le lien « STOP » d’un message, ou dites-le à l’accueil de votre centre. C’est immédiat, pour ce centre.')}</p>
<p>${typeset('Voir, corriger, recevoir ou faire effacer vos données : adressez-vous à l’accueil de votre centre. Si la réponse ne vous convient pas, vous pouvez écrire à la CNIL (cnil.fr).')}</p>
<h2>Cookies</h2>
<p>${typeset('Un seul cookie, nécessaire à la connexion des référents, effacé au plus tard après douze heures. Ni mesure d’audience ni service tiers.')}</p>
<h2>Accessibilité et égalité</h2>
<p>${typeset('Ces pages visent le RGAA 4.1 (WCAG 2.1, niveau AA) : clavier, lecteurs d’écran, agrandissement. Accessibilité : partiellement conforme, en attente d’audit. Elles sont légères (moins de 100 ko par page) pour les connexions modestes et la sobriété. Leur rédaction respecte l’égalité entre les femmes et les hommes et la non-discrimination.')}</p>`,
  });
}

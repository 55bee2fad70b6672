import { typeset } from '../../domain/report/french.ts';
import type { Running } from './running.ts';

export interface HomeModel {
  readonly title: string;
  /** The centre's number, as people write it. */
  readonly number: string;
  readonly broughtUp: string;
  readonly pages: readonly Running[];
  readonly endpoints: readonly Running[];
}

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (character) => escapes[character] ?? character);
const t = (text: string): string => escapeHtml(typeset(text));

/** The home page of the local centre, in French, for people: the day so far, the reports, a phone to ring it yourself, what runs. */
export function homePage({ title, number, broughtUp, pages, endpoints }: HomeModel): string {
  return `<!doctype html>
<html lang="fr"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)} – Permanence</title><link rel="icon" href="data:,"><link rel="stylesheet" href="/_local/home.css"><script defer src="/_local/home.js"></script></head>
<body><a class="skip" href="#contenu">Aller au contenu</a>
<header><div class="bar"><p class="brand">Permanence</p>
<p class="clock"><strong id="time">--:--:--</strong> <span id="day"></span> <span class="soft" id="zone"></span></p></div></header>
<p class="lost" id="lost" role="alert" hidden>${t('La page n’entend plus le centre. Elle réessaie toutes les 2 secondes ; s’il est arrêté, relancez « npm start ».')}</p>
<main id="contenu" tabindex="-1">
<div class="top"><h1>${escapeHtml(title)}</h1><p id="opening" class="badge" hidden></p>
<p id="status" role="status">Le centre démarre…</p>
<progress id="progress" max="1" value="0" aria-label="Avancement de la simulation"></progress>
<noscript><p>${t('Cette page vit par un script ; les rapports, eux, s’ouvrent sans.')} <a href="/rapports">Ouvrir les rapports</a></p></noscript></div>
<section class="wide" aria-labelledby="t-jour"><h2 id="t-jour">La journée<span id="figures-day"></span></h2>
<dl class="figures" id="figures"></dl>
<figure><figcaption><span>Appels présentés par demi-heure</span> <span class="key-answered">décrochés</span> <span class="key-lost">abandonnés</span> <span class="key-waiting">en attente</span></figcaption>
<div class="chart" id="chart" role="img" aria-label="Aucun appel pour le moment"></div>
<details><summary>Voir ces chiffres en tableau</summary><div class="scroll" tabindex="0" role="region" aria-label="Appels par demi-heure"><table><thead><tr><th scope="col">De</th><th scope="col">Décrochés</th><th scope="col">Abandonnés</th><th scope="col">En attente</th></tr></thead><tbody id="halves"></tbody></table></div></details></figure>
<p class="note">${t('Chiffres instantanés, vus des téléphones ; les rapports ne viennent que du journal du centre.')}</p></section>
${phoneSection(number)}
<section aria-labelledby="t-rapports"><h2 id="t-rapports">Les rapports</h2>
<p>${t('Un classeur Excel par jour : provisoire à la fermeture, définitif à la fermeture du jour ouvré suivant.')}</p>
<p><a class="action" href="/rapports">Ouvrir les rapports</a></p>
<p class="note">${t('Entrez comme « client », sans mot de passe : les comptes de démonstration sont proposés.')}</p></section>
<section aria-labelledby="t-agents"><h2 id="t-agents">Les conseillers</h2><ul class="agents" id="agents"><li>Personne pour le moment.</li></ul></section>
<section aria-labelledby="t-poste"><h2 id="t-poste">Prendre les appels</h2>
<ol class="steps"><li>${t('Ouvrez le poste et entrez comme un conseiller, par exemple « Malia Taofifenua », sans mot de passe : vous prenez sa place.')} <a class="action" href="/poste" target="_blank">Ouvrir le poste</a></li>
<li>${t('Choisissez le statut « Disponible ».')}</li>
<li><span>${t('Faites sonner :')}</span><span class="buttons"><button type="button" class="action" id="ring" disabled>Une personne appelle</button> <button type="button" id="flow" aria-pressed="false" disabled>Une par minute</button></span></li>
<li><span>${t('Pour tous les recevoir :')}</span><span class="buttons"><button type="button" id="rest" aria-pressed="false" disabled>Les autres conseillers en pause</button></span></li>
<li><span>${t('Le soir, mettez-vous absent, puis :')}</span><span class="buttons"><button type="button" id="evening" disabled>Aller au classeur du soir</button></span></li></ol>
<p class="note" id="rang">${t('Ces personnes appellent le vrai centre ; ce qu’elles disent s’écrit dans le téléphone du poste.')}</p></section>
<section class="wide" aria-labelledby="t-services"><h2 id="t-services">Ce qui tourne</h2>
<p>${t(`Les modèles CloudFormation du projet, tels quels : ${broughtUp}.`)}</p>
<ul class="running">${pages.map(pageItem).join('')}</ul>
<details><summary>Adresses des services AWS simulés</summary><ul class="running">${endpoints.map(pageItem).join('')}</ul></details></section>
</main></body></html>`;
}

function phoneSection(number: string): string {
  const keys = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '*', '0', '#']
    .map((key) => `<button type="button" class="key" data-key="${key}"${keyName(key)} disabled>${key}</button>`)
    .join('');
  return `<section class="tall" aria-labelledby="t-phone"><h2 id="t-phone">Appeler le centre</h2>
<p>${t(`Au ${number} : les annonces s’affichent, les touches 0 à 9, * et # du clavier fonctionnent.`)}</p>
<form id="dial"><p class="field"><label for="from">Votre numéro</label><input id="from" name="from" inputmode="tel" autocomplete="off" value="75 12 34" aria-describedby="from-hint"><span class="note" id="from-hint">vide = masqué</span></p>
<p class="buttons"><button class="action" type="submit" id="call" disabled>Appeler</button><button type="button" class="end" id="hang-up" hidden>Raccrocher</button></p></form>
<div class="ringing" id="ringing" role="alert" hidden><p><strong>Votre téléphone sonne.</strong> <span id="ringing-number"></span></p><p class="buttons"><button type="button" class="action" id="answer">Décrocher</button><button type="button" id="refuse">Ignorer</button></p></div>
<p class="problem" id="problem" role="alert" hidden></p>
<div class="phone"><div class="log" id="log" tabindex="0" role="log" aria-label="Ce que vous entendez"><p class="note" id="no-call">Aucun appel pour le moment.</p><ol id="transcript"></ol></div><div class="keypad" role="group" aria-label="Clavier du téléphone">${keys}</div></div>
<p class="note" id="wait">${t('Le téléphone répondra quand la journée sera jouée : en accéléré, une annonce ne durerait que quelques millisecondes.')}</p>
<p class="leap" id="leap" hidden><button type="button" id="next-opening">Aller à la prochaine ouverture</button> <span class="note">${t('Le centre est fermé : appelez pour entendre l’annonce, demander un rappel, ou avancez l’horloge.')}</span></p></section>`;
}

function keyName(key: string): string {
  return key === '*' ? ' aria-label="étoile"' : key === '#' ? ' aria-label="dièse"' : '';
}

function pageItem({ name, what, href, address }: Running): string {
  const title =
    href === undefined
      ? `<strong>${escapeHtml(name)}</strong>`
      : `<a href="${escapeHtml(href)}">${escapeHtml(name)}</a>`;
  const where = address === undefined ? '' : ` <code>${escapeHtml(address)}</code>`;
  return `<li>${title}${what === '' ? '' : ` <span class="note">${t(what)}</span>`}${where}</li>`;
}

import { typeset } from '../domain/report/french.ts';
import { html, type Markup } from './html.ts';
import { icon } from './icon.ts';
import { style } from './style.ts';

export interface PageFrame {
  /** Title of the page and its only h1. */
  readonly title: string;
  readonly content: Markup;
  /** Name of who is signed in: shows it with the way out. */
  readonly userName?: string;
  /** Path of the form that signs out. */
  readonly signOutPath?: string;
}

/** A whole page: French, works without a script. */
export function page({ title, content, userName, signOutPath }: PageFrame): string {
  const session =
    userName === undefined || signOutPath === undefined
      ? undefined
      : html`<form method="post" action="${signOutPath}"><span>${userName}</span> <button>Se déconnecter</button></form>`;
  const { markup } = html`<!doctype html>
<html lang="fr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${typeset(title)} – Permanence</title>
<link rel="icon" href="${icon}">
<style>${{ markup: style }}</style>
</head>
<body>
<a class="skip" href="#contenu">Aller au contenu</a>
<header><div class="bar"><p><a class="brand" href="/">Permanence</a></p>${session}</div></header>
<main id="contenu" tabindex="-1">
<h1>${typeset(title)}</h1>
${content}
</main>
<footer><p>Dates et heures à l’heure du service concerné.</p></footer>
</body>
</html>
`;
  return markup;
}

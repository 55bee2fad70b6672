import { alertRoutes } from '../../contracts/alert-routes.ts';
import { routes } from '../../contracts/routes.ts';
import type { Funding } from '../../domain/programme/alert-content.ts';
import { typeset } from '../../domain/report/french.ts';
import type { StructureRole } from '../../domain/structure/structure.ts';
import { html, type Markup } from '../html.ts';
import { icon } from '../icon.ts';
import { emblem } from './emblem.ts';
import { logo } from './logo.ts';
import { alertStyle } from './style.ts';

/** What pages show of whoever looks at them. */
export interface AlertVisitor {
  /** Title of the programme. */
  readonly service: string;
  readonly funding: Funding;
  /** Absent where nobody is signed in. */
  readonly displayName?: string;
  /** Absent for who is of no structure. */
  readonly structureName?: string;
  readonly role?: StructureRole;
  /** A general administrator. */
  readonly general: boolean;
}

/** Where in the navigation a page is. */
export type AlertSection =
  | 'home'
  | 'members'
  | 'import'
  | 'groups'
  | 'messages'
  | 'dates'
  | 'statistics'
  | 'structures'
  | 'users'
  | 'notice'
  | 'mentions';

export interface AlertFrame {
  /** Title of the page and its only h1. */
  readonly title: string;
  readonly visitor: AlertVisitor;
  /** Absent on refusals. */
  readonly active?: AlertSection;
  /** What was just done, in French: heard and shown first. */
  readonly notice?: string;
  readonly body: Markup;
  /** A script of our own, whole, that makes the page better; the page works without it. */
  readonly script?: string;
}

/** A page with the script that its answer must allow. */
export interface AlertPage {
  readonly body: string;
  readonly script?: string;
}

/** A whole page of the structures' application: French, works without a script, in 320 px, with the publicity of whoever pays (ALERTES-13, -24, -35). */
export function alertPage({ title, visitor, active, notice, body, script }: AlertFrame): AlertPage {
  const { markup } = html`<!doctype html>
<html lang="fr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${typeset(title)} – Centres sociaux connectés</title>
<link rel="icon" href="${icon}">
<style>${{ markup: alertStyle }}</style>
</head>
<body>
<a class="skip" href="#contenu">Aller au contenu</a>
<header>
<div class="bar">
<a class="logo" href="${alertRoutes.alertHome.path}" aria-label="Centres sociaux connectés, accueil">${logo}<span aria-hidden="true">Centres sociaux <b>connectés</b></span></a>
${funded(visitor.funding)}
</div>
${session(visitor)}
${navigation(visitor, active)}
</header>
<main id="contenu" tabindex="-1">
${notice === undefined ? undefined : html`<p class="done" role="status">${typeset(notice)}</p>`}
<h1>${typeset(title)}</h1>
${body}
</main>
<footer><p>Heures de Paris. <a href="${alertRoutes.alertMentions.path}">Mentions légales et données personnelles</a></p></footer>
${script === undefined ? undefined : html`<script>${{ markup: script }}</script>`}
</body>
</html>
`;
  return script === undefined ? { body: markup } : { body: markup, script };
}

/** The emblem and the sentence: on every page and document (ALERTES-35). */
function funded({ sentence, emblem: shows }: Funding): Markup {
  return html`<p class="feder">${emblem(shows)}<span>${sentence}</span></p>`;
}

function session({ displayName, structureName, role, general }: AlertVisitor): Markup | undefined {
  if (displayName === undefined) {
    return undefined;
  }
  const place = structureName ?? (general ? 'Administration générale' : 'Aucune structure');
  const rank = role === 'admin' ? ', administrateur' : '';
  return html`<form class="session" method="post" action="${routes.signOut.path}"><span><b>${place}</b> · ${displayName}${rank}</span><button>Se déconnecter</button></form>`;
}

interface Place {
  readonly section: AlertSection;
  readonly label: string;
  readonly path: string;
}

function navigation(visitor: AlertVisitor, active: AlertSection | undefined): Markup {
  const items = placesOf(visitor).map(
    ({ section, label, path }) =>
      html`<li><a href="${path}"${section === active ? html` aria-current="page"` : undefined}>${label}</a></li>`,
  );
  return html`<nav aria-label="Principale"><ul>${items}</ul></nav>`;
}

function placesOf({ displayName, role, general }: AlertVisitor): readonly Place[] {
  const place = (section: AlertSection, label: string, path: string): Place => ({ section, label, path });
  const mentions = place('mentions', 'Mentions', alertRoutes.alertMentions.path);
  if (displayName === undefined) {
    return [place('home', 'Accueil', alertRoutes.alertHome.path), mentions];
  }
  return [
    place('home', 'Accueil', alertRoutes.alertHome.path),
    ...(role === undefined
      ? []
      : [
          place('members', 'Adhérents', alertRoutes.members.path),
          place('import', 'Import', alertRoutes.memberImports.path),
          place('groups', 'Groupes', alertRoutes.memberGroups.path),
          place('messages', 'Messages', alertRoutes.alerts.path),
          place('dates', 'Dates et rappels', alertRoutes.memberDates.path),
        ]),
    ...(role === undefined && !general ? [] : [place('statistics', 'Statistiques', alertRoutes.alertStatistics.path)]),
    ...(general ? [place('structures', 'Structures et utilisateurs', alertRoutes.structures.path)] : []),
    ...(role === 'admin' ? [place('users', 'Utilisateurs', alertRoutes.structureUsers.path)] : []),
    place('notice', 'Notice', alertRoutes.alertNotice.path),
    mentions,
  ];
}

import { alertRoutes } from '../../contracts/alert-routes.ts';
import type { Member, MemberGroup } from '../../domain/member/member.ts';
import { typeset } from '../../domain/report/french.ts';
import { html, type Markup } from '../html.ts';
import { type AlertPage, type AlertVisitor, alertPage } from './frame.ts';
import { ageText, memberName, textsState } from './member-words.ts';

export interface MemberListView {
  readonly visitor: AlertVisitor;
  readonly notice?: string;
  readonly members: readonly Member[];
  readonly groups: readonly MemberGroup[];
  /** Local day, for ages. */
  readonly today: string;
  /** What was typed to search. */
  readonly searched?: string;
  /** Letter the list begins at. */
  readonly letter?: string;
  /** There are more than the search shows. */
  readonly tooMany?: boolean;
  /** Paths of the pages before and after. */
  readonly previous?: string;
  readonly next?: string;
}

/** Members of a structure from A to Z (ALERTES-14, ALERTES-21). No telephone nor birth date: who needs them opens the sheet (COMMON-48). */
export function memberListPage(view: MemberListView): AlertPage {
  const { visitor, notice, members, searched } = view;
  return alertPage({
    title: 'Adhérents',
    visitor,
    active: 'members',
    ...(notice !== undefined && { notice }),
    body: html`<ul class="actions"><li><a class="button" href="${alertRoutes.memberForm.path}">Inscrire un adhérent</a></li><li><a class="button second" href="${alertRoutes.memberImports.path}">Importer une liste</a></li></ul>
${search(searched)}
${searched === undefined ? letters(view.letter) : html`<p role="status">${typeset(countText(view))} <a href="${alertRoutes.members.path}">Revenir à toute la liste</a></p>`}
${members.length === 0 ? html`<p>${typeset(emptyText(view))}</p>` : table(view)}
${pages(view)}`,
  });
}

function search(searched: string | undefined): Markup {
  return html`<form method="post" action="${alertRoutes.memberSearch.path}" role="search"><div class="field"><label for="q">Chercher un adhérent</label><span class="hint" id="q-aide">${typeset('Le début du nom ou du prénom, ou les deux')}</span>
<input id="q" name="q" maxlength="80" autocomplete="off" aria-describedby="q-aide" value="${searched ?? ''}"></div><p><button>Chercher</button></p></form>`;
}

function letters(current: string | undefined): Markup {
  const links = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'.split('').map((letter) => {
    const here = letter === current ? html` aria-current="true"` : undefined;
    return html`<li><a href="${alertRoutes.members.path}?lettre=${letter}"${here}>${letter}</a></li>`;
  });
  const all = current === undefined ? html` aria-current="true"` : undefined;
  return html`<nav class="letters" aria-label="Première lettre du nom"><ul><li><a href="${alertRoutes.members.path}"${all}>Tous</a></li>${links}</ul></nav>`;
}

function table({ members, groups, today }: MemberListView): Markup {
  const nameOf = new Map(groups.map(({ groupId, name }) => [groupId, name]));
  const rows = members.map((member) => {
    const inGroups = member.groups.flatMap((groupId) => nameOf.get(groupId) ?? []);
    return html`<tr><th scope="row"><a href="${memberPath(member.memberId)}">${memberName(member)}</a></th><td data-label="Âge">${ageText(member, today)}</td><td data-label="Groupes">${inGroups.length === 0 ? '–' : inGroups.join(', ')}</td><td data-label="SMS">${textsState(member)}</td></tr>
`;
  });
  return html`<table><caption class="heard">Adhérents, par ordre alphabétique</caption><thead><tr><th scope="col">Nom et prénom</th><th scope="col">Âge</th><th scope="col">Groupes</th><th scope="col">SMS</th></tr></thead><tbody>${rows}</tbody></table>`;
}

function pages({ previous, next }: MemberListView): Markup | undefined {
  return previous === undefined && next === undefined
    ? undefined
    : html`<nav class="pages" aria-label="Pages">${previous === undefined ? html`<span></span>` : html`<a href="${previous}" rel="prev">← Page précédente</a>`}${next === undefined ? undefined : html`<a href="${next}" rel="next">Page suivante →</a>`}</nav>`;
}

function countText({ members: { length }, tooMany }: MemberListView): string {
  return tooMany === true
    ? `Les ${length} premiers seulement : précisez le nom.`
    : length === 0
      ? 'Personne.'
      : length === 1
        ? '1 adhérent.'
        : `${length} adhérents.`;
}

function emptyText({ searched, letter }: MemberListView): string {
  return searched !== undefined
    ? 'Aucun nom ne commence ainsi. Vérifiez l’orthographe, ou essayez avec moins de lettres.'
    : letter !== undefined
      ? `Aucun nom ne commence par ${letter}.`
      : 'Aucun adhérent pour l’instant : inscrivez le premier, ou importez votre liste.';
}

export function memberPath(memberId: string): string {
  return alertRoutes.member.path.replace('{memberId}', memberId);
}

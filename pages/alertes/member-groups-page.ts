import { alertRoutes } from '../../contracts/alert-routes.ts';
import type { Member, MemberGroup } from '../../domain/member/member.ts';
import { typeset } from '../../domain/report/french.ts';
import { html, type Markup } from '../html.ts';
import { type AlertPage, type AlertVisitor, alertPage } from './frame.ts';
import { memberPath } from './member-list-page.ts';
import { ageText, memberName, textsState } from './member-words.ts';

export interface GroupListView {
  readonly visitor: AlertVisitor;
  readonly notice?: string;
  readonly groups: readonly (MemberGroup & { readonly size: number })[];
  /** Names proposed that no group has yet. */
  readonly suggested: readonly string[];
  /** What was typed and refused, and why. */
  readonly refused?: { readonly name: string; readonly reason: string };
}

/** Sending groups of a structure, and the form that makes one (ALERTES-09). */
export function groupListPage(view: GroupListView): AlertPage {
  const { visitor, notice, groups, suggested, refused } = view;
  return alertPage({
    title: 'Groupes',
    visitor,
    active: 'groups',
    ...(notice !== undefined && { notice }),
    body: html`${
      groups.length === 0
        ? html`<p>${typeset('Aucun groupe pour l’instant. Un groupe réunit les adhérents à qui un même message est envoyé : petite enfance, jeunesse…')}</p>`
        : table(groups)
    }
<h2>Créer un groupe</h2>
${form(alertRoutes.memberGroupCreation.path, 'Créer le groupe', refused)}
${
  suggested.length === 0
    ? undefined
    : html`<h3>Groupes proposés</h3><ul class="actions">${suggested.map(
        (name) =>
          html`<li><form method="post" action="${alertRoutes.memberGroupCreation.path}"><button class="second" name="name" value="${name}">Créer « ${name} »</button></form></li>
`,
      )}</ul>`
}`,
  });
}

function table(groups: GroupListView['groups']): Markup {
  const rows = groups.map(
    ({ groupId, name, size }) =>
      html`<tr><th scope="row"><a href="${groupPath(groupId)}">${name}</a></th><td data-label="Adhérents" class="number">${size}</td></tr>
`,
  );
  return html`<table><caption class="heard">Groupes et leur nombre d’adhérents</caption><thead><tr><th scope="col">Groupe</th><th scope="col" class="number">Adhérents</th></tr></thead><tbody>${rows}</tbody></table>`;
}

function form(
  action: string,
  button: string,
  typed: { readonly name: string; readonly reason?: string } | undefined,
): Markup {
  const reason = typed?.reason;
  return html`<form method="post" action="${action}"><div class="field"><label for="name">Nom du groupe</label><input id="name" name="name" required maxlength="60" autocomplete="off" value="${typed?.name ?? ''}"${reason === undefined ? undefined : html` aria-invalid="true" aria-describedby="name-faute"`}>
${reason === undefined ? undefined : html`<p class="fault" id="name-faute" role="alert">${typeset(reason)}</p>`}</div><p><button>${button}</button></p></form>`;
}

export interface GroupView {
  readonly visitor: AlertVisitor;
  readonly notice?: string;
  readonly group: MemberGroup;
  /** Of this page, in alphabetical order. */
  readonly members: readonly Member[];
  readonly size: number;
  /** From 1. */
  readonly page: number;
  readonly pages: number;
  readonly today: string;
  readonly refused?: { readonly name: string; readonly reason: string };
}

/** Who stands in a group, and what can be done with it. */
export function groupPage(view: GroupView): AlertPage {
  const { visitor, notice, group, size, refused } = view;
  const path = groupPath(group.groupId);
  return alertPage({
    title: `Groupe ${group.name}`,
    visitor,
    active: 'groups',
    ...(notice !== undefined && { notice }),
    body: html`<p>${typeset(size === 0 ? 'Personne pour l’instant : on entre dans un groupe par la fiche de l’adhérent.' : size === 1 ? '1 adhérent.' : `${size} adhérents.`)}</p>
${size === 0 ? undefined : memberTable(view)}
<h2>Renommer</h2>
${form(`${path}/renommer`, 'Renommer', refused ?? { name: group.name })}
<h2>Supprimer</h2>
<p>${typeset('Ses adhérents restent inscrits. Un message programmé pour ce groupe ne partira pas à ceux qui n’étaient que dans celui-ci.')}</p>
<form method="post" action="${path}/supprimer"><label class="choice"><input type="checkbox" name="sure" value="oui" required>Je veux supprimer ce groupe</label><p><button class="danger">Supprimer le groupe</button></p></form>`,
  });
}

function memberTable({ members, today, group, page, pages }: GroupView): Markup {
  const rows = members.map(
    (member) =>
      html`<tr><th scope="row"><a href="${memberPath(member.memberId)}">${memberName(member)}</a></th><td data-label="Âge">${ageText(member, today)}</td><td data-label="SMS">${textsState(member)}</td></tr>
`,
  );
  const link = (to: number, text: string, rel: string) =>
    to < 1 || to > pages
      ? html`<span></span>`
      : html`<a href="${groupPath(group.groupId)}?page=${to}" rel="${rel}">${text}</a>`;
  return html`<table><caption class="heard">Adhérents du groupe, par ordre alphabétique</caption><thead><tr><th scope="col">Nom et prénom</th><th scope="col">Âge</th><th scope="col">SMS</th></tr></thead><tbody>${rows}</tbody></table>
${pages < 2 ? undefined : html`<nav class="pages" aria-label="Pages">${link(page - 1, '← Page précédente', 'prev')}${link(page + 1, 'Page suivante →', 'next')}</nav>`}`;
}

export function groupPath(groupId: string): string {
  return alertRoutes.memberGroup.path.replace('{groupId}', groupId);
}

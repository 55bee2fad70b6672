import type { MemberGroup } from '../../domain/member/member.ts';
import type { SheetFault, TypedSheet } from '../../domain/member/read-sheet.ts';
import { typeset } from '../../domain/report/french.ts';
import { html, type Markup } from '../html.ts';

export interface SheetFields {
  readonly typed: TypedSheet;
  readonly faults: readonly SheetFault[];
  readonly groups: readonly MemberGroup[];
  /** Names of groups to be made, proposed to a structure that has none. */
  readonly suggested: readonly string[];
  /** Names typed for groups to be made. */
  readonly newGroups: readonly string[];
}

/** Fields of a sheet (ALERTES-04, ALERTES-16, ALERTES-17), with what was wrong beside each. */
export function sheetFields(fields: SheetFields): Markup {
  const input = (field: Exclude<keyof TypedSheet, 'groups'>, label: string, hint: string | undefined, more: Markup) =>
    field_(fields, field, label, hint, more);
  return html`<div class="fields">
${input('lastName', 'Nom', undefined, html` required maxlength="80" autocomplete="off"`)}
${input('firstName', 'Prénom', undefined, html` required maxlength="80" autocomplete="off"`)}
${input('birthDate', 'Date de naissance', 'jj/mm/aaaa, par exemple 04/05/1990', html` inputmode="numeric" maxlength="20" autocomplete="off"`)}
${input('phone', 'Téléphone', 'Un mobile pour recevoir les SMS ; toute la famille peut avoir le même', html` type="tel" maxlength="40" autocomplete="off"`)}
${input('email', 'Adresse électronique', 'Facultative', html` type="email" maxlength="254" autocomplete="off"`)}
</div>
${groupChoice(fields)}`;
}

function field_(
  { typed, faults }: SheetFields,
  field: Exclude<keyof TypedSheet, 'groups'>,
  label: string,
  hint: string | undefined,
  more: Markup,
): Markup {
  const wrong = faults.filter((fault) => fault.field === field);
  const described = [...(hint === undefined ? [] : [`${field}-aide`]), ...(wrong.length > 0 ? [`${field}-faute`] : [])];
  return html`<div class="field"><label for="${field}">${label}</label>${hint === undefined ? undefined : html`<span class="hint" id="${field}-aide">${typeset(hint)}</span>`}
<input id="${field}" name="${field}" value="${typed[field]}"${more}${described.length === 0 ? undefined : html` aria-describedby="${described.join(' ')}"`}${wrong.length > 0 ? html` aria-invalid="true"` : undefined}>
${wrong.length === 0 ? undefined : html`<p class="fault" id="${field}-faute">${wrong.map(({ reason, accepted }) => html`<span>${typeset(`${sentence(reason)}. Formes acceptées : ${accepted}.`)}</span> `)}</p>`}</div>`;
}

function groupChoice({ typed, groups, suggested, newGroups }: SheetFields): Markup {
  const known = groups.map(({ groupId, name }) => choice('groups', groupId, name, typed.groups.includes(groupId)));
  const proposed = groups.length > 0 ? [] : suggested;
  const made = proposed.map((name) => choice('newGroups', name, name, newGroups.includes(name)));
  const other = newGroups.filter((name) => !proposed.includes(name)).join(', ');
  return html`<fieldset><legend>Groupes</legend><div class="fields">${known}${made}</div>
<div class="field"><label for="newGroup">Autre groupe, à créer</label><input id="newGroup" name="newGroups" maxlength="60" autocomplete="off" value="${other}"></div></fieldset>`;
}

function choice(name: string, value: string, label: string, checked: boolean): Markup {
  return html`<label class="choice"><input type="checkbox" name="${name}" value="${value}"${checked ? html` checked` : undefined}>${label}</label>
`;
}

function sentence(reason: string): string {
  return reason.charAt(0).toUpperCase() + reason.slice(1);
}

/** The same fields, unseen: what a question about the form sends again. */
export function hiddenSheet({ typed, newGroups }: Pick<SheetFields, 'typed' | 'newGroups'>): Markup {
  const { groups, ...texts } = typed;
  const pairs = [
    ...Object.entries(texts),
    ...groups.map((group) => ['groups', group] as const),
    ...newGroups.map((name) => ['newGroups', name] as const),
  ];
  return html`${pairs.map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`)}`;
}

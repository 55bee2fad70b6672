import { alertRoutes } from '../../contracts/alert-routes.ts';
import type { Member } from '../../domain/member/member.ts';
import type { ConsentText } from '../../domain/programme/alert-content.ts';
import { typeset } from '../../domain/report/french.ts';
import { html, type Markup } from '../html.ts';
import { type AlertPage, type AlertVisitor, alertPage } from './frame.ts';
import { memberPath } from './member-list-page.ts';
import { ageText, memberName } from './member-words.ts';
import { hiddenSheet, type SheetFields, sheetFields } from './sheet-fields.ts';

export interface RegistrationView {
  readonly visitor: AlertVisitor;
  readonly fields: SheetFields;
  /** Sent back with the form: however often it is sent, it registers once. */
  readonly operation: string;
  readonly consent: ConsentText;
  /** Ticked by whoever sent the form before. */
  readonly agreed: boolean;
}

/** Registration of a member, in one page (ALERTES-04). The consent is never ticked beforehand, and its sentence is the tender's, letter for letter (ALERTES-05). */
export function registrationPage(view: RegistrationView): AlertPage {
  const { visitor, fields, operation } = view;
  return alertPage({
    title: 'Inscrire un adhérent',
    visitor,
    active: 'members',
    body: html`${faultNotice(fields)}
<form method="post" action="${alertRoutes.memberCreation.path}"><input type="hidden" name="operation" value="${operation}">
${sheetFields(fields)}
${consentBox(view.consent, view.agreed)}
<p class="actions"><button>Enregistrer</button><a class="button second" href="${alertRoutes.members.path}">Annuler</a></p>
</form>`,
  });
}

/** The sentence is not typeset: it is what was agreed to. */
export function consentBox({ version, text }: ConsentText, checked: boolean): Markup {
  return html`<fieldset><legend>Accord de la personne</legend><input type="hidden" name="consentText" value="${version}">
<label class="choice"><input type="checkbox" name="consent" value="oui"${checked ? html` checked` : undefined}><span>${text}</span></label>
<p class="note">${typeset('À cocher avec la personne, après lui avoir lu cette phrase. Sans accord, aucun SMS ne lui est envoyé. L’accord peut être retiré à tout moment.')}</p></fieldset>`;
}

/** Changes to a sheet. */
export function memberEditPage({
  visitor,
  member,
  fields,
}: {
  readonly visitor: AlertVisitor;
  readonly member: Pick<Member, 'memberId' | 'version'>;
  readonly fields: SheetFields;
}): AlertPage {
  const path = memberPath(member.memberId);
  return alertPage({
    title: 'Modifier la fiche',
    visitor,
    active: 'members',
    body: html`${faultNotice(fields)}
<form method="post" action="${path}/modifier"><input type="hidden" name="version" value="${member.version}">
${sheetFields(fields)}
<p class="actions"><button>Enregistrer</button><a class="button second" href="${path}">Annuler</a></p>
</form>`,
  });
}

function faultNotice({ faults }: SheetFields): Markup | undefined {
  return faults.length === 0
    ? undefined
    : html`<p class="fault" role="alert">${typeset(`Rien n’est enregistré : ${faults.length === 1 ? 'un champ est' : `${faults.length} champs sont`} à corriger.`)}</p>`;
}

export interface AlikeView {
  readonly visitor: AlertVisitor;
  readonly typed: Pick<SheetFields, 'typed' | 'newGroups'>;
  readonly alike: readonly Member[];
  readonly today: string;
  /** Where the form goes on, and what it sends besides the sheet. */
  readonly action: string;
  readonly also: Readonly<Record<string, string>>;
}

/** Members who may be the same person, for whoever knows to tell (ALERTES-30): nothing is created before. */
export function alikePage({ visitor, typed, alike, today, action, also }: AlikeView): AlertPage {
  const items = alike.map(
    (member) =>
      html`<li><h2><a href="${memberPath(member.memberId)}">${memberName(member)}</a></h2><p>${typeset(member.birthDate === undefined ? 'Âge inconnu' : ageText(member, today))}</p></li>`,
  );
  const apart = alike.map(({ memberId }) => html`<input type="hidden" name="apart" value="${memberId}">`);
  const more = Object.entries(also).map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`);
  return alertPage({
    title: 'Est-ce la même personne ?',
    visitor,
    active: 'members',
    body: html`<p class="warn" role="alert">${typeset(`${alike.length === 1 ? 'Un adhérent ressemble' : `${alike.length} adhérents ressemblent`} à ${typed.typed.lastName} ${typed.typed.firstName}. Rien n’est encore enregistré.`)}</p>
<p>${typeset('Si c’est la même personne, ouvrez sa fiche :')}</p>
<ul class="cards">${items}</ul>
<form method="post" action="${action}">${hiddenSheet(typed)}${more}${apart}
<p class="actions"><button>${typeset('C’est une autre personne : enregistrer')}</button><a class="button second" href="${alertRoutes.members.path}">Annuler</a></p></form>`,
  });
}

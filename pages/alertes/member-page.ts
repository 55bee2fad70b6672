import { alertRoutes } from '../../contracts/alert-routes.ts';
import type { ConsentFact } from '../../domain/consent/consent.ts';
import type { Member, MemberGroup } from '../../domain/member/member.ts';
import { takesTexts } from '../../domain/member/member.ts';
import type { ConsentText } from '../../domain/programme/alert-content.ts';
import { shortDay, shortMoment, typeset } from '../../domain/report/french.ts';
import { html, type Markup } from '../html.ts';
import { type AlertPage, type AlertVisitor, alertPage } from './frame.ts';
import { consentBox } from './member-form-page.ts';
import { memberPath } from './member-list-page.ts';
import { ageText, memberName, phoneText, textsState } from './member-words.ts';

export interface MemberView {
  readonly visitor: AlertVisitor;
  readonly notice?: string;
  readonly member: Member;
  readonly groups: readonly MemberGroup[];
  /** Every word of theirs in the ledger. */
  readonly facts: readonly ConsentFact[];
  readonly consentTexts: readonly [ConsentText, ...ConsentText[]];
  readonly today: string;
  readonly timeZone: string;
  /** How those who wrote something down are called, by user name. */
  readonly staff: ReadonlyMap<string, string>;
}

/** The sheet of a member: who they are, what they agreed to, and what can be done. */
export function memberPage(view: MemberView): AlertPage {
  const { visitor, notice, member } = view;
  const path = memberPath(member.memberId);
  return alertPage({
    title: memberName(member),
    visitor,
    active: 'members',
    ...(notice !== undefined && { notice }),
    body: html`${sheet(view)}
<ul class="actions"><li><a class="button" href="${path}/modifier">Modifier la fiche</a></li><li><a class="button second" href="${alertRoutes.memberDates.path}?adherent=${member.memberId}">Dates et rappels</a></li></ul>
<h2>Accord pour les SMS</h2>
${consent(view, path)}
<h2>${typeset('Droits de la personne')}</h2>
<ul class="actions"><li><a class="button second" href="${path}/export">Exporter ses données (Excel)</a></li><li><a class="button danger" href="${path}/effacer">Effacer ses données</a></li></ul>`,
  });
}

function sheet({ member, groups, today, timeZone, staff }: MemberView): Markup {
  const { birthDate, phone, email, createdAt, createdBy, changedAt, changedBy, version } = member;
  const inGroups = groups.filter(({ groupId }) => member.groups.includes(groupId)).map(({ name }) => name);
  const birth = birthDate === undefined ? 'Inconnue' : `${shortDay(birthDate)} (${ageText(member, today)})`;
  return html`<dl><dt>Date de naissance</dt><dd>${birth}</dd>
<dt>Téléphone</dt><dd>${phone === undefined ? 'Aucun' : phoneText(phone.e164)}${phone !== undefined && !takesTexts(member) ? html` <span class="wait">SMS impossible : ce n’est pas un mobile</span>` : undefined}</dd>
<dt>Adresse électronique</dt><dd>${email ?? 'Aucune'}</dd>
<dt>Groupes</dt><dd>${inGroups.length === 0 ? 'Aucun' : inGroups.join(', ')}</dd>
<dt>SMS</dt><dd>${textsState(member)}</dd>
<dt>Inscrit</dt><dd>${typeset(`le ${shortMoment(timeZone, createdAt)} par ${staff.get(createdBy) ?? createdBy}`)}</dd>
${version === 1 ? undefined : html`<dt>Modifié</dt><dd>${typeset(`le ${shortMoment(timeZone, changedAt)} par ${staff.get(changedBy) ?? changedBy}`)}</dd>`}</dl>`;
}

function consent({ member, facts, consentTexts, timeZone, staff }: MemberView, path: string): Markup {
  const [current] = consentTexts;
  const sentence = (version: string) => consentTexts.find((text) => text.version === version)?.text;
  const given = member.consent?.change === 'given';
  const history = [...facts].sort((a, b) => (a.at < b.at ? 1 : -1));
  const form = given
    ? html`<form method="post" action="${path}/consentement"><input type="hidden" name="consentText" value="${member.consent?.textVersion ?? current.version}"><p><button class="danger" name="change" value="withdrawn">Retirer l’accord</button></p></form>`
    : html`<form method="post" action="${path}/consentement">${consentBox(current, false)}<p><button class="second" name="change" value="given">Enregistrer l’accord</button></p></form>`;
  return html`${
    history.length === 0
      ? html`<p>${typeset('Aucun accord n’a été donné : aucun SMS n’est envoyé à cette personne.')}</p>`
      : html`<ol>${history.map(
          (fact) =>
            html`<li>${typeset(`${fact.change === 'given' ? 'Accord donné' : 'Accord retiré'} le ${shortMoment(timeZone, fact.at)}, ${authorOf(fact, staff)}, texte ${fact.textVersion} :`)} « ${sentence(fact.textVersion) ?? fact.textVersion} »</li>
`,
        )}</ol>`
  }
${form}`;
}

function authorOf({ channel, by: userName }: ConsentFact, staff: MemberView['staff']): string {
  const by = userName === undefined ? undefined : (staff.get(userName) ?? userName);
  switch (channel) {
    case 'agent':
      return `écrit par ${by ?? 'le centre'}`;
    case 'import':
      return `par un fichier importé${by === undefined ? '' : ` par ${by}`}`;
    case 'sms':
    case 'web':
      return 'par la personne elle-même';
  }
}

/** Asks once more before a member is forgotten. */
export function forgetMemberPage(visitor: AlertVisitor, member: Member): AlertPage {
  const path = memberPath(member.memberId);
  return alertPage({
    title: 'Effacer ses données',
    visitor,
    active: 'members',
    body: html`<p class="warn">${typeset(`Toutes les données de ${memberName(member)} seront effacées : fiche, groupes, dates, messages programmés. Les statistiques gardent leurs totaux. C’est définitif.`)}</p>
<form method="post" action="${path}/effacer"><p class="actions"><button class="danger">Effacer définitivement</button><a class="button second" href="${path}">Annuler</a></p></form>`,
  });
}

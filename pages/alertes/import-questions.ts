import type { MemberGroup } from '../../domain/member/member.ts';
import type { FoundGroup } from '../../domain/member-import/member-import.ts';
import type { ConsentText } from '../../domain/programme/alert-content.ts';
import { typeset } from '../../domain/report/french.ts';
import { html, type Markup } from '../html.ts';

/** What becomes of groups that the file names and the structure has not: proposed, never guessed (ALERTES-18). Fields are `g-<folded name>`. */
export function groupQuestions(found: readonly FoundGroup[], groups: readonly MemberGroup[]): Markup | undefined {
  const known = found.filter((one) => one.known !== undefined);
  const unknown = found.filter((one) => one.known === undefined);
  const list = (names: readonly string[]) => names.join(', ');
  return found.length === 0
    ? undefined
    : html`<h2>Groupes du fichier</h2>
${known.length === 0 ? undefined : html`<p>${typeset(`Reconnus : ${list(known.map(({ name }) => name))}.`)}</p>`}
${unknown.length === 0 ? undefined : html`<div class="fields">${unknown.map((one) => groupQuestion(one, groups))}</div>`}`;
}

/** A name that resembles none of the structure's is proposed as a new group; one that does is left to whoever knows. */
function groupQuestion({ folded, name, rows, near }: FoundGroup, groups: readonly MemberGroup[]): Markup {
  const nearFirst = [
    ...groups.filter(({ groupId }) => near.includes(groupId)),
    ...groups.filter(({ groupId }) => !near.includes(groupId)),
  ];
  const choose = near.length > 0 ? html`<option value="">À choisir</option>` : undefined;
  return html`<div class="field"><label for="g-${folded}">${typeset(`« ${name} » (${rows === 1 ? '1 ligne' : `${rows} lignes`})`)}</label><select id="g-${folded}" name="g-${folded}"${near.length > 0 ? html` required` : undefined}>${choose}<option value="create">Créer ce groupe</option>${nearFirst.map(
    (group) => html`<option value="${group.groupId}">${typeset(`Mettre dans « ${group.name} »`)}</option>`,
  )}<option value="ignore">Ne pas en tenir compte</option></select></div>
`;
}

/** A file proves nothing by itself: whoever imports it says that the people marked agreed to the sentence, or that nothing is known. */
export function consentQuestion(hasColumn: boolean, agreed: number, { version, text }: ConsentText): Markup {
  if (!hasColumn || agreed === 0) {
    return html`<p class="warn">${typeset(
      hasColumn
        ? 'Aucune personne à inscrire n’est marquée d’un accord : aucun SMS ne pourra leur être envoyé.'
        : 'Ce fichier n’a pas de colonne d’accord : les personnes seront inscrites sans accord, et aucun SMS ne pourra leur être envoyé.',
    )}</p>`;
  }
  return html`<fieldset><legend>${typeset(agreed === 1 ? 'Accord de la personne marquée dans le fichier' : `Accord des ${agreed} personnes marquées dans le fichier`)}</legend>
<p>${typeset(agreed === 1 ? 'A-t-elle accepté cette phrase ?' : 'Ont-elles accepté cette phrase ?')} <b>${text}</b></p>
<label class="choice"><input type="radio" name="consentText" value="${version}" required>${typeset(agreed === 1 ? 'Oui : enregistrer son accord' : 'Oui : enregistrer leur accord')}</label>
<label class="choice"><input type="radio" name="consentText" value="" required>${typeset(agreed === 1 ? 'Non, ou je ne sais pas : l’inscrire sans accord' : 'Non, ou je ne sais pas : les inscrire sans accord')}</label></fieldset>`;
}

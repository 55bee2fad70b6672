import type { ReferralView } from '../domain/referral/referral-view.ts';
import { shortMoment, typeset } from '../domain/report/french.ts';
import { html, type Markup } from './html.ts';
import { page } from './layout.ts';

/** Open referrals of a cell, the most urgent first: why and since when. Who it is about is one click further, for one person at a time (COMMON-48). */
export function referralListPage(options: {
  /** French name of the cell. */
  readonly cell: string;
  readonly timeZone: string;
  readonly views: readonly ReferralView[];
  /** How many more there are. */
  readonly more: number;
  /** Where the form that takes charge of several is sent. */
  readonly takePath: string;
  readonly userName: string;
  readonly signOutPath: string;
  readonly hrefOf: (referralId: string) => string;
}): string {
  const { cell, timeZone, views, more, takePath, userName, signOutPath, hrefOf } = options;
  const waiting = views.filter(({ state }) => state === 'new').length;
  const content =
    views.length === 0
      ? html`<p>Aucun signalement ouvert.</p>`
      : html`<form method="post" action="${takePath}">
<div class="scroll"><table>
<caption class="heard">Signalements ouverts, le plus urgent d’abord</caption>
<thead><tr><th scope="col">Niveau</th><th scope="col">Prendre</th><th scope="col">Motifs</th><th scope="col">Créé le</th><th scope="col">État</th><th scope="col">Fiche</th></tr></thead>
<tbody>${views.map((view, index) => row(view, index + 1, timeZone, hrefOf(view.referralId)))}</tbody>
</table></div>
${waiting === 0 ? undefined : html`<p><button>Prendre en charge les signalements cochés</button></p>`}
</form>
${more === 0 ? undefined : html`<p class="note">${typeset(`Et ${more} autres, moins urgents : ils paraîtront ici à mesure que ceux-ci seront clos.`)}</p>`}`;
  return page({ title: `Signalements : ${cell}`, content, userName, signOutPath });
}

function row(view: ReferralView, rank: number, timeZone: string, href: string): Markup {
  const { referralId, levelLabel, reasons, createdAt, acknowledged } = view;
  const take =
    acknowledged === undefined
      ? html`<label class="choice"><input type="checkbox" name="referral" value="${referralId}"><span class="heard">Signalement ${rank}, ${levelLabel}</span></label>`
      : undefined;
  const state = acknowledged === undefined ? 'À prendre en charge' : `Pris en charge par ${acknowledged.by}`;
  return html`<tr>
<th scope="row">${view.isExercise ? 'EXERCICE – ' : ''}${levelLabel}</th>
<td data-label="Prendre">${take}</td>
<td data-label="Motifs">${typeset(reasons.join(' ; '))}</td>
<td data-label="Créé le">${shortMoment(timeZone, createdAt)}</td>
<td data-label="État"><span class="${acknowledged === undefined ? 'provisional' : 'definitive'}">${state}</span></td>
<td data-label="Fiche"><a href="${href}">Ouvrir<span class="heard"> le signalement ${rank}, ${levelLabel}</span></a></td>
</tr>
`;
}

import type { CardDraft, CardText, CardVersion } from '../domain/knowledge/card.ts';
import type { CardFault } from '../domain/knowledge/card-faults.ts';
import type { CardChange } from '../domain/knowledge/compare-cards.ts';
import { shortDay, shortMoment, typeset } from '../domain/report/french.ts';
import { cardForm } from './card-form.ts';
import { stateOf } from './card-list-page.ts';
import { changeTable, plainText } from './card-view.ts';
import { html, type Markup } from './html.ts';
import { page } from './layout.ts';

type Labelled = readonly { readonly code: string; readonly label: string }[];

export interface CardPage {
  readonly programme: string;
  readonly timeZone: string;
  /** Local day. */
  readonly today: string;
  /** Oldest first; none for a card that is only a draft. */
  readonly versions: readonly CardVersion[];
  /** The version that is read; absent: the last one. */
  readonly shown?: CardVersion;
  readonly draft?: CardDraft;
  /** What the draft would change. */
  readonly change?: CardChange;
  /** The form as it was sent, when it could not be kept. */
  readonly sent?: CardText;
  readonly faults: readonly CardFault[];
  readonly schemes: Labelled;
  readonly motives: Labelled;
  readonly edition: number;
  readonly said?: string;
  readonly listPath: string;
  readonly path: string;
  readonly toldPath: string;
  readonly userName: string;
  readonly signOutPath: string;
}

/** One card: what agents read, its draft and what it would change, its versions (SAMPS-20, SAMPS-21). */
export function cardPage(card: CardPage): string {
  const { versions, draft, said, sent, faults, listPath, programme, userName, signOutPath } = card;
  const last = versions.at(-1);
  const shown = card.shown ?? last;
  const title = shown?.text.title ?? draft?.text.title ?? 'Nouvelle fiche';
  const content = html`<p><a class="back" href="${listPath}">Toutes les fiches</a></p>
<p class="note">${programme}</p>
${said === undefined ? undefined : html`<p role="status"><strong>${typeset(said)}</strong></p>`}
${faultList(faults)}
${shown === undefined ? undefined : published(card, shown)}
${draft === undefined ? undefined : draftSection(card, draft)}
<section>
<h2>${draft === undefined && last === undefined ? 'Écrire la fiche' : 'Modifier'}</h2>
${cardForm(card, sent ?? draft?.text ?? last?.text)}
</section>
${last === undefined || last.withdrawn === true ? undefined : withdrawal(card)}
${versions.length === 0 ? undefined : history(card)}`;
  return page({ title: title === '' ? 'Nouvelle fiche' : title, content, userName, signOutPath });
}

function faultList(faults: readonly CardFault[]): Markup | undefined {
  return faults.length === 0
    ? undefined
    : html`<div class="fault" role="alert"><p>${typeset('La fiche n’est pas enregistrée :')}</p>
<ul>${faults.map(({ reason, accepted, value }) => html`<li>${typeset(`${reason}${value === undefined ? '' : ` (« ${value} »)`} ; accepté : ${accepted}.`)}</li>`)}</ul></div>`;
}

function published({ today, timeZone }: CardPage, one: CardVersion): Markup {
  const { text, version, publishedAt, publishedBy } = one;
  return html`<section>
<h2>${typeset(`Version ${version}`)}</h2>
<p>${stateOf(one, today)}, ${typeset(`publiée le ${shortMoment(timeZone, publishedAt)} par ${publishedBy === 'seed' ? 'le déploiement' : publishedBy}`)}</p>
${plainText(text.answer)}
${text.checklist.length === 0 ? undefined : html`<h3>${typeset('Pièces à fournir')}</h3><ul>${text.checklist.map((item) => html`<li>${typeset(item)}</li>`)}</ul>`}
${text.dates.length === 0 ? undefined : html`<h3>Dates</h3><ul>${text.dates.map(({ day, label }) => html`<li>${typeset(`${shortDay(day)} : ${label}${day < today ? ' (passé)' : ''}`)}</li>`)}</ul>`}
</section>`;
}

function draftSection({ path, change, edition }: CardPage, { revision }: CardDraft): Markup {
  const isNew = change !== undefined && change.before === undefined;
  const nothing = change !== undefined && !isNew && change.fields.length === 0;
  return html`<section>
<h2>Brouillon</h2>
${isNew ? html`<p>${typeset('Cette fiche est nouvelle : les conseillers ne la voient pas encore.')}</p>` : nothing ? html`<p>${typeset('Ce brouillon ne change rien à la fiche publiée.')}</p>` : change === undefined ? undefined : changeTable(change)}
<form method="post" action="${path}"><input type="hidden" name="revision" value="${revision}"><input type="hidden" name="edition" value="${edition}">
${isNew || nothing ? undefined : html`<p><label class="choice"><input type="checkbox" name="corrects" value="true"> ${typeset('La version publiée était fausse : lister les personnes à qui elle a été dite')}</label></p>`}
<p><button name="step" value="publish">Publier le brouillon</button> <button name="step" value="discard">Jeter le brouillon</button></p></form>
</section>`;
}

function withdrawal({ path, edition }: CardPage): Markup {
  return html`<section>
<h2>Retirer</h2>
<form method="post" action="${path}"><input type="hidden" name="edition" value="${edition}">
<p>${typeset('Les conseillers ne verront plus cette fiche. Ses versions restent lisibles depuis les appels.')}</p>
<p><label class="choice"><input type="checkbox" name="corrects" value="true"> ${typeset('Elle était fausse : lister les personnes à qui elle a été dite')}</label></p>
<p><button name="step" value="withdraw">Retirer la fiche</button></p></form>
</section>`;
}

function history({ versions, path, timeZone, toldPath }: CardPage): Markup {
  const corrected = versions.some(({ corrects }) => corrects === true);
  return html`<section>
<h2>Versions</h2>
${corrected ? html`<p><a class="button" href="${toldPath}">${typeset('Personnes à qui une version corrigée a été dite')}</a></p>` : undefined}
<ul class="links">${versions.toReversed().map(
    ({ version, publishedAt, publishedBy, corrects, withdrawn }) =>
      html`<li><a href="${path}?version=${version}">${typeset(`Version ${version}, ${shortMoment(timeZone, publishedAt)}, ${publishedBy === 'seed' ? 'déploiement' : publishedBy}${corrects === true ? ', correction' : ''}${withdrawn === true ? ', retrait' : ''}`)}</a></li>
`,
  )}</ul>
</section>`;
}

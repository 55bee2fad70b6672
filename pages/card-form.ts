import type { CardText } from '../domain/knowledge/card.ts';
import { shortDay, typeset } from '../domain/report/french.ts';
import type { CardPage } from './card-page.ts';
import { html, type Markup } from './html.ts';

/** The form by which a card is written, filled with what there is. It only keeps a draft. */
export function cardForm({ schemes, motives, path, draft, versions }: CardPage, text: CardText | undefined): Markup {
  const area = (
    name: string,
    label: string,
    value: string,
    rows: number,
    hint?: string,
  ) => html`<p><label for="${name}">${typeset(label)}</label><br>
${hint === undefined ? undefined : html`<span class="hint">${typeset(hint)}</span>`}<textarea id="${name}" name="${name}" rows="${rows}">${value}</textarea></p>
`;
  const line = (
    name: string,
    label: string,
    value: string,
    size: number,
    hint?: string,
  ) => html`<p><label for="${name}">${typeset(label)}</label><br>
${hint === undefined ? undefined : html`<span class="hint">${typeset(hint)}</span>`}<input id="${name}" name="${name}" value="${value}" size="${size}" autocomplete="off"></p>
`;
  const choice = (
    name: string,
    label: string,
    none: string,
    chosen: string | undefined,
    list: CardPage['schemes'],
  ) => html`<p><label for="${name}">${typeset(label)}</label><br>
<select id="${name}" name="${name}"><option value="">${none}</option>${list.map(({ code, label: shown }) => html`<option value="${code}"${code === chosen ? html` selected` : undefined}>${typeset(shown)}</option>`)}</select></p>
`;
  const day = (value: string | undefined) => (value === undefined ? '' : shortDay(value));
  return html`<form method="post" action="${path}"><input type="hidden" name="revision" value="${draft?.revision ?? 0}"><input type="hidden" name="basedOn" value="${versions.at(-1)?.version ?? 0}">
${line('title', 'Question, telle que la posent les usagers', text?.title ?? '', 70)}
${area('answer', 'Réponse', text?.answer ?? '', 8, 'Texte simple. Une ligne qui commence par « - » devient une puce.')}
${choice('scheme', 'Aide', 'Toutes les aides', text?.scheme, schemes)}
${choice('motive', 'Motif', 'Aucun en particulier', text?.motive, motives)}
${line('keywords', 'Mots-clés, séparés par des virgules', text?.keywords.join(', ') ?? '', 70)}
${area('checklist', 'Pièces à fournir, une par ligne', text?.checklist.join('\n') ?? '', 5)}
${area('dates', 'Dates de versement, une par ligne', (text?.dates ?? []).map((one) => `${day(one.day)} ${one.label}`).join('\n'), 4, 'jj/mm/aaaa puis le libellé')}
${line('refusalCode', 'Code de refus expliqué par cette fiche', text?.refusalCode ?? '', 10)}
${line('validFrom', 'Valable à partir du (jj/mm/aaaa)', day(text?.validFrom), 12, 'Vide : dès la publication')}
${line('validTo', 'Valable jusqu’au (jj/mm/aaaa)', day(text?.validTo), 12, 'Vide : sans fin')}
<p><button name="step" value="draft">Enregistrer le brouillon</button></p></form>`;
}

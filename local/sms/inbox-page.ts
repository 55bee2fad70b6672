import type { ReceivedMessage } from './phones.ts';

export interface PhoneLine {
  readonly number: string;
  readonly messages: number;
  readonly last: ReceivedMessage;
}

const title = 'Téléphones simulés';
const home = '/_local/messages';
const space = '\u202f';

/** The phones that received messages, the latest first. `asked`: digits that were looked for; `more`: phones that are not shown. */
export function phonesPage(lines: readonly PhoneLine[], asked: string, more: number): string {
  const rows = lines.map(
    ({ number, messages, last }) =>
      `<tr><th scope="row"><a href="${home}/${encodeURIComponent(number)}">${escapeHtml(number)}</a></th><td class="n">${messages}</td><td>${moment(last.at)}</td><td>${escapeHtml(last.body.slice(0, 60))}${last.body.length > 60 ? '…' : ''}</td></tr>`,
  );
  const found =
    rows.length === 0
      ? `<p>${asked === '' ? 'Aucun téléphone n’a reçu de SMS pour le moment.' : `Aucun téléphone dont le numéro contient «${space}${escapeHtml(asked)}${space}» n’a reçu de SMS.`}</p>`
      : `<div class="scroll" tabindex="0" role="region" aria-label="Téléphones"><table><thead><tr><th scope="col">Téléphone</th><th scope="col">SMS</th><th scope="col">Dernier</th><th scope="col">Il commence par</th></tr></thead><tbody>${rows.join('')}</tbody></table></div>`;
  const rest = more === 0 ? '' : `<p>${more} autres téléphones ne sont pas montrés${space}: cherchez par numéro.</p>`;
  return page(
    title,
    `<h1>${title}</h1><p>Les SMS que le service d’envoi simulé a remis. Rien ici ne part vers de vrais téléphones.</p>
<form><p><label for="q">Numéro, ou une partie</label><br><input id="q" name="q" inputmode="tel" value="${escapeHtml(asked)}"> <button>Chercher</button></p></form>${found}${rest}`,
  );
}

/** One phone: its messages, the latest first, their links ready to open. */
export function phonePage(number: string, messages: readonly ReceivedMessage[]): string {
  const items = messages
    .toReversed()
    .map(
      ({ at, from, body }) =>
        `<li><p class="from"><strong>${escapeHtml(from)}</strong> ${moment(at)}</p><p class="body">${linked(body)}</p></li>`,
    );
  const list = items.length === 0 ? '<p>Ce téléphone n’a reçu aucun SMS.</p>' : `<ol>${items.join('')}</ol>`;
  return page(
    `SMS du ${number}`,
    `<p><a href="${home}">Tous les téléphones</a></p><h1>SMS du ${escapeHtml(number)}</h1>${list}`,
  );
}

function moment(at: number): string {
  const iso = new Date(at).toISOString();
  return `<time datetime="${iso}">${iso.slice(8, 10)}/${iso.slice(5, 7)}/${iso.slice(0, 4)} ${iso.slice(11, 19)} UTC</time>`;
}

/** Text with its web addresses as links. */
function linked(text: string): string {
  const parts = text.split(/(https?:\/\/[^\s<>"]*[^\s<>".,;:!?)])/);
  return parts
    .map((part, index) =>
      index % 2 === 1 ? `<a href="${escapeHtml(part)}">${escapeHtml(part)}</a>` : escapeHtml(part),
    )
    .join('');
}

function page(name: string, body: string): string {
  return `<!doctype html><html lang="fr"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><link rel="icon" href="data:,"><title>${escapeHtml(name)}</title><style>
body{font:1rem/1.5 Arial,Helvetica,sans-serif;max-width:48rem;margin:2rem auto;padding:0 1rem;color:#1f2933;background:#fff}
h1{font-size:1.6rem;color:#1d4e6b}a{color:#1d4e6b}p{overflow-wrap:anywhere}input,button{font:inherit;min-height:44px;padding:.3rem .6rem;border:1px solid #66727e;border-radius:4px}
.scroll{overflow-x:auto}table{border-collapse:collapse}th,td{text-align:left;padding:.4rem .8rem .4rem 0;border-bottom:1px solid #d5dbe1;white-space:nowrap}.n{text-align:right}
ol{list-style:none;padding:0}li{border:1px solid #d5dbe1;border-radius:8px;padding:.6rem .9rem;margin:.8rem 0;background:#f6f8fa}.from{margin:0;color:#52606d}.body{margin:.3rem 0 0;white-space:pre-wrap}
a:focus-visible,button:focus-visible,input:focus-visible,.scroll:focus-visible{outline:3px solid #c2410c;outline-offset:2px}
</style></head><body><main>${body}</main></body></html>`;
}

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

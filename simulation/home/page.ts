/** The home page of the local centre: what runs, the day so far, the reports, and a phone to ring it yourself. In French, for people. */
export interface HomeModel {
  readonly title: string;
  readonly number: string;
  readonly reportsPath: string;
  readonly services: readonly { readonly name: string; readonly url: string }[];
}

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (character) => escapes[character] ?? character);

export function homePage(model: HomeModel): string {
  const services = model.services
    .map(({ name, url }) => `<tr><th scope="row">${escapeHtml(name)}</th><td><code>${escapeHtml(url)}</code></td></tr>`)
    .join('');
  const keys = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '*', '0', '#']
    .map((key) => `<button type="button" class="key" data-key="${key}" disabled>${key}</button>`)
    .join('');
  return `<!doctype html>
<html lang="fr"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>Permanence – ${escapeHtml(model.title)}</title><link rel="stylesheet" href="/_local/home.css"><script defer src="/_local/home.js"></script></head>
<body><a class="skip" href="#contenu">Aller au contenu</a>
<header><p class="brand">Permanence</p><p class="clock"><span id="day">–</span> <strong id="time">--:--:--</strong> <span id="zone"></span></p></header>
<main id="contenu"><h1>${escapeHtml(model.title)}</h1>
<p class="lead" id="status" role="status">Le centre démarre…</p>
<progress id="progress" max="1" value="0" aria-label="Avancement de la journée"></progress>
<section aria-labelledby="t-jour"><h2 id="t-jour">La journée</h2><dl class="figures" id="figures"></dl>
<p class="note">Chiffres <em>instantanés</em> de ce que le téléphone a vu ; les rapports, eux, ne viennent que du journal.</p></section>
<section aria-labelledby="t-agents"><h2 id="t-agents">Les conseillers</h2><ul class="agents" id="agents"></ul></section>
<section aria-labelledby="t-rapports"><h2 id="t-rapports">Les rapports</h2>
<p><a class="action" href="${escapeHtml(model.reportsPath)}">Ouvrir la page des rapports</a></p><p class="note">Connectez-vous en un clic comme « client » : les comptes de démonstration sont proposés.</p></section>
<section aria-labelledby="t-phone"><h2 id="t-phone">Appeler le centre</h2>
<p>Le ${escapeHtml(model.number)}, avec les annonces en toutes lettres.</p>
<form id="dial"><label for="from">Votre numéro <span class="hint">(vide : numéro masqué)</span></label> <input id="from" name="from" inputmode="tel" autocomplete="tel" value="75 12 34">
<button class="action" type="submit">Appeler</button> <button type="button" id="hangup" disabled>Raccrocher</button>
<button type="button" id="opening" title="Avance l'horloge du centre jusqu'à la prochaine ouverture">Aller à la prochaine ouverture</button></form>
<div class="phone"><ol id="transcript" aria-live="polite" aria-label="Ce que vous entendez"><li class="empty">Aucun appel pour l'instant.</li></ol><div class="keypad" role="group" aria-label="Clavier du téléphone">${keys}</div></div></section>
<section aria-labelledby="t-services"><h2 id="t-services">Ce qui tourne</h2><table><tbody>${services}</tbody></table></section>
</main></body></html>`;
}

export const homeStyle = `:root{color-scheme:light;--ink:#1b2733;--soft:#5a6a7a;--line:#d6dde4;--accent:#0b5c8a;--bg:#f6f8fa}
*{box-sizing:border-box}body{margin:0;font:16px/1.5 system-ui,"Segoe UI",Roboto,"DejaVu Sans",sans-serif;color:var(--ink);background:var(--bg)}
.skip{position:absolute;left:-999px}.skip:focus{left:8px;top:8px;background:#fff;padding:8px}
header{display:flex;justify-content:space-between;align-items:center;flex-wrap:wrap;gap:8px;padding:12px 24px;background:#0d2f47;color:#fff}header p{margin:0}.brand{font-weight:700;letter-spacing:.04em;font-size:1.15rem}.clock strong{font-variant-numeric:tabular-nums;font-size:1.15rem}
main{max-width:1080px;margin:0 auto;padding:8px 24px 48px;display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,440px),1fr));gap:16px}h1,.lead,#progress{grid-column:1/-1;margin:8px 0 0}h1{font-size:1.6rem}.lead{color:var(--soft)}#progress{width:100%;height:10px;accent-color:var(--accent)}
section{background:#fff;border:1px solid var(--line);border-radius:8px;padding:16px 20px}h2{margin:0 0 8px;font-size:1.1rem}
.figures{display:grid;grid-template-columns:repeat(3,1fr);gap:12px;margin:0}.figures div{border-left:3px solid var(--accent);padding-left:10px}.figures dt{color:var(--soft);font-size:.85rem}.figures dd{margin:0;font-size:1.45rem;font-weight:650;font-variant-numeric:tabular-nums}
.note,.hint{color:var(--soft);font-size:.88rem}.agents{list-style:none;padding:0;margin:0;display:grid;grid-template-columns:repeat(auto-fill,minmax(190px,1fr));gap:6px}.agents li{display:flex;justify-content:space-between;gap:8px;border:1px solid var(--line);border-radius:6px;padding:4px 10px}.agents span{color:var(--soft)}
button,.action{font:inherit;border:1px solid var(--accent);border-radius:6px;background:#fff;color:var(--accent);padding:8px 14px;min-height:44px;cursor:pointer;text-decoration:none;display:inline-block}.action{background:var(--accent);color:#fff}button:disabled{opacity:.5;cursor:not-allowed}button:focus-visible,a:focus-visible,input:focus-visible{outline:3px solid #f2a900;outline-offset:2px}
form{display:flex;flex-wrap:wrap;gap:8px;align-items:center}input{font:inherit;padding:8px 10px;min-height:44px;border:1px solid #8695a4;border-radius:6px;width:10em}
.phone{display:grid;grid-template-columns:1fr auto;gap:16px;margin-top:12px}#transcript{margin:0;padding:10px 10px 10px 14px;list-style:none;min-height:180px;max-height:320px;overflow:auto;border:1px solid var(--line);border-radius:6px;background:#fbfcfd}#transcript li{padding:3px 0}#transcript .you{color:var(--accent)}#transcript .empty,#transcript .event{color:var(--soft)}
.keypad{display:grid;grid-template-columns:repeat(3,52px);gap:6px;align-content:start}.key{padding:0;width:52px;height:48px;font-size:1.1rem}table{width:100%;border-collapse:collapse}th,td{text-align:left;padding:6px 8px;border-bottom:1px solid var(--line);font-size:.92rem;vertical-align:top}td code{word-break:break-all}
@media(max-width:520px){.phone{grid-template-columns:1fr}.figures{grid-template-columns:repeat(2,1fr)}main{padding:8px 12px 32px}}`;

/** Runs in the browser: shows the pushed state, and turns the keypad into a phone. */
export const homeScript = `(() => {
const $ = (id) => document.getElementById(id);
const text = (tag, content, cls) => { const el = document.createElement(tag); el.textContent = content; if (cls) el.className = cls; return el; };
const line = (content, cls) => { const list = $('transcript'); list.querySelector('.empty')?.remove(); list.append(text('li', content, cls)); list.scrollTop = list.scrollHeight; };
let inCall = false;
const setCall = (on) => { inCall = on; $('hangup').disabled = !on; document.querySelectorAll('.key').forEach((k) => { k.disabled = !on; }); $('dial').querySelector('[type=submit]').disabled = on; };
const post = async (path, body) => { const r = await fetch('/_local/' + path, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body ?? {}) }); if (!r.ok) line((await r.json()).message, 'event'); return r.ok; };
const source = new EventSource('/_local/events');
source.addEventListener('state', (e) => { const s = JSON.parse(e.data);
 $('day').textContent = s.day; $('time').textContent = s.time; $('zone').textContent = s.zone; $('status').textContent = s.status; $('progress').value = s.progress;
 $('figures').replaceChildren(...s.figures.map(([label, value]) => { const d = document.createElement('div'); d.append(text('dt', label), text('dd', value)); return d; }));
 $('agents').replaceChildren(...s.agents.map((a) => { const li = document.createElement('li'); li.append(text('strong', a.name), text('span', a.status)); return li; })); });
source.addEventListener('phone', (e) => { const p = JSON.parse(e.data); line(p.text, p.cls); if (p.ended) setCall(false); });
source.onerror = () => { $('status').textContent = 'La page a perdu le centre ; elle réessaie.'; };
$('dial').addEventListener('submit', async (e) => { e.preventDefault(); $('transcript').replaceChildren(); setCall(true); if (!(await post('phone/dial', { from: $('from').value }))) setCall(false); });
$('hangup').addEventListener('click', () => post('phone/hang-up'));
$('opening').addEventListener('click', () => post('clock/next-opening'));
const press = (key) => { line('Vous tapez ' + key, 'you'); post('phone/press', { digit: key }); };
document.querySelectorAll('.key').forEach((k) => k.addEventListener('click', () => press(k.dataset.key)));
document.addEventListener('keydown', (e) => { if (inCall && e.target.tagName !== 'INPUT' && /^[0-9*#]$/.test(e.key)) press(e.key); });
})();`;

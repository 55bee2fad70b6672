import { gsmCharacters } from '../../domain/message/gsm7.ts';

/**
 * Counts the SMS of a text while it is typed (COMMON-33), as the server does when the preview is asked for: `segmentsOf`, over the longest text that the
 * fields can become. Runs in the browser, on an element of this page alone; a test holds it to the server's count.
 */
export const alertCounterScript = `(() => {
const basic = new Set(${JSON.stringify(gsmCharacters.basic)});
const extended = new Set(${JSON.stringify(gsmCharacters.extended)});
const count = (text) => {
  const characters = [...text];
  const size = (one) => basic.has(one) ? 1 : extended.has(one) ? 2 : 0;
  const foreign = [...new Set(characters.filter((one) => size(one) === 0))];
  const wide = foreign.length > 0;
  const sizes = characters.map((one) => wide ? one.length : size(one));
  const units = sizes.reduce((sum, one) => sum + one, 0);
  const [alone, joined] = wide ? [70, 67] : [160, 153];
  if (units <= alone) return { parts: units === 0 ? 0 : 1, left: alone - units, foreign };
  let parts = 1, used = 0;
  for (const one of sizes) {
    if (used + one > joined) { parts += 1; used = 0; }
    used += one;
  }
  return { parts, left: joined - used, foreign };
};
const widest = (typed, data) => {
  const text = typed.normalize('NFC').replace(/\\r\\n?/g, '\\n').trim();
  return (text.replaceAll('{structure}', data.structure) + data.ending)
    .replaceAll('{link}', 'x'.repeat(Number(data.link)))
    .replaceAll('{prenom}', 'x'.repeat(20)).replaceAll('{nom}', 'x'.repeat(20)).replaceAll('{date_rdv}', 'x'.repeat(13));
};
const words = ({ parts, left, foreign }, data) => {
  const price = (parts * Number(data.price)).toFixed(3).replace('.', ',');
  const why = foreign.length === 0 ? '' : ' Les caractères ' + foreign.slice(0, 6).join(' ') + ' prennent plus de place.';
  return parts + ' SMS par personne (' + price + ' $ US), reste ' + left + ' caractères.' + why;
};
if (typeof document === 'undefined') { globalThis.countAlert = (typed, data) => count(widest(typed, data)); return; }
const area = document.querySelector('textarea[data-ending]');
const output = document.getElementById('compte');
if (area === null || output === null) return;
const show = () => { output.textContent = words(count(widest(area.value, area.dataset)), area.dataset); };
area.addEventListener('input', show);
show();
const later = document.getElementById('plus-tard');
const moment = document.getElementById('moment');
const toggle = () => { moment.style.display = later.checked ? '' : 'none'; };
for (const one of document.querySelectorAll('input[name=quand]')) one.addEventListener('change', toggle);
toggle();
for (const button of document.querySelectorAll('button[data-champ]')) {
  button.hidden = false;
  button.addEventListener('click', () => {
    area.setRangeText(button.dataset.champ, area.selectionStart, area.selectionEnd, 'end');
    area.focus();
    show();
  });
}
})();`;

import { headingWords } from './heading.ts';
import { type RawCell, textOf } from './raw-row.ts';

export const acceptedFlags = 'oui ou non (ou une croix, vrai/faux, 1/0)';

const yes = new Set(['oui', 'o', 'yes', 'y', 'vrai', 'true', 'x', '1', 'ok', 'coche']);
const no = new Set(['non', 'no', 'faux', 'false', '0']);

/** Yes or no as people write it; undefined when the cell is empty, `unclear` when it says neither. */
export function readFlag(cell: RawCell): boolean | undefined | 'unclear' {
  if (typeof cell === 'boolean') {
    return cell;
  }
  const text = textOf(cell);
  if (text === '' || text === '-') {
    return undefined;
  }
  if (/^[✓✔☑☒✗✘]$/.test(text)) {
    return true;
  }
  // « n » alone is a small word of headings, and here a no.
  const [first = /^n$/i.test(text) ? 'no' : ''] = headingWords(text);
  return yes.has(first) ? true : no.has(first) ? false : 'unclear';
}

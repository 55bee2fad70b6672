import { addDays } from '../../domain/calendar/local-time.ts';
import type { Canaries } from './canaries.ts';
import type { FormField, PageForm } from './page-forms.ts';

/** What chance decides. */
export interface Draw {
  integer(least: number, most: number): number;
  chance(probability: number): boolean;
}

/** Fills a form as somebody of a structure might, in no particular sense: what they type holds their canaries. `today`: local day. */
export function filled({ fields }: PageForm, canaries: Canaries, draw: Draw, today: string): [string, string][] {
  const buttons = fields.filter(({ type, name }) => type === 'button' && name !== '');
  const pressed = buttons.length === 0 ? undefined : buttons[draw.integer(0, buttons.length - 1)];
  const sent: [string, string][] = [];
  const chosen = new Set<string>();
  for (const field of fields) {
    if (field.name === '' || field.type === 'button') continue;
    if (field.type === 'radio') {
      const others = fields.filter(({ name, type }) => name === field.name && type === 'radio');
      if (!chosen.has(field.name)) {
        const one = others[draw.integer(0, others.length - 1)];
        sent.push([field.name, one?.value ?? field.value]);
      }
      chosen.add(field.name);
    } else if (field.type === 'checkbox') {
      if (draw.chance(0.6)) sent.push([field.name, field.value]);
    } else {
      sent.push([field.name, typed(field, canaries, draw, today)]);
    }
  }
  return pressed === undefined ? sent : [...sent, [pressed.name, pressed.value]];
}

function typed(field: FormField, { word, phone }: Canaries, draw: Draw, today: string): string {
  const { name, type, value, options } = field;
  const serial = String(draw.integer(0, 9));
  if (type === 'hidden') return value;
  if (type === 'select') return options.length === 0 ? value : (options[draw.integer(0, options.length - 1)] ?? value);
  if (type === 'email' || /mail/i.test(name)) return draw.chance(0.5) ? '' : `p${serial}@${word}.example`;
  if (type === 'tel' || /phone|tel/i.test(name)) return `06 39 98 ${phone.slice(0, 2)} ${phone.slice(2)}${serial}`;
  if (/birth|naissance/i.test(name)) return type === 'date' ? `198${serial}-03-12` : `12/03/198${serial}`;
  if (type === 'date' || /^(day|date|jour)$/i.test(name)) {
    const day = addDays(today, draw.integer(0, 40));
    return type === 'date' ? day : day.split('-').reverse().join('/');
  }
  if (type === 'time' || /time|heure/i.test(name)) return `1${serial}:30`;
  if (type === 'number') return serial;
  // Letters only: names are of letters.
  return `${word}${'abcdefghij'.charAt(Number(serial))}${'klmnopqrst'.charAt(draw.integer(0, 9))}`;
}

import { addDays } from '../../domain/calendar/local-time.ts';
import type { Canaries } from './canaries.ts';
import type { FormField, PageForm } from './page-forms.ts';

/** What chance decides. */
export interface Draw {
  integer(least: number, most: number): number;
  chance(probability: number): boolean;
}

export interface Filled {
  /** Where the pressed button sends it. */
  readonly action: string;
  readonly fields: [string, string][];
}

/** Share of what a form holds already that is left as it is. */
const left = 0.7;

/** Fills a form as somebody of a structure might, in no particular sense: what they type holds their canaries. `today`: local day. */
export function filled({ action, fields }: PageForm, canaries: Canaries, draw: Draw, today: string): Filled {
  const buttons = fields.filter(({ type }) => type === 'button');
  const pressed = buttons[draw.integer(0, Math.max(0, buttons.length - 1))];
  const sent: [string, string][] = [];
  const chosen = new Set<string>();
  for (const field of fields) {
    if (field.name === '' || field.type === 'button' || chosen.has(field.name)) continue;
    if (field.type === 'radio') {
      chosen.add(field.name);
      sent.push([field.name, radioOf(field, fields, draw)]);
    } else if (field.type === 'checkbox') {
      const ticked = field.checked && draw.chance(left) ? true : draw.chance(0.4);
      if (ticked) sent.push([field.name, field.value]);
    } else {
      const stays = field.value !== '' && draw.chance(left);
      sent.push([field.name, stays ? field.value : typed(field, canaries, draw, today)]);
    }
  }
  const said = pressed === undefined || pressed.name === '' ? [] : [[pressed.name, pressed.value] as [string, string]];
  return { action: pressed?.action ?? action, fields: [...sent, ...said] };
}

function radioOf(field: FormField, fields: readonly FormField[], draw: Draw): string {
  const choices = fields.filter(({ name, type }) => name === field.name && type === 'radio');
  const standing = choices.find(({ checked }) => checked);
  return standing !== undefined && draw.chance(left)
    ? standing.value
    : (choices[draw.integer(0, choices.length - 1)]?.value ?? field.value);
}

function typed(field: FormField, { word, sign, phone }: Canaries, draw: Draw, today: string): string {
  const { name, type, value, options } = field;
  const serial = String(draw.integer(0, 9));
  if (type === 'hidden') return value;
  if (type === 'select') return options[draw.integer(0, Math.max(0, options.length - 1))] ?? value;
  if (type === 'email' || /mail/i.test(name)) return draw.chance(0.5) ? '' : `p${serial}@${word}.example`;
  if (type === 'tel' || /phone|tel/i.test(name))
    return `06 12 ${phone.slice(0, 2)} ${phone.slice(2)}${serial} 0${draw.integer(0, 9)}`;
  if (/birth|naissance/i.test(name)) return type === 'date' ? `198${serial}-03-12` : `12/03/198${serial}`;
  if (type === 'date' || /^(day|date|jour)$/i.test(name)) {
    const day = addDays(today, draw.integer(0, 40));
    return type === 'date' ? day : day.split('-').reverse().join('/');
  }
  if (type === 'time' || /time|heure/i.test(name)) return `1${serial}:30`;
  if (type === 'number') return serial;
  // Letters only: names are of letters. Those of groups are in the journal, which has none of members.
  return `${/group|^name$/i.test(name) ? sign : word}${'abcdefghij'.charAt(Number(serial))}${'klmnopqrst'.charAt(draw.integer(0, 9))}`;
}

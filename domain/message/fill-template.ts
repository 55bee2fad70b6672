import { addDays } from '../calendar/local-time.ts';
import { fillText } from '../context/fill-text.ts';
import type { MessageField, MessageTemplate } from './message-template.ts';
import { segmentsOf } from './segments.ts';

/** What of a person a text may say. */
export interface NamedPerson {
  readonly firstName: string;
  readonly lastName: string;
}

/**
 * Values that whoever plans a message must give, as they are sent. Throws naming the field, the value and what is accepted: a message that could not
 * be written must not be planned.
 */
export function checkedFields(
  { code, fields }: Pick<MessageTemplate, 'code' | 'fields'>,
  given: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> {
  const wanted = fields.filter(({ type }) => type !== 'name');
  const strange = Object.keys(given).find((name) => !wanted.some((field) => field.name === name));
  if (strange !== undefined) {
    const names = wanted.map(({ name }) => name).join(', ');
    throw new Error(`Template "${code}" has no field "${strange}" to be given; accepted: ${names || 'none'}`);
  }
  return Object.fromEntries(wanted.map((field) => [field.name, sent(code, field, given[field.name])]));
}

/** The text as it leaves. `link`: absent = the text has no place for one. */
export function fillTemplate(
  template: Pick<MessageTemplate, 'code' | 'fields' | 'text'>,
  given: Readonly<Record<string, string>>,
  person: NamedPerson,
  link: string | undefined,
): string {
  const names = template.fields.flatMap((field) =>
    field.type === 'name' ? [[field.name, [...person[field.part]].slice(0, field.max).join('')] as const] : [],
  );
  return fillText(template.text, { ...checkedFields(template, given), ...Object.fromEntries(names), link });
}

function sent(code: string, field: MessageField, value: string | undefined): string {
  const refuse = (accepted: string): never => {
    throw new Error(`Field "${field.name}" of template "${code}" is ${JSON.stringify(value)}; accepted: ${accepted}`);
  };
  if (value === undefined) {
    return refuse('a text');
  }
  switch (field.type) {
    case 'day':
      // Throws on a day that does not exist.
      return addDays(value, 0).slice(5).split('-').reverse().join('/');
    case 'time':
      return /^([01]\d|2[0-3]):[0-5]\d$/.test(value)
        ? value.replace(/^0/, '').replace(':', 'h').replace(/h00$/, 'h')
        : refuse('HH:MM, such as 09:30');
    case 'digits':
      return /^[\d ]+$/.test(value) && value.length <= field.max ? value : refuse(`at most ${field.max} digits`);
    case 'text':
      return value.length <= field.max && segmentsOf(value).encoding === 'GSM-7'
        ? value
        : refuse(`at most ${field.max} characters of GSM-7`);
    default:
      return refuse('nothing: it is filled from the profile');
  }
}

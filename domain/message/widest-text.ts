import type { MessageField, MessageTemplate } from './message-template.ts';

/** The longest text that a template can become. A name may hold a letter that GSM-7 lacks, which makes the whole text UCS-2. */
export function widestText({ text, fields }: Pick<MessageTemplate, 'text' | 'fields'>, linkLength: number): string {
  return text.replace(/\{(\w+)\}/g, (place, name: string) => {
    const field = fields.find((one) => one.name === name);
    return name === 'link' ? 'x'.repeat(linkLength) : field === undefined ? place : widest(field);
  });
}

function widest(field: MessageField): string {
  switch (field.type) {
    case 'day':
      return '31/12';
    case 'time':
      return '23h59';
    case 'name':
      return 'ê'.repeat(field.max);
    case 'digits':
      return '0'.repeat(field.max);
    default:
      return 'x'.repeat(field.max);
  }
}

import type { MessageField, MessageTemplate } from '../../domain/message/message-template.ts';
import { membersOf } from '../../domain/question/question-form.ts';

/** Longer than any message may be, and than anybody types. */
const mostCharacters = 2000;
const mostFields = 20;
const purposes: readonly MessageTemplate['purpose'][] = ['survey', 'reminder', 'information'];

/** Reads a draft: `{ code?, purpose?, text, fields? }`. Throws a sentence in French that names the field, its value and what is accepted. */
export function readDraft(body: unknown): MessageTemplate {
  const { code = 'brouillon', purpose = 'information', text, fields = [] } = membersOf(body);
  if (typeof text !== 'string' || text.length > mostCharacters) {
    throw new Error(`Le champ « text » est refusé ; accepté : un texte de ${mostCharacters} caractères au plus.`);
  }
  if (typeof code !== 'string') {
    throw new Error(`Le champ « code » vaut ${JSON.stringify(code)} ; accepté : un texte.`);
  }
  const kind = purposes.find((one) => one === purpose);
  if (kind === undefined) {
    throw new Error(`Le champ « purpose » vaut ${JSON.stringify(purpose)} ; accepté : ${purposes.join(', ')}.`);
  }
  if (!Array.isArray(fields) || fields.length > mostFields) {
    throw new Error(`Le champ « fields » est refusé ; accepté : une liste de ${mostFields} champs au plus.`);
  }
  return { code, version: 1, purpose: kind, text, fields: fields.map(readField) };
}

function readField(value: unknown, index: number): MessageField {
  const { name, type, max, part } = membersOf(value);
  const refuse = (accepted: string): never => {
    throw new Error(`fields[${index}] vaut ${JSON.stringify(value)} ; accepté : ${accepted}.`);
  };
  if (typeof name !== 'string' || !/^\w{1,40}$/.test(name)) {
    return refuse('un nom de lettres et de chiffres dans « name »');
  }
  const length = typeof max === 'number' ? max : 0;
  switch (type) {
    case 'day':
    case 'time':
      return { name, type };
    case 'text':
    case 'digits':
      return { name, type, max: length };
    case 'name':
      return part === 'firstName' || part === 'lastName'
        ? { name, type, part, max: length }
        : refuse('firstName ou lastName dans « part »');
    default:
      return refuse('text, day, time, digits ou name dans « type »');
  }
}

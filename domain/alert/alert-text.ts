import type { MessageField, MessageTemplate } from '../message/message-template.ts';

/** Places of a text that staff may write (ALERTES-06). */
export const alertPlaces = ['prenom', 'nom', 'structure', 'date_rdv'] as const;
/** Ends every text: the sender cannot be answered, so one stops by a link (COMMON-34, ALERTES-31). */
export const stopEnding = '\nSTOP : {link}';
/** A longer first name is cut. */
const longestName = 20;
/** « 31/12 à 23h59 ». */
const longestDate = 13;

const fieldOf: Readonly<Record<string, MessageField>> = {
  prenom: { name: 'prenom', type: 'name', part: 'firstName', max: longestName },
  nom: { name: 'nom', type: 'name', part: 'lastName', max: longestName },
  date_rdv: { name: 'date_rdv', type: 'text', max: longestDate },
};

/** What of a structure's texts makes a template: the engine fills names and link as it leaves, and the name of the structure is part of the text. */
export function alertTemplate(
  code: string,
  text: string,
  structureName: string,
  purpose: MessageTemplate['purpose'] = 'information',
): MessageTemplate {
  const whole = `${cleanText(text).replaceAll('{structure}', nameInTexts(structureName))}${stopEnding}`;
  const fields = ['prenom', 'nom', 'date_rdv'].flatMap((name) => {
    const field = fieldOf[name];
    return field !== undefined && whole.includes(`{${name}}`) ? [field] : [];
  });
  return { code, version: 1, purpose, text: whole, fields };
}

/**
 * The same with names of the usual letters: what is judged and counted before anybody is chosen. A letter that GSM-7 lacks turns the text of whoever has
 * it to UCS-2, which is counted exactly for those who were chosen (`previewAlert`).
 */
export function usualTemplate(text: string, structureName: string): MessageTemplate {
  const template = alertTemplate('alerte', text, structureName);
  const usual = (field: MessageField): MessageField =>
    field.type === 'name' ? { name: field.name, type: 'text', max: field.max } : field;
  return { ...template, fields: template.fields.map(usual) };
}

/** The name of a structure as SMS say it: with the straight apostrophe, since the curved one alone makes a text twice as long to pay. */
export function nameInTexts(structureName: string): string {
  return structureName.replaceAll('’', "'");
}

/** Lines as the browser sends them, and blanks at the ends, are not worth a character. */
export function cleanText(text: string): string {
  return text.normalize('NFC').replaceAll(/\r\n?/g, '\n').trim();
}

/** Whether the text says a date, which each person has their own of. */
export function saysDate(text: string): boolean {
  return text.includes('{date_rdv}');
}

/** What is wrong with the places of a text, in French: a brace that names no place would be sent as it stands. */
export function placeFaults(text: string): readonly string[] {
  const rest = alertPlaces.reduce((left, place) => left.replaceAll(`{${place}}`, ''), text);
  const wrong = [...new Set(rest.match(/\{[^{}]*\}?|\}/g) ?? [])];
  const accepted = alertPlaces.map((place) => `{${place}}`).join(', ');
  return wrong.map((place) => `« ${place} » n’est pas un champ ; acceptés : ${accepted}.`);
}

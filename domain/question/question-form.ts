import { isDay } from '../calendar/is-day.ts';

/** A question as the desk sends it. */
export interface QuestionForm {
  /** Made by the desk, one per question: sending it again opens nothing more. */
  readonly clientId: string;
  readonly scheme: string;
  readonly text: string;
  readonly contactId?: string;
  /** Pseudonym of the number to call with the answer. */
  readonly numberKey?: string;
  /** Local day by which the answer is wished, YYYY-MM-DD. */
  readonly dueOn?: string;
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
const longest = 500;
/** Six digits or more, however they are spaced: a telephone number. */
const phone = /\d(?:[ .-]?\d){5,}/;

/** Reads a question; answers the fault in French, as the agent reads it. */
export function parseQuestionForm(body: unknown): QuestionForm | { readonly fault: string } {
  const { clientId, scheme, text, contactId, numberKey, dueOn } = membersOf(body);
  if (typeof clientId !== 'string' || !uuid.test(clientId)) {
    return { fault: 'Le champ « clientId » manque ou n’est pas un identifiant ; valeur acceptée : un UUID.' };
  }
  if (typeof scheme !== 'string' || scheme === '') {
    return { fault: 'Le champ « scheme » manque ; valeur acceptée : le code d’un dispositif d’aide.' };
  }
  const read = parseText(text);
  if ('fault' in read) {
    return read;
  }
  if (dueOn !== undefined && (typeof dueOn !== 'string' || !isDay(dueOn))) {
    return { fault: `Le champ « dueOn » vaut « ${String(dueOn)} » ; valeur acceptée : un jour, AAAA-MM-JJ.` };
  }
  return {
    ...{ clientId, scheme, text: read.text },
    ...(typeof contactId === 'string' && contactId && { contactId }),
    ...(typeof numberKey === 'string' && numberKey && { numberKey }),
    ...(dueOn !== undefined && { dueOn }),
  };
}

/** Text of a question or of its answer: 1 to 500 characters, no telephone number (the person is known by the contact). */
export function parseText(text: unknown): { readonly text: string } | { readonly fault: string } {
  if (typeof text !== 'string' || text.trim() === '' || text.length > longest) {
    return { fault: `Le champ « text » manque ou est trop long ; valeur acceptée : de 1 à ${longest} caractères.` };
  }
  if (phone.test(text)) {
    return { fault: 'Le texte contient un numéro ; écrivez la question sans nom ni numéro.' };
  }
  return { text: text.trim() };
}

export function membersOf(body: unknown): Readonly<Record<string, unknown>> {
  return typeof body === 'object' && body !== null ? Object.fromEntries(Object.entries(body)) : {};
}

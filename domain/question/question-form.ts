/** A question as the desk sends it. */
export interface QuestionForm {
  /** Made by the desk, one per question: sending it again opens nothing more. */
  readonly clientId: string;
  readonly scheme: string;
  readonly text: string;
  readonly contactId?: string;
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
const longest = 500;
/** Six digits or more, however they are spaced: a telephone number. */
const phone = /\d(?:[ .-]?\d){5,}/;

/** Reads a question; answers the fault in French, as the agent reads it. */
export function parseQuestionForm(body: unknown): QuestionForm | { readonly fault: string } {
  const { clientId, scheme, text, contactId } = membersOf(body);
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
  return { clientId, scheme, text: read.text, ...(typeof contactId === 'string' && contactId && { contactId }) };
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

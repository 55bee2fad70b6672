/** What an agent notes at the end of a contact, as the desk sends it. */
export interface WrapUpForm {
  /** Made by the desk, one per submission: sending it again files nothing more. */
  readonly clientId: string;
  readonly scheme: string;
  readonly motive: string;
  /** 1 at first, greater for each correction: the greatest is kept. */
  readonly revision: number;
  /** The callback this conversation answers, when the person was dialled by hand (channel `manual`). */
  readonly callback?: { readonly callbackId: string; readonly numberKey: string };
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** Reads the form; answers the fault in French, as the agent reads it, instead of throwing. */
export function parseWrapUpForm(body: unknown): WrapUpForm | { readonly fault: string } {
  const form: Readonly<Record<string, unknown>> =
    typeof body === 'object' && body !== null ? Object.fromEntries(Object.entries(body)) : {};
  const { clientId, scheme, motive, revision = 1, callbackId, numberKey } = form;
  if (typeof clientId !== 'string' || !uuid.test(clientId)) {
    return { fault: fault('clientId', clientId, 'un identifiant UUID') };
  }
  if (typeof scheme !== 'string' || scheme === '') {
    return { fault: fault('scheme', scheme, 'le code d’un dispositif d’aide') };
  }
  if (typeof motive !== 'string' || motive === '') {
    return { fault: fault('motive', motive, 'le code d’un motif') };
  }
  if (typeof revision !== 'number' || !Number.isInteger(revision) || revision < 1) {
    return { fault: fault('revision', revision, 'un entier à partir de 1') };
  }
  const isManual = typeof callbackId === 'string' && typeof numberKey === 'string';
  return { clientId, scheme, motive, revision, ...(isManual && { callback: { callbackId, numberKey } }) };
}

function fault(field: string, value: unknown, accepted: string): string {
  return value === undefined
    ? `Le champ « ${field} » manque ; valeur acceptée : ${accepted}.`
    : `Le champ « ${field} » vaut ${JSON.stringify(value)} ; valeur acceptée : ${accepted}.`;
}

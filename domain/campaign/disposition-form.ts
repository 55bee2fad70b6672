import { type Disposition, dispositions, effectOf, isDisposition } from '../attempt/dispositions.ts';
import { type AttemptName, parseAttemptId } from './attempt-id.ts';

/** What an agent says of a campaign contact, as the desk sends it. Instants are ISO UTC. */
export interface DispositionForm {
  readonly attempt: AttemptName;
  readonly disposition: Disposition;
  /** 1 at first, greater for each correction: the greatest is kept, so that sending it again changes nothing. */
  readonly revision: number;
  readonly askedFor?: string;
  readonly absentUntil?: string;
  /** With a script: what the person will do, a code of its list. */
  readonly outcome?: string;
}

/** Whether a wrap-up is of a campaign contact: it says what came of the attempt instead of a scheme and a motive. */
export function isDispositionForm(body: unknown): boolean {
  return typeof body === 'object' && body !== null && 'disposition' in body;
}

/** Reads the form; answers the fault in French, as the agent reads it, instead of throwing. */
export function parseDispositionForm(body: unknown): DispositionForm | { readonly fault: string } {
  const form: Readonly<Record<string, unknown>> =
    typeof body === 'object' && body !== null ? Object.fromEntries(Object.entries(body)) : {};
  const { attemptId, disposition, revision = 1, askedFor, absentUntil, outcome } = form;
  const attempt = typeof attemptId === 'string' ? parseAttemptId(attemptId) : undefined;
  if (attempt === undefined) {
    return { fault: fault('attemptId', attemptId, 'l’identifiant de tentative du contact') };
  }
  if (!isDisposition(disposition)) {
    return { fault: fault('disposition', disposition, acceptedDispositions()) };
  }
  if (typeof revision !== 'number' || !Number.isInteger(revision) || revision < 1) {
    return { fault: fault('revision', revision, 'un entier à partir de 1') };
  }
  for (const [name, value] of Object.entries({ askedFor, absentUntil })) {
    if (value !== undefined && !isInstant(value)) {
      return { fault: fault(name, value, 'un instant tel que 2026-07-06T13:30:00Z') };
    }
  }
  if (outcome !== undefined && typeof outcome !== 'string') {
    return { fault: fault('outcome', outcome, 'un code de la liste du script') };
  }
  return {
    attempt,
    disposition,
    revision,
    ...(outcome === undefined ? {} : { outcome }),
    ...(isInstant(askedFor) ? { askedFor: iso(askedFor) } : {}),
    ...(isInstant(absentUntil) ? { absentUntil: iso(absentUntil) } : {}),
  };
}

function acceptedDispositions(): string {
  return Object.keys(dispositions)
    .filter(isDisposition)
    .filter((code) => effectOf(code).toldBy !== 'telephone')
    .map((code) => `${code} (${effectOf(code).label})`)
    .join(', ');
}

function isInstant(value: unknown): value is string {
  return typeof value === 'string' && /(?:Z|[+-]\d{2}:\d{2})$/.test(value) && !Number.isNaN(Date.parse(value));
}

function iso(instant: string): string {
  return new Date(instant).toISOString();
}

function fault(field: string, value: unknown, accepted: string): string {
  return value === undefined
    ? `Le champ « ${field} » manque ; valeur acceptée : ${accepted}.`
    : `Le champ « ${field} » vaut ${JSON.stringify(value)} ; valeur acceptée : ${accepted}.`;
}

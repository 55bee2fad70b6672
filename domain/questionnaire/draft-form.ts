import { addDays } from '../calendar/local-time.ts';
import { membersOf } from '../question/question-form.ts';

/** A draft as its author sends it. */
export interface DraftForm {
  /** The definition, still to be read. */
  readonly questionnaire: unknown;
  /** Version that the draft was made from. */
  readonly basedOn?: string;
  readonly past?: { readonly from: string; readonly to: string };
  readonly publish: boolean;
}

const day = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;
/** Days of answers that are read while its author waits: more than three cycles. */
const mostDays = 7;

/** Reads the form; answers the fault in French, as its author reads it. */
export function parseDraftForm(body: unknown): DraftForm | { readonly fault: string } {
  const { questionnaire, basedOn, past, publish = false } = membersOf(body);
  if (questionnaire === undefined) {
    return { fault: 'Le champ « questionnaire » manque ; valeur acceptée : la définition d’un questionnaire.' };
  }
  if (typeof publish !== 'boolean') {
    return { fault: `Le champ « publish » vaut ${JSON.stringify(publish)} ; valeur acceptée : true ou false.` };
  }
  if (basedOn !== undefined && typeof basedOn !== 'string') {
    return {
      fault: `Le champ « basedOn » vaut ${JSON.stringify(basedOn)} ; valeur acceptée : la version d’un questionnaire.`,
    };
  }
  const draft = { questionnaire, publish, ...(basedOn !== undefined && { basedOn }) };
  if (past === undefined) {
    return draft;
  }
  const { from, to } = membersOf(past);
  const isDays = typeof from === 'string' && typeof to === 'string' && day.test(from) && day.test(to);
  if (!isDays || to < from || to >= addDays(from, mostDays)) {
    return {
      fault: `Le champ « past » vaut ${JSON.stringify(past)} ; valeur acceptée : from et to, deux jours AAAA-MM-JJ, ${mostDays} jours au plus.`,
    };
  }
  return { ...draft, past: { from, to } };
}

import { membersOf, parseText } from '../question/question-form.ts';
import { type Respondent, respondents } from './questionnaire.ts';

/** What the desk sends: what was told since the revision it shows. */
export interface AnswersForm {
  /** Made by the desk, one per submission: sending it again changes nothing. */
  readonly clientId: string;
  /** The revision it was written over; 0 when there is none. */
  readonly revision: number;
  readonly respondent?: Respondent;
  readonly adviceSaid?: boolean;
  /** The red button. */
  readonly emergency?: boolean;
  /** Answer code by question id; those not named stay as they are. */
  readonly answers: Readonly<Record<string, string>>;
  readonly comment?: string;
  /** The contact ends here: what is missing stays for the next attempt. */
  readonly leave?: boolean;
  readonly contactId?: string;
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
const members = 'clientId revision respondent adviceSaid emergency answers comment leave contactId'.split(' ');
const flags = ['adviceSaid', 'emergency', 'leave'] as const;

/** Reads the form; answers the fault in French, as the agent reads it. */
export function parseAnswersForm(body: unknown): AnswersForm | { readonly fault: string } {
  const form = membersOf(body);
  const { clientId, revision, respondent, answers = {}, comment, contactId } = form;
  const foreign = Object.keys(form).find((name) => !members.includes(name));
  if (foreign !== undefined) {
    return { fault: `Le champ « ${foreign} » n’existe pas ; champs acceptés : ${members.join(', ')}.` };
  }
  if (typeof clientId !== 'string' || !uuid.test(clientId)) {
    return { fault: faultOf('clientId', clientId, 'un identifiant UUID') };
  }
  if (typeof revision !== 'number' || !Number.isInteger(revision) || revision < 0) {
    return { fault: faultOf('revision', revision, 'la révision affichée, 0 quand il n’y en a pas') };
  }
  const who = respondents.find((one) => one === respondent);
  if (respondent !== undefined && who === undefined) {
    return { fault: faultOf('respondent', respondent, respondents.join(', ')) };
  }
  const flag = flags.find((name) => form[name] !== undefined && typeof form[name] !== 'boolean');
  if (flag !== undefined) {
    return { fault: faultOf(flag, form[flag], 'true ou false') };
  }
  const codes = Object.entries(membersOf(answers));
  const wrong = codes.find(([, code]) => typeof code !== 'string');
  if (wrong !== undefined) {
    return { fault: faultOf(`answers.${wrong[0]}`, wrong[1], 'le code d’une réponse') };
  }
  const said = comment === undefined ? undefined : parseText(comment);
  if (said !== undefined && 'fault' in said) {
    return said;
  }
  return {
    clientId,
    revision,
    ...(who !== undefined && { respondent: who }),
    ...Object.fromEntries(flags.flatMap((name) => (form[name] === true ? [[name, true]] : []))),
    answers: Object.fromEntries(codes.map(([id, code]) => [id, String(code)])),
    ...(said !== undefined && { comment: said.text }),
    ...(typeof contactId === 'string' && contactId !== '' && { contactId }),
  };
}

function faultOf(field: string, value: unknown, accepted: string): string {
  return value === undefined
    ? `Le champ « ${field} » manque ; valeur acceptée : ${accepted}.`
    : `Le champ « ${field} » vaut ${JSON.stringify(value)} ; valeur acceptée : ${accepted}.`;
}

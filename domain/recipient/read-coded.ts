import { headingWords } from '../import/heading.ts';
import type { RecipientProfile } from './profile.ts';

type Coded<T> = readonly (readonly [T, RegExp])[];

const reasons: Coded<'age' | 'disability'> = [
  ['disability', /^(handicap.*|invalid.*|mdph|ph|disab.*|aah|pmr)$/],
  ['age', /^(ages?|agees?|pa|senior|seniors|elderly|vieillesse|retraite.*)$/],
];
const preferences: Coded<NonNullable<RecipientProfile['preference']>> = [
  ['relay', /^(sms|texto|relais|relay|ecrit|visite|courrier|mail|courriel|email|114|lsf|signes|visio)$/],
  ['landline', /^(fixe|domicile|landline|maison)$/],
  ['mobile', /^(mobile|portable|gsm|cell|mobilis)$/],
];
const impairments: Coded<'hearing' | 'speech'> = [
  ['hearing', /^(sourde?|sourds|surdite|malentendante?|malentendants|audition|auditive?|auditif|hearing|deaf|entend)$/],
  ['speech', /^(parole|muette?|muet|mutisme|aphasie|aphasique|elocution|speech|langage)$/],
];

export const acceptedReasons = 'âge ou handicap';
export const acceptedPreferences = 'fixe, mobile ou relais (SMS, écrit, visite)';
export const acceptedImpairments = 'audition, parole, oui ou non';

/** Undefined when a text says none of the known reasons. */
export const readReasons = (text: string) => known(text, reasons);
export const readImpairments = (text: string) => known(text, impairments);
/** The most protective of what is said: « mobile ou SMS » is never called. */
export const readPreference = (text: string) => known(text, preferences)?.[0];

/** Codes that the words of a text name, in the order of the table. */
function known<T>(text: string, coded: Coded<T>): readonly T[] | undefined {
  const words = headingWords(text);
  const found = coded.filter(([, pattern]) => words.some((word) => pattern.test(word))).map(([code]) => code);
  return found.length === 0 ? undefined : found;
}

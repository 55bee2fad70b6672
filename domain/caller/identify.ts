import { type ParsedPhone, type PhoneProblem, parsePhone } from '../phone/phone-number.ts';
import type { NumberKeyOf, People } from './people.ts';

export interface IdentifyPorts {
  readonly people: People;
  readonly numberKeyOf: NumberKeyOf;
}

export interface Caller {
  readonly personId: string;
  readonly numberKey: string;
  readonly e164: string;
  /** The person has called before. */
  readonly known: boolean;
}

/** A number that exists but that nobody may be called back on: it costs the person or us. */
export type NumberProblem = PhoneProblem | 'premium';

/**
 * Who calls from, or typed, this number; a first call adds them. Running it again answers the same person, but then as known: Connect repeats a
 * function only when it got no answer from the first run.
 */
export async function identify(
  programme: string,
  input: string,
  country: 'NC' | 'FR',
  { people, numberKeyOf }: IdentifyPorts,
): Promise<Caller | { readonly problem: NumberProblem }> {
  const phone = callable(parsePhone(input, country));
  if ('problem' in phone) {
    return phone;
  }
  const numberKey = await numberKeyOf(phone.e164);
  const person = await people.find(programme, numberKey);
  if (person !== undefined) {
    return { personId: person.personId, numberKey, e164: phone.e164, known: true };
  }
  const { personId, known } = await people.add(programme, numberKey, phone.e164);
  return { personId, numberKey, e164: phone.e164, known };
}

function callable(
  phone: ParsedPhone | { readonly problem: PhoneProblem },
): ParsedPhone | { readonly problem: NumberProblem } {
  return !('problem' in phone) && phone.kind === 'premium' ? { problem: 'premium' } : phone;
}

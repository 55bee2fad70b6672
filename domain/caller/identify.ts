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

export interface IdentifyRequest {
  readonly programme: string;
  /** As the carrier gave it, or as it was typed. */
  readonly number: string;
  /** Plan of numbers without a country code. */
  readonly defaultCountry: 'NC' | 'FR';
  /** First contact of the call. */
  readonly callId: string;
}

/**
 * Who calls from, or typed, this number; a first call adds them. Run again for the same call, it answers the same: a person added by this very
 * call is not yet known.
 */
export async function identify(
  { programme, number, defaultCountry, callId }: IdentifyRequest,
  { people, numberKeyOf }: IdentifyPorts,
): Promise<Caller | { readonly problem: NumberProblem }> {
  const phone = callable(parsePhone(number, defaultCountry));
  if ('problem' in phone) {
    return phone;
  }
  const numberKey = await numberKeyOf(phone.e164);
  const { personId, firstCallId } =
    (await people.find(programme, numberKey)) ?? (await people.add(programme, numberKey, phone.e164, callId));
  return { personId, numberKey, e164: phone.e164, known: firstCallId !== callId };
}

function callable(
  phone: ParsedPhone | { readonly problem: PhoneProblem },
): ParsedPhone | { readonly problem: NumberProblem } {
  return !('problem' in phone) && phone.kind === 'premium' ? { problem: 'premium' } : phone;
}

import type { CountryCode, PhoneNumber } from 'libphonenumber-js/max';
import { parsePhoneNumberFromString } from 'libphonenumber-js/max';

type PhoneKind = 'mobile' | 'fixed' | 'toll-free' | 'voip' | 'premium' | 'other';

/** A number that exists in its country's plan. `country` is ISO 3166 (`NC`, `FR`, `RE`…). */
export interface ParsedPhone {
  readonly e164: string;
  readonly kind: PhoneKind;
  readonly country: string;
}

/**
 * Why an input is no number. A code, not a sentence with the value: numbers never reach a log (COMMON-51).
 * `short` = dialable inside its country only (15, 3975, 1010); `not-a-number` = characters that no one dials, such as `3.36E+10` from a
 * spreadsheet whose digits are lost; `unassigned` = right length perhaps, but nothing answers there.
 */
export type PhoneProblem = 'empty' | 'not-a-number' | 'short' | 'unassigned';

const kinds: Readonly<Record<string, PhoneKind>> = {
  MOBILE: 'mobile',
  FIXED_LINE: 'fixed',
  // Countries whose plan does not separate them; our own two do, so this is a foreign number that can be rung like a fixed line.
  FIXED_LINE_OR_MOBILE: 'fixed',
  TOLL_FREE: 'toll-free',
  VOIP: 'voip',
  PREMIUM_RATE: 'premium',
  SHARED_COST: 'premium',
};

/** People of Réunion or the Antilles write « 06 92… » as in metropolitan France, where it does not exist (domain facts §5.3). */
const overseas: readonly CountryCode[] = ['RE', 'GP', 'GF', 'MQ', 'YT'];

/**
 * Reads a number as typed or as a carrier gave it (COMMON-09). `country` is the plan of inputs without a country code. Never throws.
 * Premium numbers parse, with kind `premium`: refusing to dial them is the caller's decision.
 */
export function parsePhone(input: string, country: 'NC' | 'FR'): ParsedPhone | { readonly problem: PhoneProblem } {
  const text = input.normalize('NFKC').trim();
  const digits = text.replace(/\D/g, '');
  if (text === '') {
    return { problem: 'empty' };
  }
  if (!/^\+?[\d\s().\-/]+$/.test(text) || digits === '') {
    return { problem: 'not-a-number' };
  }
  if (!text.startsWith('+') && digits.length <= 4) {
    return { problem: 'short' };
  }
  const international = text.startsWith('+') ? `+${digits}` : undefined;
  for (const attempt of international === undefined ? readings(digits, country) : [[international, country] as const]) {
    const parsed = parsePhoneNumberFromString(attempt[0], { defaultCountry: attempt[1], extract: false });
    if (parsed?.isValid()) {
      return describe(parsed);
    }
  }
  return { problem: 'unassigned' };
}

/** Ways to read digits without a `+`, most likely first. */
function readings(digits: string, country: 'NC' | 'FR'): readonly (readonly [string, CountryCode])[] {
  if (country === 'NC') {
    return [
      [digits, 'NC'],
      // 687 and 6 digits: the country code without its `+`. Nine digits cannot be local in a six-digit plan.
      ...(digits.length === 9 && digits.startsWith('687') ? [[`+${digits}`, 'NC'] as const] : []),
      // Ten digits from 0: the caller gave a French number in the French way.
      ...(/^0[1-9]\d{8}$/.test(digits) ? (['FR', ...overseas] as const).map((code) => [digits, code] as const) : []),
    ];
  }
  return [[digits, 'FR'], ...overseas.map((code) => [digits, code] as const)];
}

function describe(parsed: PhoneNumber): ParsedPhone {
  return {
    e164: parsed.number,
    kind: kinds[parsed.getType() ?? ''] ?? 'other',
    country: parsed.country ?? parsed.countryCallingCode,
  };
}

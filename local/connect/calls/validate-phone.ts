import { type CountryCode, isSupportedCountry, parsePhoneNumberFromString } from 'libphonenumber-js/max';
import { type Answer, answer, type PhoneQuestion, refuse } from '../../../flow-engine/src/index.ts';

/** A number typed at the keypad, as E.164 (GetParticipantInput with PhoneNumberValidation). */
export function validatePhone({ digits, format, countryCode }: PhoneQuestion): Answer<string> {
  if (format === 'E164') return validated(digits.startsWith('+') ? digits : `+${digits}`);
  const country = countryCode?.toUpperCase();
  if (country === undefined || !isSupportedCountry(country))
    return refuse(`"${countryCode ?? ''}" is no country with a numbering plan`);
  return validated(digits, country);
}

function validated(text: string, country?: CountryCode): Answer<string> {
  const parsed = parsePhoneNumberFromString(text, country === undefined ? {} : { defaultCountry: country });
  return parsed?.isValid() === true ? answer(parsed.number) : refuse('not a valid telephone number');
}

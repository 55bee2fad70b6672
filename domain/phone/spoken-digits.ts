import { parsePhoneNumberFromString } from 'libphonenumber-js/max';

/**
 * A number grouped by spaces as people of its country say it, for speech: New Caledonia `25 12 34`, metropolitan France `06 12 34 56 78`,
 * elsewhere `plus 262 692 12 34 56`. Throws when `e164` is not E.164.
 */
export function spokenDigits(e164: string): string {
  const parsed = /^\+[1-9]\d{6,14}$/.test(e164) ? parsePhoneNumberFromString(e164) : undefined;
  if (parsed === undefined) {
    throw new Error('The number to speak is not E.164; accepted: "+", country code and number, 7 to 15 digits');
  }
  if (parsed.countryCallingCode === '687') {
    return pairs(parsed.nationalNumber);
  }
  if (parsed.countryCallingCode === '33') {
    return pairs(`0${parsed.nationalNumber}`);
  }
  return parsed.formatInternational().replace('+', 'plus ');
}

function pairs(digits: string): string {
  return digits.match(/\d{1,2}/g)?.join(' ') ?? digits;
}

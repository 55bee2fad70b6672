import { parsePhoneNumberFromString } from 'libphonenumber-js/max';

/** A number as people write and dial it: « +687 75.12.34 ». */
export function formatNumber(e164: string): string {
  return parsePhoneNumberFromString(e164)?.formatInternational() ?? e164;
}

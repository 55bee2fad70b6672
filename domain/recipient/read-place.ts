/** Where the field « code postal » or « arrondissement » is one of Paris, and what spreadsheets make of 01000. */
export function readPostcode(text: string, country: 'NC' | 'FR'): string | undefined {
  const digits = text.replaceAll(/\s/g, '');
  if (/^\d{5}$/.test(digits)) {
    return digits;
  }
  if (country === 'FR' && /^\d{4}$/.test(digits)) {
    return `0${digits}`;
  }
  return parisArrondissement(/^(?:paris\s*)?(\d{1,2})\s*(?:e|er|[eè]me|[°º])?(?:\s*arr.*)?$/i.exec(text.trim())?.[1]);
}

/** Postcode that an address or a city says: « 12 rue de la Paix 75002 Paris », « PARIS 13 ». */
export function postcodeIn(...texts: readonly (string | undefined)[]): string | undefined {
  for (const text of texts) {
    const written = /(?:^|[\s,])(\d{5})\s+\p{L}/u.exec(text ?? '')?.[1];
    const arrondissement = parisArrondissement(/\bparis\s+(\d{1,2})(?:\D|$)/i.exec(text ?? '')?.[1]);
    if (written !== undefined || arrondissement !== undefined) {
      return written ?? arrondissement;
    }
  }
  return undefined;
}

function parisArrondissement(digits: string | undefined): string | undefined {
  const number = Number(digits ?? Number.NaN);
  return number >= 1 && number <= 20 ? `750${String(number).padStart(2, '0')}` : undefined;
}

import { readDay } from '../import/read-day.ts';

const earliest = '1900-01-01';

/** A birth date as people write it, 8 digits alone included; `problem` is a French sentence for them. `today`: local day. */
export function readBirthDate(text: string, today: string): { readonly day: string } | { readonly problem: string } {
  const typed = text.trim().replace(/\s+/g, ' ');
  if (typed === '') {
    return { problem: 'Écrivez la date de naissance.' };
  }
  const digits = /^(\d{2})(\d{2})(\d{4})$/.exec(typed);
  const read = readDay(digits === null ? typed : `${digits[1]}/${digits[2]}/${digits[3]}`);
  // Five digits alone are a date of Excel to a list, and nothing to a person.
  if ('problem' in read || /^\d{5}(\.\d+)?$/.test(typed)) {
    return { problem: 'Cette date n’est pas lisible. Écrivez le jour, le mois et l’année : 31/12/1980, ou 31121980.' };
  }
  if (read.day > today) {
    return { problem: 'Cette date est dans le futur. Vérifiez l’année : 31/12/1980.' };
  }
  return read.day < earliest ? { problem: 'Cette date est trop ancienne. Vérifiez l’année : 31/12/1980.' } : read;
}

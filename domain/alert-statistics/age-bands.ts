import { ageOn } from '../recipient/read-recipient.ts';

/** Bands by which ages are counted (ALERTES-11): `from` included, to the next. */
export const ageBands = [
  { code: '0-5', from: 0, label: '0 à 5 ans' },
  { code: '6-11', from: 6, label: '6 à 11 ans' },
  { code: '12-17', from: 12, label: '12 à 17 ans' },
  { code: '18-25', from: 18, label: '18 à 25 ans' },
  { code: '26-59', from: 26, label: '26 à 59 ans' },
  { code: '60-74', from: 60, label: '60 à 74 ans' },
  { code: '75', from: 75, label: '75 ans et plus' },
  { code: 'inconnu', from: Number.NaN, label: 'Âge inconnu' },
] as const;

/** Band of somebody on a day; without a birth date it is unknown. */
export function bandOf(birthDate: string | undefined, day: string): string {
  if (birthDate === undefined) {
    return 'inconnu';
  }
  const age = ageOn(birthDate, day);
  return ageBands.filter(({ from }) => age >= from).at(-1)?.code ?? 'inconnu';
}

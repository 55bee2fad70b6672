/** Why an agent passes over a person they were shown, as data: code and French label. */
export const skipMotives = {
  'already-spoken': 'Vient d’être jointe par ailleurs',
  'known-absence': 'Absence connue à cette heure',
  'other-agent': 'À confier à un autre conseiller',
  'file-to-check': 'Fiche à vérifier avant d’appeler',
} as const;

export type SkipMotive = keyof typeof skipMotives;

export function isSkipMotive(value: unknown): value is SkipMotive {
  return typeof value === 'string' && Object.hasOwn(skipMotives, value);
}

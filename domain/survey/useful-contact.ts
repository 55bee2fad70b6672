/** Whom people may turn to (ARS-46): live content, searched at the desk and shown where it helps. */
export interface UsefulContact {
  /** Lower-case letters, digits and hyphens. */
  readonly code: string;
  /** e.g. « Cellule territoriale d’appui à l’isolement – Var ». */
  readonly label: string;
  /** Départements it serves, e.g. `83`. Absent = everywhere. */
  readonly departements?: readonly string[];
  /** As people dial it, e.g. « 04 00 00 00 83 ». */
  readonly phone?: string;
  /** Hours, what for. */
  readonly note: string;
}

/** Those of a département and of everywhere whose texts have every word, accents and case aside; all words match when none is given. */
export function findUsefulContacts(
  contacts: readonly UsefulContact[],
  { departement, words = '' }: { readonly departement?: string; readonly words?: string },
): readonly UsefulContact[] {
  const wanted = plain(words).split(/\s+/).filter(Boolean);
  const found = contacts.filter((contact) => {
    const { departements, label, note } = contact;
    const isNear = departement === undefined || departements === undefined || departements.includes(departement);
    return isNear && wanted.every((word) => plain(`${label} ${note}`).includes(word));
  });
  // Who is near comes first.
  return found.toSorted((a, b) => Number(a.departements === undefined) - Number(b.departements === undefined));
}

function plain(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{Mark}/gu, '')
    .toLowerCase();
}

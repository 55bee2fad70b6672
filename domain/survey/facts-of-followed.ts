import type { FollowedPerson } from '../follow-up/followed-person.ts';

/** What the file of a followed person answers, by name of the `fact` of questions. A département of no territory is asked. */
export function factsOfFollowed({
  status,
  departement,
  minor,
}: Pick<FollowedPerson, 'status' | 'departement' | 'minor'>): Readonly<Record<string, string>> {
  return { statut: status, departement, mineur: minor ? 'oui' : 'non' };
}

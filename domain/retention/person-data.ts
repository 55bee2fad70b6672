import type { Keeper } from './keeper.ts';

/** All that is kept of a person, in one file that they can read (COMMON-15). */
export interface PersonData {
  /** French title of the programme. */
  readonly programme: string;
  /** ISO instant. */
  readonly at: string;
  /** Ids under which they are known: one a follow-up. */
  readonly people: readonly string[];
  /** By kind of data, those of which nothing is kept included. */
  readonly kept: Readonly<Record<string, readonly Readonly<Record<string, unknown>>[]>>;
}

export async function personData(
  programme: { readonly name: string; readonly title: string },
  people: readonly string[],
  at: string,
  { keepers }: { readonly keepers: readonly Keeper[] },
): Promise<PersonData> {
  const kept: Record<string, Readonly<Record<string, unknown>>[]> = {};
  for (const { data, tell } of keepers) {
    if (tell === undefined) {
      continue;
    }
    for (const person of people) {
      kept[data] = [...(kept[data] ?? []), ...(await tell(programme.name, person))];
    }
  }
  return { programme: programme.title, at, people, kept };
}

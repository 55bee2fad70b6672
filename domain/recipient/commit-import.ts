import type { People } from '../caller/people.ts';
import type { ImportPlan } from './plan-import.ts';
import type { KeptProfile, Profiles } from './profiles.ts';
import type { RecipientRegister } from './recipient-register.ts';

export interface CommitPorts {
  readonly register: Pick<RecipientRegister, 'write'>;
  readonly profiles: Pick<Profiles, 'save'>;
  readonly people: Pick<People, 'addAll'>;
  /** Told after each batch how many people are written, of how many. */
  readonly progress: (done: number, all: number) => Promise<void>;
}

/** People written between two words of progress. */
const batch = 200;

/**
 * Writes what a plan changes. A person's profile and the numbers behind their keys come before their line of the register, so that nobody is called whose
 * name or number is not known. After a crash the plan is made again: those already written are then unchanged.
 */
export async function commitImport(
  programme: string,
  importId: string,
  { people }: ImportPlan,
  { register, profiles, people: numbers, progress }: CommitPorts,
): Promise<void> {
  const written = people.filter(({ kind }) => kind === 'new' || kind === 'changed');
  for (let from = 0; from < written.length; from += batch) {
    const part = written.slice(from, from + batch);
    const kept = part.map(({ entry, profile, before }): readonly [string, KeptProfile] => [
      entry.recipientId,
      {
        profile,
        corrections: before?.corrections ?? [],
        ...(before && { before: { importId, profile: before.profile } }),
      },
    ]);
    await profiles.save(programme, new Map(kept));
    await numbers.addAll(
      programme,
      part.flatMap(({ entry, profile }) =>
        profile.phones.map(({ e164 }, index) => ({ numberKey: entry.numberKeys[index] ?? '', e164 })),
      ),
      `import ${importId}`,
    );
    await register.write(
      programme,
      part.map(({ entry }) => entry),
    );
    await progress(from + part.length, written.length);
  }
}

import { identityKeys, type KeyedHash } from './identity-keys.ts';
import type { Profiles } from './profiles.ts';
import type { RecipientRegister } from './recipient-register.ts';
import { coarseFacts, type RegisterEntry } from './register-entry.ts';

/** Departures written at once. */
const atOnce = 25;

export interface UndoPorts {
  readonly register: RecipientRegister;
  readonly profiles: Profiles;
  readonly hash: KeyedHash;
}

/**
 * Takes an import back: whom it registered is forgotten, whom it changed is as before, unless a later import changed them again. Run again after a crash
 * it does what is left. Answers how many.
 */
export async function undoImport(
  {
    programme,
    importId,
    at,
    by,
  }: { readonly programme: string; readonly importId: string; readonly at: string; readonly by: string },
  { register, profiles, hash }: UndoPorts,
): Promise<{ readonly forgotten: number; readonly restored: number }> {
  const entries = await register.entries(programme);
  const created = entries
    .filter((entry) => entry.importId === importId && entry.changedBy === undefined)
    .map(({ recipientId }) => recipientId);
  // A campaign that holds the id asks the register before it dials.
  for (let from = 0; from < created.length; from += atOnce) {
    const part = created.slice(from, from + atOnce);
    await Promise.all(
      part.map((recipientId) => register.leave(programme, { recipientId, why: 'import-undone', at, by })),
    );
  }
  await register.erase(programme, created);
  await profiles.erase(programme, created);

  const changed = entries.filter((entry) => entry.changedBy === importId);
  const kept = await profiles.reveal(
    programme,
    changed.map(({ recipientId }) => recipientId),
  );
  const restored: RegisterEntry[] = [];
  for (const { absence: _changed, subjects: _listed, changedBy: _undone, ...entry } of changed) {
    const before = kept.get(entry.recipientId)?.before;
    if (before?.importId === importId) {
      restored.push({
        ...entry,
        ...identityKeys(programme, before.profile, hash),
        ...coarseFacts(before.profile, hash),
        listed: '',
      });
    }
  }
  await profiles.save(
    programme,
    new Map(
      restored.flatMap(({ recipientId }) => {
        const { before, corrections = [] } = kept.get(recipientId) ?? {};
        return before === undefined ? [] : [[recipientId, { profile: before.profile, corrections }] as const];
      }),
    ),
  );
  await register.write(programme, restored);
  return { forgotten: created.length, restored: restored.length };
}

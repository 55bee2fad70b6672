import { localDay } from '../calendar/local-time.ts';
import type { Journal } from '../journal/journal.ts';
import { plainName } from './create-structure.ts';
import type { Decision } from './give-access.ts';
import type { Structure } from './structure.ts';
import type { Accounts, Structures } from './structures.ts';

export interface RenameOrder extends Decision {
  readonly structure: Pick<Structure, 'id'>;
  /** The name that was on the screen: another since is not written over. */
  readonly before: string;
  readonly name: string;
}

/** Tries of one account that somebody else changes at the same moment. */
const tries = 5;

/**
 * Renames a structure, then says so in each of its accounts, which pages read (ALERTES-37). Repeated, it goes on where an earlier try was interrupted.
 * `taken`: another structure has this name; `changed`: it was renamed meanwhile. Nothing was kept then.
 */
export async function renameStructure(
  { structure: { id }, before, name, programme, timeZone, by, at }: RenameOrder,
  ports: {
    readonly structures: Structures;
    readonly accounts: Accounts;
    readonly journal: Pick<Journal, 'append'>;
  },
): Promise<'renamed' | 'taken' | 'changed'> {
  const all = await ports.structures.all();
  if (all.some((other) => other.id !== id && plainName(other.name) === plainName(name))) {
    return 'taken';
  }
  const known = all.find((one) => one.id === id);
  if (known?.name !== name && !(await ports.structures.rename(id, before, name))) {
    return 'changed';
  }
  for (const { userName } of (await ports.accounts.all()).filter((account) => account.structure === id)) {
    await tellAccount(userName, name, ports.accounts);
  }
  const change = { type: 'renamed' } as const;
  const entry = { kind: 'structure', programme, structure: id, by, change } as const;
  await ports.journal.append([
    { ...entry, day: localDay(timeZone, at), time: at, id: `structure#${id}#renamed#${at}` },
  ]);
  return 'renamed';
}

async function tellAccount(userName: string, structureName: string, accounts: Accounts): Promise<void> {
  for (let attempt = 0; attempt < tries; attempt += 1) {
    const account = await accounts.find(userName);
    if (account === undefined || account.structureName === structureName) {
      return;
    }
    if (await accounts.save({ ...account, structureName, version: account.version + 1 })) {
      return;
    }
  }
  throw new Error(`Account ${userName} was changed ${tries} times while its structure was renamed; rename it again`);
}

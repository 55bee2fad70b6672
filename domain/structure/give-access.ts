import { localDay } from '../calendar/local-time.ts';
import type { Journal } from '../journal/journal.ts';
import type { Account, Structure, StructureRole } from './structure.ts';
import type { StructureEntry } from './structure-entry.ts';
import type { Accounts, Invitations } from './structures.ts';

export interface AccessPorts {
  readonly accounts: Accounts;
  readonly invitations: Invitations;
  readonly journal: Pick<Journal, 'append'>;
}

/** Who decides, and when. */
export interface Decision {
  readonly programme: string;
  readonly timeZone: string;
  /** User name. */
  readonly by: string;
  /** ISO instant. */
  readonly at: string;
}

export interface AccessOrder extends Decision {
  readonly structure: Pick<Structure, 'id' | 'name'>;
  /** Derived from the structure and the form: the same form sent twice is one access. */
  readonly userName: string;
  readonly displayName: string;
  readonly email: string;
  readonly role: StructureRole;
}

/**
 * Gives somebody access to a structure: the invitation first, the account after it, each done again without harm. `refused`: the identity provider does
 * not take this address, and nothing was kept (ALERTES-02, ALERTES-03).
 */
export async function giveAccess(order: AccessOrder, ports: AccessPorts): Promise<'given' | 'refused'> {
  const { structure, userName, displayName, email, role, by, at } = order;
  const kept = await ports.accounts.find(userName);
  if (kept === undefined) {
    if (!(await ports.invitations.invite({ userName, email, displayName }))) {
      return 'refused';
    }
    const account: Account = {
      userName,
      structure: structure.id,
      structureName: structure.name,
      role,
      displayName,
      email,
      createdAt: at,
      createdBy: by,
      version: 1,
    };
    await ports.accounts.save(account);
  }
  await ports.journal.append([accessEntry(order, { type: 'access-created', userName, role }, 1)]);
  return 'given';
}

/**
 * Takes an access away, or gives it back. Nothing is answered to them from their next request on, whatever the identity provider still thinks. False when
 * somebody else changed it meanwhile.
 */
export async function switchAccess(
  order: Decision & { readonly account: Account; readonly enabled: boolean },
  ports: AccessPorts,
): Promise<boolean> {
  const { account, enabled, at } = order;
  const tell = () => ports.invitations[enabled ? 'enable' : 'disable'](account.userName);
  if ((account.disabledAt === undefined) === enabled) {
    // An earlier try may have been interrupted before this.
    await tell();
    return true;
  }
  const { disabledAt: _before, ...open } = account;
  const next: Account = { ...open, ...(enabled ? {} : { disabledAt: at }), version: account.version + 1 };
  if (!(await ports.accounts.save(next))) {
    return false;
  }
  await tell();
  const type = enabled ? 'access-enabled' : 'access-disabled';
  const change = { type, userName: account.userName } as const;
  await ports.journal.append([accessEntry({ ...order, structure: { id: account.structure } }, change, next.version)]);
  return true;
}

function accessEntry(
  order: Decision & { readonly structure: Pick<Structure, 'id'> },
  change: Extract<StructureEntry['change'], { userName: string }>,
  version: number,
): StructureEntry {
  const { programme, structure, timeZone, by, at } = order;
  return {
    kind: 'structure',
    programme,
    structure: structure.id,
    day: localDay(timeZone, at),
    time: at,
    id: `access#${change.userName}#${version}`,
    by,
    change,
  };
}

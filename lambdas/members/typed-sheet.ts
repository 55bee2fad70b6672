import { ensureGroups, GroupRefused } from '../../domain/member/groups.ts';
import type { MemberGroup } from '../../domain/member/member.ts';
import type { MemberSheet } from '../../domain/member/member-sheet.ts';
import { readSheet, type SheetFault, type TypedSheet } from '../../domain/member/read-sheet.ts';
import { HttpError } from '../middleware/http.ts';
import type { MembersRequest } from './members-parts.ts';

/** What a form of a sheet sent: as typed, and read. */
export interface SentSheet {
  readonly typed: TypedSheet;
  readonly newGroups: readonly string[];
  readonly faults: readonly SheetFault[];
  /** Absent where something is wrong. Groups to be made are not in it yet. */
  readonly sheet?: MemberSheet;
}

/** Longer than anything that a form of ours sends in one field. */
const longest = 2_000;

/** Reads the form. A group that is not the structure's is refused as one that does not exist. */
export function sentSheet(
  form: URLSearchParams,
  groups: readonly MemberGroup[],
  { country, today }: Pick<MembersRequest, 'country' | 'today'>,
): SentSheet {
  const text = (name: string) => (form.get(name) ?? '').slice(0, longest);
  const chosen = form.getAll('groups');
  if (chosen.some((id) => !groups.some(({ groupId }) => groupId === id))) {
    throw new HttpError(400, 'Un groupe choisi n’existe plus. Rouvrez la page, puis recommencez.');
  }
  const typed: TypedSheet = {
    ...{ lastName: text('lastName'), firstName: text('firstName'), birthDate: text('birthDate') },
    ...{ email: text('email'), phone: text('phone'), groups: chosen },
  };
  const newGroups = form
    .getAll('newGroups')
    .flatMap((names) => names.split(','))
    .map((name) => name.trim())
    .filter((name) => name !== '');
  const read = readSheet(typed, { country, today });
  return 'sheet' in read
    ? { typed, newGroups, faults: [], sheet: read.sheet }
    : { typed, newGroups, faults: read.faults };
}

/** The sheet with the groups that its form asks to make. */
export async function withNewGroups(
  sheet: MemberSheet,
  newGroups: readonly string[],
  { store, at, visitor, hash }: MembersRequest,
): Promise<MemberSheet> {
  if (newGroups.length === 0) {
    return sheet;
  }
  try {
    const idOf = (name: string) => hash({ ...visitor.scope, group: name, at });
    const made = await ensureGroups(newGroups, { at, by: visitor.userName }, idOf, store);
    return { ...sheet, groups: [...new Set([...sheet.groups, ...made.map(({ groupId }) => groupId)])] };
  } catch (error) {
    if (error instanceof GroupRefused) {
      throw new HttpError(400, error.message);
    }
    throw error;
  }
}

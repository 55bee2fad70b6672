import { localDay } from '../calendar/local-time.ts';
import type { Journal } from '../journal/journal.ts';
import { identityKeys, type KeyedHash } from './identity-keys.ts';
import type { Departure, RecipientRegister } from './recipient-register.ts';
import { registerChange } from './register-change-entry.ts';

export interface RemovalRequest {
  readonly programme: string;
  readonly lastName: string;
  readonly firstName: string;
  /** YYYY-MM-DD; either this or the client's identifier. */
  readonly birthDate?: string;
  readonly externalId?: string;
  readonly why: Departure['why'];
  /** Of the programme. */
  readonly timeZone: string;
  /** ISO instant; user name. */
  readonly at: string;
  readonly by: string;
}

/**
 * Takes someone out of the register, at once (REFLEX-25): found by the client's identifier, else by name and birth date, as lists are. Answers the ids of
 * those who left, none when nobody of that name is registered.
 */
export async function removeRecipient(
  request: RemovalRequest,
  {
    register,
    hash,
    journal,
  }: {
    readonly register: Pick<RecipientRegister, 'entries' | 'leave' | 'removed'>;
    readonly hash: KeyedHash;
    readonly journal: Pick<Journal, 'append'>;
  },
): Promise<readonly string[]> {
  const { programme, lastName, firstName, birthDate, externalId, why, timeZone, at, by } = request;
  const asked = {
    ...{ lastName, firstName, phones: [], reasons: [], impairments: [] },
    ...(birthDate && { birthDate }),
    ...(externalId && { externalId }),
  };
  const [identifier, name] = [
    identityKeys(programme, asked, hash).exact[0],
    identityKeys(programme, asked, hash).exact.at(-1),
  ];
  const wanted = new Set(externalId === undefined ? [name] : [identifier]);
  const left: string[] = [];
  for (const { recipientId, exact } of await register.entries(programme)) {
    if (exact.some((key) => wanted.has(key)) && !(await register.removed(programme, recipientId))) {
      const when = { programme, day: localDay(timeZone, at), time: at };
      // Told first: once they have left, asking again changes nothing and would tell nothing.
      await journal.append([registerChange(when, by, { type: 'departed', recipientId, why })]);
      await register.leave(programme, { recipientId, why, at, by });
      left.push(recipientId);
    }
  }
  return left;
}

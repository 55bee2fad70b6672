import { identityKeys, type KeyedHash } from './identity-keys.ts';
import type { Departure, RecipientRegister } from './recipient-register.ts';

export interface RemovalRequest {
  readonly programme: string;
  readonly lastName: string;
  readonly firstName: string;
  /** YYYY-MM-DD; either this or the client's identifier. */
  readonly birthDate?: string;
  readonly externalId?: string;
  readonly why: Departure['why'];
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
  }: { readonly register: Pick<RecipientRegister, 'entries' | 'leave' | 'removed'>; readonly hash: KeyedHash },
): Promise<readonly string[]> {
  const { programme, lastName, firstName, birthDate, externalId, why, at, by } = request;
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
      await register.leave(programme, { recipientId, why, at, by });
      left.push(recipientId);
    }
  }
  return left;
}

import { rulesAt } from '../../domain/follow-up/change-followed.ts';
import type { FollowedPerson } from '../../domain/follow-up/followed-person.ts';
import { keptIds } from '../../domain/follow-up/kept-ids.ts';
import { type HistoryLine, type KeptOfPerson, personHistory } from '../../domain/follow-up/person-history.ts';
import { HttpError } from '../middleware/http.ts';
import type { FollowedPeopleParts, FollowUpRequest } from './followed-people-parts.ts';

/** A person in order (ARS-04): what is kept is read by ids that derive from them, whatever the number of people. */
export async function personView(
  { programme: { name }, at }: FollowUpRequest,
  recipientId: string,
  parts: FollowedPeopleParts,
): Promise<{
  readonly person: Omit<FollowedPerson, 'numbers' | 'moments' | 'version'>;
  readonly history: readonly HistoryLine[];
}> {
  const [found] = await parts.followed.read(name, [recipientId]);
  if (found === undefined) {
    throw new HttpError(404, `Personne n’est suivi sous l’identifiant « ${recipientId} ».`);
  }
  const rules = await rulesAt(name, at, parts);
  const codes = rules.protocol.moments.map(({ code }) => code);
  const kept = await keptOf(name, found, codes, parts);
  const { numbers: _numbers, moments: _moments, version: _version, ...person } = found;
  return { person, history: personHistory(found, rules, kept) };
}

async function keptOf(
  programme: string,
  { recipientId, departement }: FollowedPerson,
  codes: readonly string[],
  { messages, campaigns, records, referrals, content, now }: FollowedPeopleParts,
): Promise<KeptOfPerson> {
  const { cells } = (await content.inForce(programme, 'referralRules', now())) ?? { cells: [] };
  const own = cells.filter(({ code }) => !/-\d\d$/.test(code) || code.endsWith(`-${departement}`));
  const ids = keptIds(programme, recipientId, { moments: codes, cells: own.map(({ code }) => code) });
  const [sent, recipients, answered, referred] = await Promise.all([
    messages.read(programme, ids.messages),
    Promise.all(codes.map(async (code) => await campaigns.read(programme, `${code}-1`, [recipientId]))),
    Promise.all(ids.records.map(async (key) => await records.find(programme, key))),
    Promise.all(ids.referrals.map(async (key) => await referrals.read(programme, key))),
  ]);
  const there = <T>(list: readonly (T | undefined)[]) => list.filter((one) => one !== undefined);
  return { messages: sent, recipients: recipients.flat(), records: there(answered), referrals: there(referred) };
}

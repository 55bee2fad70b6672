import type { ContactEntry, Scheme, WrapUpEntry } from '../journal/entry.ts';
import type { MotiveDefinition } from '../programme/programme.ts';
import { latestContacts } from './inbound-calls.ts';
import { tally } from './tally.ts';

/** Conversations of one motive, by scheme as the agent noted it. */
export interface MotiveCount {
  /** Empty for conversations that nobody wrapped up. */
  readonly code: string;
  readonly label: string;
  readonly byScheme: Readonly<Record<Scheme, number>>;
}

/**
 * Motives of the conversations of a day (SAMPS-19: a motive added today has its row, a motive removed since keeps what it counted, under its
 * code). The last wrap-up of a contact counts; a conversation without one is shown, never guessed.
 */
export function motiveCounts(
  motives: readonly MotiveDefinition[],
  contacts: readonly ContactEntry[],
  wrapUps: readonly WrapUpEntry[],
  known: (scheme: Scheme) => Scheme,
): readonly MotiveCount[] {
  const latest = latestWrapUps(wrapUps);
  const codes = [...new Set([...latest.values()].map(({ motive }) => motive))].sort();
  const unlisted = codes.filter((code) => !motives.some((motive) => motive.code === code));
  const rows = [...motives, ...unlisted.map((code) => ({ code, label: code }))].map(({ code, label }) => ({
    code,
    label,
    byScheme: tally([...latest.values()].filter(({ motive }) => motive === code).map(({ scheme }) => known(scheme))),
  }));
  const silent = latestContacts(contacts).filter(
    ({ agent, contactId }) => agent !== undefined && !latest.has(contactId),
  );
  return [
    ...rows,
    { code: '', label: 'Motif non renseigné', byScheme: tally(silent.map(({ scheme }) => known(scheme))) },
  ];
}

function latestWrapUps(wrapUps: readonly WrapUpEntry[]): ReadonlyMap<string, WrapUpEntry> {
  const latest = new Map<string, WrapUpEntry>();
  for (const wrapUp of wrapUps) {
    const other = latest.get(wrapUp.contactId);
    if (other === undefined || isLater(wrapUp, other)) {
      latest.set(wrapUp.contactId, wrapUp);
    }
  }
  return latest;
}

function isLater(a: WrapUpEntry, b: WrapUpEntry): boolean {
  if (a.revision !== b.revision) {
    return a.revision > b.revision;
  }
  return a.time + a.id > b.time + b.id;
}

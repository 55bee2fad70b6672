import type { CardVersion } from './card.ts';

/** The last version of each card, withdrawn ones included, by card id. */
export function latestVersions(versions: readonly CardVersion[]): ReadonlyMap<string, CardVersion> {
  const latest = new Map<string, CardVersion>();
  for (const one of versions) {
    if (one.version > (latest.get(one.cardId)?.version ?? 0)) {
      latest.set(one.cardId, one);
    }
  }
  return latest;
}

/**
 * What agents see on a local day: of each card the last version that has begun, unless it is over or withdrawn. A version published ahead leaves the one
 * before in force until its first day.
 */
export function cardsInForce(versions: readonly CardVersion[], day: string): readonly CardVersion[] {
  const begun = versions.filter(({ text }) => text.validFrom === undefined || text.validFrom <= day);
  return [...latestVersions(begun).values()]
    .filter(({ text, withdrawn }) => withdrawn !== true && (text.validTo === undefined || day <= text.validTo))
    .sort((a, b) => (a.cardId < b.cardId ? -1 : 1));
}

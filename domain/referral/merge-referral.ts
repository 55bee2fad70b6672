import { canonicalJson } from '../callback/canonical-json.ts';
import type { ReferralFacts } from './referral-facts.ts';

/** Union of two sets of facts; commutative, associative, idempotent. The result is in canonical order. */
export function mergeReferral(a: ReferralFacts, b: ReferralFacts): ReferralFacts {
  return {
    causes: union([...a.causes, ...b.causes]),
    tellings: union([...a.tellings, ...b.tellings]),
    acknowledgements: union([...a.acknowledgements, ...b.acknowledgements]),
    closings: union([...a.closings, ...b.closings]),
  };
}

/** One fact told twice is the one first told; done is done whoever says it. */
function union<T extends { readonly id: string; readonly at: string; readonly done?: true }>(
  facts: readonly T[],
): readonly T[] {
  const byId = new Map<string, T>();
  for (const fact of facts) {
    const known = byId.get(fact.id) ?? fact;
    const first = rank(fact) < rank(known) ? fact : known;
    byId.set(fact.id, known.done || fact.done ? { ...first, done: true } : first);
  }
  return [...byId.values()].sort((x, y) => (`${x.at} ${x.id}` < `${y.at} ${y.id}` ? -1 : 1));
}

function rank(fact: { readonly at: string; readonly done?: true }): string {
  const { done, ...told } = fact;
  return `${fact.at} ${canonicalJson(told)}`;
}

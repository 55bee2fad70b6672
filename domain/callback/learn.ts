import type { CallbackRegister, NumberItem } from './callback-register.ts';
import { canonicalJson } from './canonical-json.ts';
import { mergeFacts } from './merge-facts.ts';
import { nextStep } from './next-step.ts';
import type { NumberFacts } from './number-facts.ts';
import type { Rules } from './rules.ts';

/** Writers meet rarely on one number; this many in a row means something is wrong. */
const maxTries = 12;

/**
 * Adds facts to what is known of a number and answers all that is then known. Facts already known cost no write. `believed`: what is most likely
 * kept, written over without being read; when it was not so, nothing is lost but the write. Throws when other writers keep coming first.
 */
export async function learn(
  register: CallbackRegister,
  programme: string,
  numberKey: string,
  told: NumberFacts,
  rules: Rules,
  believed?: NumberItem,
): Promise<NumberFacts> {
  for (let tries = 0; tries < maxTries; tries += 1) {
    const known = (tries === 0 ? believed : undefined) ?? (await register.read(programme, numberKey));
    const item = withNext(mergeFacts(known.facts, told), known.version + 1, rules);
    if (same(item, known) || (await register.write(programme, numberKey, item))) {
      return item.facts;
    }
  }
  throw new Error(
    `Callback register: ${maxTries} concurrent writes in a row on one number of "${programme}"; retry later`,
  );
}

/** An item with its next step as these rules have it; deadlines up to `asOf` are over. */
export function withNext(facts: NumberFacts, version: number, rules: Rules, asOf = ''): NumberItem {
  const next = nextStep(facts, rules, asOf);
  return { facts, version, ...(next === undefined ? {} : { next }) };
}

function same(a: NumberItem, b: NumberItem): boolean {
  return canonicalJson([a.facts, a.next]) === canonicalJson([b.facts, b.next]);
}

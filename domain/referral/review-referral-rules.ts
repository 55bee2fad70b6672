import type { Content } from '../content/content.ts';
import type { ContentVersions } from '../content/content-versions.ts';
import { checkCells } from '../questionnaire/check-cells.ts';
import { checkReferralRules } from './check-referral-rules.ts';
import { levelsNeeded } from './levels-needed.ts';
import { parseReferralRules } from './parse-referral-rules.ts';

export interface RulesScope {
  readonly programme: string;
  /** ISO instants: now, and from when they would be in force. */
  readonly at: string;
  readonly validFrom: string;
  /** Put them in force when nothing is wrong. */
  readonly publish: boolean;
}

export interface RulesPorts {
  readonly content: Content;
  readonly versions: ContentVersions;
  /** Hash of a value, the same for the same content. */
  readonly hash: (value: unknown) => string;
}

/** What their author is told of rules; faults in French, all at once. */
export type RulesReview =
  | { readonly accepted: false; readonly faults: readonly string[] }
  | { readonly accepted: true; readonly version: string; readonly published: boolean; readonly validFrom: string };

/**
 * Checks rules of referral as live content (COMMON-40), and puts them in force at their date: what questionnaires in force name must be there. Referrals
 * made before keep their cell and level; their clock reads the rules in force.
 */
export async function reviewReferralRules(json: unknown, scope: RulesScope, ports: RulesPorts): Promise<RulesReview> {
  const { programme, at, validFrom, publish } = scope;
  if (validFrom < at) {
    return { accepted: false, faults: [`« validFrom » vaut « ${validFrom} » ; valeur acceptée : un instant à venir.`] };
  }
  const rules = parseReferralRules(json);
  if ('faults' in rules) {
    return { accepted: false, faults: rules.faults.map(({ text }) => text) };
  }
  const questionnaires = await ports.content.inForce(programme, 'questionnaires', at);
  const faults = [
    ...checkReferralRules(rules, levelsNeeded(questionnaires, rules)),
    ...questionnaires.flatMap((one) => checkCells(one, rules).map(({ text }) => `${one.id} : ${text}`)),
  ];
  if (faults.length > 0) {
    return { accepted: false, faults };
  }
  const version = ports.hash(rules);
  if (publish) {
    await ports.versions.add(programme, 'referralRules', { validFrom, hash: version, origin: 'edit', value: rules });
  }
  return { accepted: true, version, published: publish, validFrom };
}

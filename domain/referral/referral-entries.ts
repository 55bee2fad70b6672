import { localDay } from '../calendar/local-time.ts';
import type { ReferralEntry } from './referral-entry.ts';
import type { Acknowledgement, Cause, ReferralFacts, ReferralSubject, Telling } from './referral-facts.ts';
import type { ReferralContext } from './referral-ports.ts';
import { severity } from './referral-state.ts';

/** Journal entries of these facts of a referral: each depends on its own fact and on the causes it names, so told again they are the same. */
export function referralEntries(
  subject: ReferralSubject,
  facts: ReferralFacts,
  known: ReferralFacts,
  context: Pick<ReferralContext, 'rules' | 'timeZone'>,
): readonly ReferralEntry[] {
  const entry = (fact: { id: string; at: string }, causes: readonly Cause[], change: ReferralEntry['change']) =>
    entryOf(subject, fact, causes, change, context);
  const causesOf = (ids: readonly string[]) => known.causes.filter(({ id }) => ids.includes(id));
  return [
    ...facts.causes.map((cause) =>
      entry(cause, [cause], {
        type: 'created',
        causeId: cause.id,
        ...(cause.score === undefined ? {} : { score: cause.score }),
        ...(subject.riskRank === undefined ? {} : { riskRank: subject.riskRank }),
      }),
    ),
    ...facts.tellings.map((telling) => entry(telling, causesOf([telling.cause]), told(telling))),
    ...facts.acknowledgements.map((one) => entry(one, causesOf(one.causes), { type: 'acknowledged', by: one.by })),
    ...facts.closings.map((one) =>
      entry(one, causesOf(one.causes), { type: 'closed', by: one.by, outcome: one.outcome }),
    ),
  ];
}

function told({ type, to, n, phase }: Telling): ReferralEntry['change'] {
  switch (type) {
    case 'notify':
      return { type: 'notified', to };
    case 'remind':
      return { type: 'reminded', n, to, phase };
    case 'escalate':
      return { type: 'escalated', to };
  }
}

function entryOf(
  { referralId, subject, campaign, cycle, contactId, cell, programme }: ReferralSubject,
  { id, at }: Pick<Acknowledgement, 'id' | 'at'>,
  causes: readonly Cause[],
  change: ReferralEntry['change'],
  { rules, timeZone }: Pick<ReferralContext, 'rules' | 'timeZone'>,
): ReferralEntry {
  const worst = causes.toSorted((a, b) => severity(a.level, rules) - severity(b.level, rules))[0];
  return {
    kind: 'referral',
    programme,
    day: localDay(timeZone, at),
    time: at,
    id: `referral#${referralId}#${change.type}#${id}`,
    referralId,
    subject,
    ...(campaign === undefined ? {} : { campaign }),
    ...(cycle === undefined ? {} : { cycle }),
    ...(contactId === undefined ? {} : { contactId }),
    cell,
    level: worst?.level ?? '',
    reasons: [...new Set(causes.flatMap(({ reasons }) => reasons))],
    change,
  };
}

import { epochMs } from '../calendar/local-time.ts';
import type { ReferralEntry } from '../referral/referral-entry.ts';
import type { CycleFacts } from './cycle-facts.ts';

/** Referrals of one cell (REFLEX-18, -19). Delays in minutes from creation to acknowledgement. */
export interface CellFigures {
  readonly cell: string;
  readonly created: number;
  readonly acknowledged: number;
  readonly closed: number;
  readonly escalated: number;
  readonly medianMinutes?: number;
  readonly longestMinutes?: number;
}

export function cellFigures(referrals: CycleFacts['referrals']): readonly CellFigures[] {
  const byCell = new Map<string, (readonly ReferralEntry[])[]>();
  for (const facts of referrals) {
    const cell = facts[0]?.cell ?? '';
    byCell.set(cell, [...(byCell.get(cell) ?? []), facts]);
  }
  return [...byCell]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([cell, lives]) => {
      const when = (facts: readonly ReferralEntry[], type: ReferralEntry['change']['type']) =>
        facts.find(({ change }) => change.type === type)?.time;
      const delays = lives
        .flatMap((facts) => {
          const [created, acknowledged] = [when(facts, 'created'), when(facts, 'acknowledged')];
          return created === undefined || acknowledged === undefined
            ? []
            : (epochMs(acknowledged) - epochMs(created)) / 60_000;
        })
        .sort((a, b) => a - b);
      const [median, longest] = [delays[Math.floor((delays.length - 1) / 2)], delays.at(-1)];
      const having = (type: ReferralEntry['change']['type']) =>
        lives.filter((facts) => when(facts, type) !== undefined).length;
      return {
        cell,
        created: having('created'),
        acknowledged: having('acknowledged'),
        closed: having('closed'),
        escalated: having('escalated'),
        ...(median === undefined ? {} : { medianMinutes: median }),
        ...(longest === undefined ? {} : { longestMinutes: longest }),
      };
    });
}

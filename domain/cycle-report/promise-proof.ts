import type { AttemptPolicy } from '../attempt/attempt-policy.ts';
import { isoInstant } from '../calendar/local-time.ts';
import { openSpans } from './cycle-half-hours.ts';
import type { CycleReport } from './cycle-report.ts';

/**
 * What a cycle promised and what was done for each person, to be checked against the journal by whoever wants to, without this software
 * (REFLEX-02, -03). Instants are ISO UTC; people are ids. Plain data: it is written as JSON.
 */
export interface PromiseProof {
  readonly format: 'permanence-promises/1';
  readonly programme: string;
  readonly campaign: string;
  readonly cycle: number;
  readonly campaignType: string;
  readonly drill: boolean;
  readonly issuedAt: string;
  readonly promised: {
    readonly activatedAt: string;
    /** First call at the latest. */
    readonly firstCallBy: string;
    readonly deadline: string;
    readonly maxAttempts: number;
    readonly minimumGapMinutes: number;
    readonly minimumDayParts: number;
    readonly dayParts: AttemptPolicy['dayParts'];
    readonly timeZone: string;
    /** When people could be called. */
    readonly hours: readonly { readonly from: string; readonly until: string }[];
  };
  readonly readyAt?: string;
  readonly firstCallAt?: string;
  readonly people: readonly ProvenPerson[];
  /** The journal lines it was made from, and their SHA-256. */
  readonly source: { readonly entries: number; readonly hash: string };
}

export interface ProvenPerson {
  readonly recipient: string;
  readonly callable: boolean;
  /** How their cycle ended; `open` while it has not. */
  readonly state: string;
  readonly attempts: readonly {
    readonly n: number;
    readonly startedAt: string;
    readonly endedAt: string;
    readonly disposition: string;
    readonly counts: boolean;
  }[];
}

export function promiseProof({ subject, facts, asOf, source }: CycleReport): PromiseProof {
  const { campaign, cycle, campaignType, drill, activatedAt, activation, readyAt, firstCallAt, people } = facts;
  const { deadline, firstCallBy, policy, timeZone } = activation;
  const { maxAttempts, minimumGapMinutes, minimumDayParts, dayParts } = policy;
  const spans = openSpans(subject.calendar, { activatedAt, activation }, deadline);
  return {
    format: 'permanence-promises/1',
    programme: subject.programme,
    campaign,
    cycle,
    campaignType,
    drill,
    issuedAt: asOf,
    promised: {
      activatedAt,
      firstCallBy,
      deadline,
      maxAttempts,
      minimumGapMinutes,
      minimumDayParts,
      dayParts,
      timeZone,
      hours: joined(spans).map(({ from, to }) => ({ from: isoInstant(from), until: isoInstant(to) })),
    },
    ...(readyAt === undefined ? {} : { readyAt }),
    ...(firstCallAt === undefined ? {} : { firstCallAt }),
    people: people.map(({ recipientId, loaded, closed, attempts }) => ({
      recipient: recipientId,
      callable: loaded.callable,
      state: closed?.state ?? 'open',
      attempts: attempts
        .filter(({ n }) => n > 0)
        .map(({ n, startedAt, endedAt, disposition, counts }) => ({ n, startedAt, endedAt, disposition, counts })),
    })),
    source: { entries: source.entries, hash: source.hash },
  };
}

/** Half-hours that touch, as one stretch. */
function joined(spans: ReturnType<typeof openSpans>): { readonly from: number; readonly to: number }[] {
  const stretches: { from: number; to: number }[] = [];
  for (const { from, to } of spans) {
    const last = stretches.at(-1);
    if (last !== undefined && last.to === from) {
      last.to = to;
    } else {
      stretches.push({ from, to });
    }
  }
  return stretches;
}

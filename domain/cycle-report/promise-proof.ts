import type { AttemptPolicy } from '../attempt/attempt-policy.ts';
import { isoInstant } from '../calendar/local-time.ts';
import type { AttemptEntry } from '../campaign/campaign-entry.ts';
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
    /** Attempts of a call that was promised in a conversation, beyond `maxAttempts`; absent when none is ever promised. */
    readonly promisedAttempts?: number;
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
  /** Another call promised `since` then: when it was first made, be it by the person ringing us, and what became of it. */
  readonly promise?: { readonly since: string; readonly by: string; readonly state: string; readonly madeAt?: string };
  /** A call promised in the cycle before, and owed by this one. */
  readonly owed?: { readonly by: string; readonly madeAt?: string };
  readonly attempts: readonly {
    readonly n: number;
    readonly startedAt: string;
    readonly endedAt: string;
    readonly disposition: string;
    readonly counts: boolean;
    /** Of the promised call. */
    readonly promised?: boolean;
  }[];
}

export function promiseProof({ subject, facts, asOf, source }: CycleReport): PromiseProof {
  const { campaign, cycle, campaignType, drill, activatedAt, activation, readyAt, firstCallAt, people } = facts;
  const { deadline, firstCallBy, policy, timeZone } = activation;
  const { maxAttempts, minimumGapMinutes, minimumDayParts, dayParts, promisedCall } = policy;
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
      ...(promisedCall === undefined ? {} : { promisedAttempts: promisedCall.attempts }),
      minimumGapMinutes,
      minimumDayParts,
      dayParts,
      timeZone,
      hours: joined(spans).map(({ from, to }) => ({ from: isoInstant(from), until: isoInstant(to) })),
    },
    ...(readyAt === undefined ? {} : { readyAt }),
    ...(firstCallAt === undefined ? {} : { firstCallAt }),
    people: people.map(({ recipientId, loaded, closed, promise, attempts }) => ({
      recipient: recipientId,
      callable: loaded.callable,
      state: closed?.state ?? 'open',
      ...(promise === undefined
        ? {}
        : {
            promise: {
              ...{ since: promise.since, by: promise.by, state: promise.state ?? 'open' },
              ...madeAt(attempts.filter(({ promised }) => promised === true)),
            },
          }),
      ...(loaded.promisedBy === undefined ? {} : { owed: { by: loaded.promisedBy, ...madeAt(attempts) } }),
      attempts: attempts
        .filter(({ n }) => n > 0)
        .map(({ n, startedAt, endedAt, disposition, counts, promised }) => ({
          ...{ n, startedAt, endedAt, disposition, counts },
          ...(promised === true ? { promised } : {}),
        })),
    })),
    source: { entries: source.entries, hash: source.hash },
  };
}

function madeAt([first]: readonly AttemptEntry[]): { readonly madeAt?: string } {
  return first === undefined ? {} : { madeAt: first.startedAt };
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

import { createHash } from 'node:crypto';
import { checkPromisedCalls } from './check-promised-calls.ts';

interface Attempt {
  readonly n: number;
  readonly startedAt: string;
  readonly endedAt: string;
  readonly disposition: string;
  readonly counts: boolean;
  readonly promised?: boolean;
}

export interface Person {
  readonly recipient: string;
  readonly callable: boolean;
  readonly state: string;
  readonly promise?: { readonly since: string; readonly by: string; readonly state: string; readonly madeAt?: string };
  readonly owed?: { readonly by: string; readonly madeAt?: string };
  readonly attempts: readonly Attempt[];
}

export interface Proof {
  readonly format: string;
  readonly campaign: string;
  readonly cycle: number;
  readonly promised: {
    readonly activatedAt: string;
    readonly firstCallBy: string;
    readonly deadline: string;
    readonly maxAttempts: number;
    readonly promisedAttempts?: number;
    readonly minimumGapMinutes: number;
    readonly minimumDayParts: number;
    readonly dayParts: readonly { readonly code: string; readonly from: string; readonly to: string }[];
    readonly timeZone: string;
    readonly hours: readonly { readonly from: string; readonly until: string }[];
  };
  readonly readyAt?: string;
  readonly firstCallAt?: string;
  readonly people: readonly Person[];
  readonly source: { readonly entries: number; readonly hash: string };
}

/** A line of the journal, as far as it is looked at here. */
export interface Line {
  readonly kind: string;
  readonly campaign?: string;
  readonly cycle?: number;
  readonly time: string;
  readonly recipientId?: string;
  readonly n?: number;
  readonly revision?: number;
  readonly startedAt?: string;
  readonly endedAt?: string;
  readonly disposition?: string;
  readonly counts?: boolean;
  readonly promised?: boolean;
  readonly change?: Change;
}

interface Change {
  readonly type: string;
  readonly state?: string;
  readonly reason?: string;
  readonly by?: string;
  readonly promisedBy?: string;
}

const answered = new Set(['useful', 'refused']);

/**
 * Everything that is wrong with a proof of a cycle's promises (REFLEX-02, REFLEX-03), in sentences that name the person and the attempt; empty when it
 * holds. `journal`: the lines it was made from. Uses nothing but the two: no rule, type or table of the centre.
 */
export function checkPromises(proof: Proof, journal: string): string[] {
  if (proof.format !== 'permanence-promises/1') {
    return [`The proof has format "${proof.format}"; accepted: permanence-promises/1.`];
  }
  const text = journal.endsWith('\n') ? journal.slice(0, -1) : journal;
  const rows = text.split('\n').map((row): Line => JSON.parse(row));
  const lines = rows.filter(({ campaign, cycle }) => campaign === proof.campaign && cycle === proof.cycle);
  const hash = createHash('sha256').update(text).digest('hex');
  const wrong: string[] = [];
  if (hash !== proof.source.hash || rows.length !== proof.source.entries) {
    wrong.push(
      `The journal is not the one of the proof: ${rows.length} lines, SHA-256 ${hash}; the proof says ${proof.source.entries} lines, ${proof.source.hash}.`,
    );
  }
  return [
    ...wrong,
    ...compareClock(proof, lines),
    ...comparePeople(proof, lines),
    ...judge(proof),
    ...checkPromisedCalls(proof, lines),
  ];
}

/** Activation, readiness and first call: proof against journal, then against the promise. */
function compareClock({ promised, readyAt, firstCallAt }: Proof, lines: readonly Line[]): string[] {
  const told = (type: string) => lines.find(({ kind, change }) => kind === 'cycle' && change?.type === type)?.time;
  const starts = lines.flatMap(({ kind, n, startedAt }) => (kind === 'attempt' && n !== 0 ? (startedAt ?? []) : []));
  const clock = [
    ['activated', promised.activatedAt, told('activated')],
    ['ready', readyAt, told('ready')],
    ['first called', firstCallAt, starts.sort()[0]],
  ] as const;
  const wrong = clock
    .filter(([, said, known]) => said !== known)
    .map(([what, said, known]) => `The proof says ${what} ${said ?? 'never'}, the journal ${known ?? 'never'}.`);
  if (firstCallAt === undefined || firstCallAt > promised.firstCallBy) {
    wrong.push(`The first call was promised by ${promised.firstCallBy} and made ${firstCallAt ?? 'never'}.`);
  }
  return wrong;
}

/** Each person and attempt of the proof is in the journal, and the other way round. */
function comparePeople({ people }: Proof, lines: readonly Line[]): string[] {
  const wrong: string[] = [];
  const known = new Map<string, { state: string; attempts: Map<number, Line> }>();
  for (const line of lines) {
    const { kind, recipientId, change, n, revision } = line;
    if (recipientId === undefined) continue;
    const person = known.get(recipientId) ?? { state: 'open', attempts: new Map<number, Line>() };
    known.set(recipientId, person);
    // Whom nobody will call is over when loaded, unless another end is told.
    if (kind === 'recipient' && change?.type === 'loaded' && person.state === 'open') {
      person.state = change.reason ?? 'open';
    }
    if (kind === 'recipient' && change?.type === 'closed') {
      person.state = change.state ?? 'open';
    }
    if (kind === 'attempt' && n !== undefined && n > 0) {
      if ((person.attempts.get(n)?.revision ?? 0) < (revision ?? 0)) person.attempts.set(n, line);
    }
  }
  const seen = new Set<string>();
  for (const { recipient, state, attempts } of people) {
    const person = known.get(recipient);
    if (person === undefined || seen.has(recipient)) {
      wrong.push(`${recipient}: ${person === undefined ? 'not in the journal' : 'twice in the proof'}.`);
      continue;
    }
    seen.add(recipient);
    if (person.state !== state) wrong.push(`${recipient}: the proof says ${state}, the journal ${person.state}.`);
    const told = new Set<number>();
    for (const attempt of attempts) {
      const line = person.attempts.get(attempt.n);
      const name = `${recipient}, attempt ${attempt.n}`;
      if (told.has(attempt.n)) wrong.push(`${name}: twice in the proof.`);
      told.add(attempt.n);
      if (line === undefined) {
        wrong.push(`${name}: not in the journal.`);
        continue;
      }
      for (const field of ['startedAt', 'endedAt', 'disposition', 'counts', 'promised'] as const) {
        if (line[field] !== attempt[field]) {
          wrong.push(`${name}: the proof says ${field} ${attempt[field]}, the journal ${line[field]}.`);
        }
      }
    }
    for (const n of person.attempts.keys()) {
      if (!told.has(n)) wrong.push(`${recipient}, attempt ${n}: in the journal and not in the proof.`);
    }
  }
  for (const recipient of known.keys()) {
    if (!seen.has(recipient)) wrong.push(`${recipient}: in the journal and not in the proof.`);
  }
  return wrong;
}

/** Whether what was done is what was promised. */
function judge({ promised, people }: Proof): string[] {
  const { maxAttempts, minimumGapMinutes, minimumDayParts, deadline, activatedAt, hours } = promised;
  const wrong: string[] = [];
  for (const { recipient, callable, state, attempts } of people) {
    const counted = attempts.filter(({ counts, promised: isExtra }) => counts && isExtra !== true);
    if (counted.length > maxAttempts) {
      wrong.push(`${recipient}: ${counted.length} attempts, at most ${maxAttempts} were promised.`);
    }
    if (state === 'unreachable' && counted.length < maxAttempts) {
      wrong.push(`${recipient}: given up after ${counted.length} attempts of ${maxAttempts}.`);
    }
    if (callable && (state === 'open' || state === 'deadline')) {
      wrong.push(`${recipient}: ${state} after ${counted.length} attempts of ${maxAttempts}.`);
    }
    if (!callable && attempts.length > 0) {
      wrong.push(`${recipient}: called, and was not to be.`);
    }
    const parts = new Set(counted.flatMap(({ startedAt }) => partOf(startedAt, promised) ?? []));
    // Who asks for another hour chooses the part of the day of the next call.
    const chosen = counted.slice(0, -1).filter(({ disposition }) => disposition === 'call-later').length;
    if (counted.length === maxAttempts && !answered.has(state) && parts.size + chosen < minimumDayParts) {
      wrong.push(
        `${recipient}: ${maxAttempts} attempts in ${parts.size} parts of the day, ${minimumDayParts} were promised.`,
      );
    }
    for (const [index, { n, startedAt }] of attempts.entries()) {
      const name = `${recipient}, attempt ${n} at ${startedAt}`;
      if (startedAt < activatedAt || startedAt >= deadline) {
        wrong.push(`${name}: outside the cycle, ${activatedAt} to ${deadline}.`);
      } else if (!hours.some(({ from, until }) => from <= startedAt && startedAt < until)) {
        wrong.push(`${name}: outside calling hours.`);
      } else if (partOf(startedAt, promised) === undefined) {
        wrong.push(`${name}: in no part of the day in which people may be called.`);
      }
      const before = attempts.slice(0, index).findLast(({ counts }) => counts);
      if (before !== undefined && minutesBetween(before.endedAt, startedAt) < minimumGapMinutes) {
        wrong.push(`${name}: less than ${minimumGapMinutes} min after attempt ${before.n} ended at ${before.endedAt}.`);
      }
    }
  }
  return wrong;
}

function partOf(at: string, { timeZone, dayParts }: Proof['promised']): string | undefined {
  const clock = new Intl.DateTimeFormat('fr-FR', { timeZone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
  const time = clock.format(new Date(at));
  return dayParts.find(({ from, to }) => from <= time && time < to)?.code;
}

function minutesBetween(from: string, to: string): number {
  return (Date.parse(to) - Date.parse(from)) / 60_000;
}

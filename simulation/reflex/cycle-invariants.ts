import type { FiledCycle } from './cycle-journal.ts';
import type { LivedRing, ReflexDiary } from './reflex-diary.ts';
import type { RegisteredPerson } from './registered-person.ts';

export interface CycleEvidence {
  readonly diary: ReflexDiary;
  readonly filed: FiledCycle;
  readonly people: readonly RegisteredPerson[];
  readonly policy: {
    readonly maxAttempts: number;
    readonly freeRetries: { readonly count: number };
    readonly minimumGapMinutes: number;
    readonly promisedCall?: { readonly attempts: number };
    readonly minimumDayParts: number;
    readonly dayParts: readonly { readonly code: string; readonly from: string; readonly to: string }[];
  };
  readonly timeZone: string;
  /** The whole cycle was played: everybody has had their attempts. */
  readonly whole: boolean;
  /** After a crash a claim may be settled, and rung, this much later; milliseconds. Absent: nothing crashes. */
  readonly settledWithinMs?: number;
}

/** A dial is decided, then the network rings. */
const settingUpMs = 30_000;

/** What must hold of any cycle, from what people lived and what the journal says: a sentence per promise that was broken. */
export function brokenCyclePromises(evidence: CycleEvidence): readonly string[] {
  return [
    ...everyRingFiled(evidence),
    ...oneCallANumber(evidence),
    ...hoursKept(evidence),
    ...policyKept(evidence),
    ...promisedCallsMade(evidence),
    ...nobodyAfterRemoval(evidence),
    ...everybodyAccounted(evidence),
  ];
}

/** Each ring is one attempt, ending as it was lived; each attempt that was dialled rang. */
function everyRingFiled({ diary, filed, settledWithinMs = 0 }: CycleEvidence): string[] {
  const broken: string[] = [];
  const attempts = new Map(filed.attempts.filter(({ n }) => n > 0).map((one) => [one.contactId, one]));
  const rang = new Set<string>();
  for (const ring of diary.rings) {
    const attempt = attempts.get(ring.contactId);
    if (filed.callbacks.has(ring.contactId)) continue;
    if (attempt === undefined) {
      broken.push(`${ring.number} rang at ${ring.rangAt} (${ring.contactId}), and the journal has no attempt of it`);
      continue;
    }
    if (rang.has(ring.contactId)) broken.push(`${attempt.attemptId} rang twice`);
    rang.add(ring.contactId);
    const wrong = disagreement(ring, attempt.disposition, attempt.answered);
    if (wrong !== undefined) broken.push(`${attempt.attemptId}: ${wrong}`);
    const late = Date.parse(ring.rangAt) - Date.parse(attempt.startedAt);
    if (late < 0 || late > settingUpMs + settledWithinMs)
      broken.push(`${attempt.attemptId} started ${late} ms before it rang`);
  }
  for (const { contactId, attemptId, disposition } of attempts.values()) {
    // Claimed, and never dialled because of a crash: that counts, and is told as such.
    const isUnknown = disposition === 'indeterminate' && settledWithinMs > 0;
    if (disposition !== 'failed' && !isUnknown && (contactId === undefined || !rang.has(contactId)))
      broken.push(`${attemptId} is filed as ${disposition}, and nobody's telephone rang`);
  }
  for (const { attemptId, contactId, ringBack, disposition } of diary.talks) {
    const said = filed.attempts.find(
      (one) => one.attemptId === attemptId && (!ringBack || one.contactId === contactId),
    );
    if (disposition !== undefined && said?.disposition !== disposition)
      broken.push(`${attemptId}: its agent wrote ${disposition}, the journal has ${said?.disposition ?? 'nothing'}`);
  }
  return broken;
}

function disagreement(ring: LivedRing, disposition: string, answered: boolean): string | undefined {
  const isAnswered = ring.answeredAt !== undefined;
  if (isAnswered !== answered) return `lived as ${ring.what}, filed as ${answered ? 'answered' : 'not answered'}`;
  const expected = { unanswered: 'no-answer', busy: 'busy', dead: 'out-of-service' } as const;
  if (ring.what === 'answered' || ring.what === 'machine') return undefined;
  return disposition === expected[ring.what] ? undefined : `lived as ${ring.what}, filed as ${disposition}`;
}

function oneCallANumber({ diary }: CycleEvidence): string[] {
  const spans = [
    ...diary.rings.map(({ number, rangAt, endedAt, what }) => ({
      ...{ number, from: rangAt, to: endedAt, engaged: what === 'busy' },
    })),
    ...diary.ringBacks
      .filter(({ busy }) => busy !== true)
      .map(({ number, dialledAt, endedAt }) => ({ number, from: dialledAt, to: endedAt, engaged: false })),
  ];
  const broken: string[] = [];
  for (const [number, calls] of Map.groupBy(spans, (span) => span.number)) {
    const sorted = calls.toSorted((a, b) => (a.from < b.from ? -1 : 1));
    for (const [index, call] of sorted.entries()) {
      const next = sorted[index + 1];
      // They rang us while our dial was set up: its last look at the number came before theirs was held, which is when the flow of their call first asks
      // who it is. A dial cannot be called back, and found their line engaged. Later than that, the lock is theirs.
      if (next?.engaged === true && minutes(call.from, next.from) * 60_000 < settingUpMs) continue;
      if (call.to === undefined) broken.push(`${number}: the call of ${call.from} never ended`);
      if (next !== undefined && (call.to ?? '9') > next.from) broken.push(`${number} is in two calls at ${next.from}`);
    }
  }
  return broken;
}

/** REFLEX-05: 9 to 19, from 10 on weekends and holidays, on the clocks of Paris. */
function hoursKept({ diary, timeZone }: CycleEvidence): string[] {
  return diary.rings.flatMap(({ number, rangAt }) => {
    const { weekday, date, time } = localClock(timeZone, new Date(Date.parse(rangAt)));
    const opens = ['sam.', 'dim.'].includes(weekday) || holidays.has(date) ? '10:00' : '09:00';
    return time >= opens && (time < '19:00' || rangAt.slice(17, 19) < '30') && time <= '19:00'
      ? []
      : [`${number} rang at ${time} on ${weekday} ${date}`];
  });
}

/** Fixed holidays of France, day/month. */
const holidays = new Set(['01/01', '01/05', '08/05', '14/07', '15/08', '01/11', '11/11', '25/12']);

/** REFLEX-03, REFLEX-04: no more attempts than promised, spread as promised; in a whole cycle, no fewer. */
function policyKept({ filed, policy, timeZone, whole }: CycleEvidence): string[] {
  const { maxAttempts, freeRetries, minimumGapMinutes, minimumDayParts, dayParts } = policy;
  const broken: string[] = [];
  const byPerson = Map.groupBy(
    filed.attempts.filter(({ n }) => n > 0),
    ({ recipientId }) => recipientId,
  );
  for (const [recipientId, attempts] of byPerson) {
    const state = filed.people.get(recipientId)?.state;
    let free = freeRetries.count;
    const rested = attempts.filter(({ disposition }) => {
      const isFree = (disposition === 'busy' || disposition === 'failed') && free > 0;
      free -= isFree ? 1 : 0;
      return !isFree;
    });
    const counted = rested.filter(({ promised }) => !promised);
    if (counted.length > maxAttempts) broken.push(`${recipientId}: ${counted.length} attempts of ${maxAttempts}`);
    for (const [index, attempt] of rested.entries()) {
      const before = rested[index - 1];
      const gap = before === undefined ? Number.POSITIVE_INFINITY : minutes(before.endedAt, attempt.startedAt);
      if (gap < minimumGapMinutes) broken.push(`${attempt.attemptId}: ${gap.toFixed(1)} min after the one before`);
    }
    const parts = new Set(
      counted.map(({ startedAt }) => {
        const { time } = localClock(timeZone, new Date(Date.parse(startedAt)));
        return dayParts.find(({ from, to }) => from <= time && time < to)?.code;
      }),
    );
    // Who asks for another hour chooses the part of the day of the next call.
    const chosen = counted.slice(0, -1).filter(({ disposition }) => disposition === 'call-later').length;
    if (state === 'unreachable' && (parts.size + chosen < minimumDayParts || counted.length < maxAttempts))
      broken.push(`${recipientId}: given up after ${counted.length} attempts in ${parts.size} parts of the day`);
  }
  if (!whole) return broken;
  const short = [...filed.people].filter(([, { callable, state }]) => callable && state === 'deadline');
  return [...broken, ...short.map(([id]) => `${id}: the cycle ended before their attempts were made`)];
}

/** Who was promised another call is rung by its hour, no more than twice; or the journal says why not. */
function promisedCallsMade({ filed, diary, policy, whole }: CycleEvidence): string[] {
  const most = policy.promisedCall?.attempts ?? 0;
  const rang = new Map(diary.rings.map(({ contactId, rangAt }) => [contactId, rangAt]));
  const spokeAt = Map.groupBy(
    diary.talks.filter(({ ringBack }) => ringBack),
    ({ recipientId }) => recipientId ?? '',
  );
  return [...filed.promises].flatMap(([id, { since, by, state }]) => {
    if (filed.people.get(id)?.state !== 'useful') return [];
    const made = filed.attempts.filter(({ recipientId, promised, n }) => recipientId === id && promised && n > 0);
    const dials = made.filter(({ disposition }) => disposition !== 'busy' && disposition !== 'failed');
    const heard = made.map(({ contactId = '' }) => rang.get(contactId) ?? '9');
    const own = (spokeAt.get(id) ?? []).map(({ from }) => from).filter((from) => from > since);
    const first = [...heard, ...own].toSorted()[0];
    const isOwed = state === 'kept' || state === 'unreached' || state === 'late' || (whole && state === undefined);
    return [
      ...(dials.length > most ? [`${id}: rung ${dials.length} times for a promised call, at most ${most}`] : []),
      ...(isOwed && (first === undefined || Date.parse(first) > Date.parse(by) + settingUpMs)
        ? [`${id}: promised a call by ${by}, rung ${first ?? 'never'} (${state ?? 'open'})`]
        : []),
    ];
  });
}

/** REFLEX-25, REFLEX-08: whoever left the register, or asked not to be rung, is not. */
function nobodyAfterRemoval({ diary, people }: CycleEvidence): string[] {
  const owners = new Map<string, number>();
  for (const { phones } of people) for (const { number } of phones) owners.set(number, (owners.get(number) ?? 0) + 1);
  const own = (number: string) => owners.get(number) === 1;
  const gone = new Map(
    diary.removals.flatMap(({ at, numbers }) => numbers.filter(own).map((number) => [number, at] as const)),
  );
  const relayed = new Set(people.filter(({ relay }) => relay).flatMap(({ phones }) => phones.map((one) => one.number)));
  return diary.rings.flatMap(({ number, rangAt }) => {
    const at = gone.get(number);
    // Dialled the instant before, it rings.
    if (at !== undefined && Date.parse(rangAt) > Date.parse(at) + 5_000)
      return [`${number} rang at ${rangAt}, after leaving the register at ${at}`];
    return relayed.has(number) && own(number) ? [`${number} rang at ${rangAt}, and is not to be rung`] : [];
  });
}

/** Nobody is lost: as many in the cycle as there are people, each with an end once it is over; the referrals told at the desk are kept. */
function everybodyAccounted({ filed, people, diary }: CycleEvidence): string[] {
  const open = [...filed.people].filter(([, { state }]) => state === undefined);
  const told = diary.talks.reduce((sum, { referrals }) => sum + referrals.length, 0);
  const removed = diary.removals.length;
  return [
    ...(filed.people.size > people.length || filed.people.size < people.length - removed
      ? [`${filed.people.size} people in the cycle, ${people.length} in the register`]
      : []),
    ...open.map(([id]) => `${id} is still open after the end of the cycle`),
    ...(filed.referrals.size < told ? [`${told} referrals told at the desk, ${filed.referrals.size} kept`] : []),
    ...(filed.activatedAt === undefined ? ['no cycle was activated'] : []),
  ];
}

function localClock(timeZone: string, at: Date): { weekday: string; date: string; time: string } {
  const clock = clocks.get(timeZone) ?? new Intl.DateTimeFormat('fr-FR', { timeZone, ...fields });
  clocks.set(timeZone, clock);
  const parts = new Map(clock.formatToParts(at).map(({ type, value }) => [type, value]));
  const part = (name: Intl.DateTimeFormatPartTypes) => parts.get(name) ?? '';
  return {
    weekday: part('weekday'),
    date: `${part('day')}/${part('month')}`,
    time: `${part('hour')}:${part('minute')}`,
  };
}

const fields = {
  weekday: 'short',
  day: '2-digit',
  month: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
} as const;
const clocks = new Map<string, Intl.DateTimeFormat>();

function minutes(from: string, to: string): number {
  return (Date.parse(to) - Date.parse(from)) / 60_000;
}

import type { CallDiary, Diary } from './diary.ts';

/** Figures of one day as the simulated people lived it, computed from their diaries alone. */
export interface LivedDay {
  readonly received: number;
  readonly outOfHours: number;
  readonly offered: number;
  readonly answered: number;
  readonly callbacksCreated: number;
  readonly callbacksReached: number;
  /** Offered calls that were answered, or whose number was later spoken to by a callback before `callbackDeadline`. */
  readonly answeredOrReached: number;
  readonly wrapUpsByMotive: Readonly<Record<string, number>>;
  readonly questions: number;
  /** Rings of people on the client's lists, and those of them who talked with an agent: not machines, nor strangers. */
  readonly outbound: { readonly made: number; readonly reached: number };
}

export interface DayBounds {
  /** ISO instants: local midnight of the day and of the next one. */
  readonly from: string;
  readonly to: string;
  /** Hours published for the day, ISO instants. */
  readonly open: readonly { readonly from: string; readonly to: string }[];
  /** End of the next open day: callbacks count until then. */
  readonly callbackDeadline: string;
}

interface NumberEvent {
  readonly at: string;
  readonly type: 'unanswered' | 'spoken-inbound' | 'spoken-ring';
  readonly call?: CallDiary;
}

export function lived(diary: Diary, bounds: DayBounds): LivedDay {
  const calls = diary.calls().filter((call) => call.busy !== true && within(call.dialledAt, bounds));
  const offered = calls.filter((call) => call.waitingAt !== undefined);
  const answered = offered.filter((call) => call.spokenToAt !== undefined);
  const callbacks = followCallbacks(diary, bounds);
  const wrapUpsByMotive: Record<string, number> = {};
  for (const { at, motive } of diary.wrapUps()) {
    if (within(at, bounds)) wrapUpsByMotive[motive] = (wrapUpsByMotive[motive] ?? 0) + 1;
  }
  return {
    received: calls.length,
    outOfHours: calls.filter((call) => metClosed(call, bounds.open)).length,
    offered: offered.length,
    answered: answered.length,
    callbacksCreated: callbacks.created,
    callbacksReached: callbacks.reached,
    answeredOrReached: answered.length + callbacks.offeredCallsReached,
    wrapUpsByMotive,
    questions: diary.questions().filter((question) => within(question.at, bounds)).length,
    outbound: outboundOf(diary, bounds),
  };
}

/** What agents hear when nobody whom the order is about is there. */
const nobody = ['voicemail', 'wrong-number'];

function outboundOf(diary: Diary, bounds: DayBounds): LivedDay['outbound'] {
  const rings = diary.rings().filter(({ ofOrder, rangAt }) => ofOrder === true && within(rangAt, bounds));
  const reached = rings.filter(({ spokenToAt, said = '' }) => spokenToAt !== undefined && !nobody.includes(said));
  return { made: rings.length, reached: reached.length };
}

/** What must have happened to callbacks, number by number: an unanswered call opens one, any conversation closes it. */
function followCallbacks(
  diary: Diary,
  bounds: DayBounds,
): { created: number; reached: number; offeredCallsReached: number } {
  let created = 0;
  let reached = 0;
  let offeredCallsReached = 0;
  for (const events of eventsByNumber(diary, bounds).values()) {
    let open: CallDiary[] | undefined;
    for (const event of events.sort((a, b) => (a.at < b.at ? -1 : 1))) {
      if (event.type === 'unanswered' && event.call !== undefined) {
        if (open === undefined) {
          open = [];
          created += 1;
        }
        open.push(event.call);
      } else if (open !== undefined) {
        if (event.type === 'spoken-ring') {
          reached += 1;
          offeredCallsReached += open.filter((call) => call.waitingAt !== undefined).length;
        }
        open = undefined;
      }
    }
  }
  return { created, reached, offeredCallsReached };
}

function eventsByNumber(diary: Diary, bounds: DayBounds): Map<string, NumberEvent[]> {
  const byNumber = new Map<string, NumberEvent[]>();
  const add = (number: string | undefined, event: NumberEvent) => {
    if (number !== undefined) byNumber.set(number, [...(byNumber.get(number) ?? []), event]);
  };
  for (const call of diary.calls()) {
    const number = call.number ?? call.typedNumber;
    const wantsCallback = !metClosed(call, bounds.open) || call.askedCallback === true;
    if (call.busy === true || !within(call.dialledAt, bounds)) continue;
    if (call.spokenToAt !== undefined) add(number, { at: call.spokenToAt, type: 'spoken-inbound' });
    else if (wantsCallback && call.endedAt !== undefined) add(number, { at: call.endedAt, type: 'unanswered', call });
  }
  for (const ring of diary.rings()) {
    if (ring.spokenToAt !== undefined && ring.spokenToAt >= bounds.from && ring.spokenToAt < bounds.callbackDeadline) {
      add(ring.number, { at: ring.spokenToAt, type: 'spoken-ring' });
    }
  }
  return byNumber;
}

/** The caller was told that the centre is closed, or rang outside its hours and hung up before they could be told. */
export function metClosed(call: CallDiary, open: DayBounds['open']): boolean {
  const inHours = open.some(({ from, to }) => call.dialledAt >= from && call.dialledAt < to);
  return call.toldClosed === true || (!inHours && call.waitingAt === undefined && call.spokenToAt === undefined);
}

function within(at: string, bounds: DayBounds): boolean {
  return at >= bounds.from && at < bounds.to;
}

import { epochMs, isoInstant } from '../calendar/local-time.ts';
import type { NumberLock } from '../callback/callback-register.ts';
import type { Content } from '../content/content.ts';
import { attemptIdOf } from './attempt-id.ts';
import { type Campaign, type Cycle, cycleKey, isLive } from './campaign.ts';
import type { CampaignRegister } from './campaign-register.ts';
import type { Recipient } from './recipient.ts';
import { typeOfCampaign } from './type-of-campaign.ts';

/** Somebody rings, while these campaigns are there. */
export interface Ringing {
  readonly programme: string;
  readonly numberKey: string;
  readonly at: string;
  readonly live: readonly Campaign[];
}

export interface RingBack extends OurCalls {
  readonly recipientId: string;
  /** Names the conversation in the cycle: an attempt id whose number is 0. */
  readonly ringBackId: string;
  /** What they hear first. */
  readonly text: string;
}

/** Attempts at people of one number. */
export interface OurCalls {
  /** Those that have ended. */
  readonly over: readonly string[];
  /** Those of which that is not known: their record is on its way, or they ring now. */
  readonly inFlight: readonly string[];
}

/** Who rings is not rung: longer than nearly any conversation, and than its record takes to come. */
const ringBackLockMs = 30 * 60_000;

/**
 * Holds the number of a person who rings back, so that nobody is dialled there meanwhile (design decision 4), until the record of the call frees it. The
 * lease of a dial that is known to be over gives way; that of one whose record is still to come holds the number in its place, and for as long: whoever
 * waits and then talks would outlast it.
 */
export async function holdNumber(
  { numberKey, callId, at }: { readonly numberKey: string; readonly callId: string; readonly at: string },
  { over, inFlight }: OurCalls,
  lock: NumberLock,
): Promise<void> {
  const until = isoInstant(epochMs(at) + ringBackLockMs);
  if (!(await lock.acquire(numberKey, ownerOf(callId), until, at))) {
    await Promise.all(over.map((attemptId) => lock.release(numberKey, attemptId)));
    for (const owner of [ownerOf(callId), ...inFlight]) {
      if (await lock.acquire(numberKey, owner, until, at)) {
        return;
      }
    }
  }
}

export async function freeNumber(numberKey: string, callId: string, lock: Pick<NumberLock, 'release'>): Promise<void> {
  await lock.release(numberKey, ownerOf(callId));
}

function ownerOf(callId: string): string {
  return `ring-back-${callId}`;
}

/**
 * The person of a cycle in hand who rings from one of their numbers (REFLEX-34); undefined when it is of none. Of a family on one line, the one tried
 * last, else the most fragile: the agent asks who it is.
 */
export async function ringBack(
  { programme, numberKey, at, live }: Ringing,
  { campaigns, content }: { readonly campaigns: CampaignRegister; readonly content: Content },
): Promise<RingBack | undefined> {
  const handed: Hit[] = [];
  // Who rings about a file of an order is a caller like any other, of a centre that answers: their queue is that of what they choose.
  const crises = live.filter((one) => isLive(one) && one.order === undefined);
  for (const campaign of crises) {
    const cycle = campaign.cycles.findLast(({ state, from, until }) => state === 'ready' && from <= at && at < until);
    if (cycle === undefined) {
      continue;
    }
    const key = cycleKey(campaign.id, cycle.n);
    const ids = await campaigns.ofNumber(programme, key, numberKey);
    const found = ids.length === 0 ? [] : await campaigns.read(programme, key, ids);
    const [first] = found.toSorted(lastTriedFirst);
    if (first !== undefined && cycle.fed !== true) {
      return await ringBackOf(programme, { campaign, cycle, found, first }, content);
    }
    if (first !== undefined) {
      handed.push({ campaign, cycle, found, first });
    }
  }
  const [last] = handed.toSorted((a, b) => stillDueFirst(a.first, b.first) || lastTriedFirst(a.first, b.first));
  return last && (await ringBackOf(programme, last, content));
}

interface Hit {
  readonly campaign: Campaign;
  readonly cycle: Cycle;
  readonly found: readonly Recipient[];
  readonly first: Recipient;
}

async function ringBackOf(
  programme: string,
  { campaign, cycle, found, first }: Hit,
  content: Content,
): Promise<RingBack> {
  const types = await content.inForce(programme, 'campaignTypes', cycle.from);
  const type = typeOfCampaign(campaign, types);
  return {
    recipientId: first.recipientId,
    ringBackId: attemptIdOf({ campaign: campaign.id, cycle: cycle.n, recipientId: first.recipientId, n: 0 }),
    text: type?.texts.ringBack ?? '',
    ...callsAt(found),
  };
}

function callsAt(people: readonly Recipient[]): OurCalls {
  const made = people.flatMap((one) =>
    one.attempts.flatMap(({ n, call }) =>
      n === 0 ? [] : { id: attemptIdOf({ ...one, n }), isOver: call !== undefined },
    ),
  );
  return {
    over: made.flatMap(({ id, isOver }) => (isOver ? id : [])),
    inFlight: made.flatMap(({ id, isOver }) => (isOver ? [] : id)),
  };
}

/**
 * Our calls to whoever rings us while a call to them is still owed by an order (SAMPS-34): a caller like any other, whom nobody may dial meanwhile.
 * Undefined when none is owed to the number.
 */
export async function callsOwed(
  { programme, numberKey, at, live }: Ringing,
  campaigns: CampaignRegister,
): Promise<OurCalls | undefined> {
  const owed: Recipient[] = [];
  const orders = live.filter((one) => isLive(one) && one.order !== undefined);
  for (const { id, cycles } of orders) {
    for (const cycle of cycles.filter(({ state, until }) => state === 'ready' && at < until)) {
      const key = cycleKey(id, cycle.n);
      const ids = await campaigns.ofNumber(programme, key, numberKey);
      const found = ids.length === 0 ? [] : await campaigns.read(programme, key, ids);
      owed.push(...found.filter(({ due }) => due !== undefined));
    }
  }
  return owed.length === 0 ? undefined : callsAt(owed);
}

/** Handed to several campaigns, one after the other: the one in which they are still to be called. */
function stillDueFirst(a: Recipient, b: Recipient): number {
  return Number(b.due !== undefined) - Number(a.due !== undefined);
}

function lastTriedFirst(a: Recipient, b: Recipient): number {
  const tried = ({ attempts }: Recipient) =>
    attempts
      .map(({ startedAt }) => startedAt)
      .sort()
      .at(-1) ?? '';
  return tried(b).localeCompare(tried(a)) || a.riskRank - b.riskRank || (a.recipientId < b.recipientId ? -1 : 1);
}

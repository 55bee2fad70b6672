import type { AttemptCall, AttemptSaid, CampaignAttempt, Recipient } from './recipient.ts';

/** From what says least of the call to what says most: a record outranks what was given up. */
const certainty = (call: AttemptCall): string =>
  [
    call.disposition === 'indeterminate' ? 0 : 1,
    call.talked ? 1 : 0,
    call.agent ?? '',
    call.endedAt,
    call.disposition,
  ].join();

/** What is newly told of one attempt. */
export interface ToldAttempt {
  readonly n: number;
  readonly startedAt: string;
  readonly numberKey: string;
  readonly contactId?: string;
  readonly leaseUntil?: string;
  readonly call?: AttemptCall;
  readonly said?: AttemptSaid;
}

/**
 * The recipient with this told of an attempt. Facts are ranked and merged by max (design decision 5): any order, any repeat, the same recipient. The
 * very same object when nothing is new.
 */
export function mergeAttempt(recipient: Recipient, told: ToldAttempt): Recipient {
  const known = recipient.attempts.find((one) => isSameAttempt(one, told));
  const merged = known === undefined ? told : merge(known, told);
  if (known !== undefined && same(known, merged)) {
    return recipient;
  }
  const others = recipient.attempts.filter((one) => one !== known);
  const attempts = [...others, merged].sort((a, b) => a.n - b.n || (a.startedAt < b.startedAt ? -1 : 1));
  const absentUntil = merged.said?.absentUntil ?? recipient.absentUntil;
  return { ...recipient, attempts, ...(absentUntil === undefined ? {} : { absentUntil }) };
}

/** Who rings us rings more than once: the contact tells one time from another. What is known without its contact is taken for the same. */
export function isSameAttempt(a: Told, b: Told): boolean {
  return (
    a.n === b.n && (a.n !== 0 || a.contactId === undefined || b.contactId === undefined || a.contactId === b.contactId)
  );
}

type Told = Pick<ToldAttempt, 'n' | 'contactId'>;

function merge(known: CampaignAttempt, told: ToldAttempt): CampaignAttempt {
  const call = greater(known.call, told.call, certainty);
  const said = greater(known.said, told.said, ({ revision, at }) => `${String(revision).padStart(6, '0')} ${at}`);
  const contactId = known.contactId ?? told.contactId;
  const leaseUntil = greater(known.leaseUntil, told.leaseUntil, (until) => until);
  return {
    // Who claimed knows what number was dialled and when.
    ...{ n: known.n, startedAt: known.startedAt, numberKey: known.numberKey },
    ...(contactId === undefined ? {} : { contactId }),
    ...(leaseUntil === undefined || call !== undefined ? {} : { leaseUntil }),
    ...(call === undefined ? {} : { call }),
    ...(said === undefined ? {} : { said }),
  };
}

function greater<T>(a: T | undefined, b: T | undefined, rank: (value: T) => string): T | undefined {
  if (a === undefined || b === undefined) {
    return a ?? b;
  }
  return rank(b) > rank(a) ? b : a;
}

function same(a: CampaignAttempt, b: CampaignAttempt): boolean {
  return a.contactId === b.contactId && a.leaseUntil === b.leaseUntil && a.call === b.call && a.said === b.said;
}

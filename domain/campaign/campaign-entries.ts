import type { ClosedState } from '../attempt/attempt-facts.ts';
import { countedAttempts } from '../attempt/counted-attempts.ts';
import { instantOf, localDay } from '../calendar/local-time.ts';
import { attemptIdOf } from './attempt-id.ts';
import { type Campaign, type Cycle, cycleKey } from './campaign.ts';
import type { AttemptEntry, CycleEntry, RecipientEntry } from './campaign-entry.ts';
import type { CampaignType } from './campaign-type.ts';
import type { CampaignAttempt, Recipient } from './recipient.ts';
import { type CycleRules, pastAttempt, personFacts, promiseOf, standingOf, windowOf } from './recipient-facts.ts';

/** A change of a campaign (cycle 0) or of one of its cycles. */
export function cycleEntry(
  programme: string,
  timeZone: string,
  { id, type, drill }: Pick<Campaign, 'id' | 'type' | 'drill'>,
  cycle: number,
  time: string,
  change: CycleEntry['change'],
): CycleEntry {
  return {
    kind: 'cycle',
    programme,
    day: localDay(timeZone, time),
    time,
    id: `cycle#${cycleKey(id, cycle)}#${change.type}`,
    campaign: id,
    cycle,
    campaignType: type,
    drill,
    change,
  };
}

/** The clock of a cycle starts; with the first one, the campaign itself is told. Derived from what is kept: may be filed again. */
export function startEntries(
  programme: string,
  timeZone: string,
  campaign: Campaign,
  { n, from, until, firstCallBy }: Cycle,
  { policy, questionnaire, crisis = '' }: CampaignType,
): readonly CycleEntry[] {
  const { level, activatedBy: by, activatedAt, order, arming } = campaign;
  const clock = {
    ...({ type: 'activated', deadline: until, firstCallBy, timeZone, policy } as const),
    ...(questionnaire !== undefined && { questionnaire }),
  };
  const start =
    order === undefined
      ? ({ type: 'armed', crisis, level, by, ...(arming && { arming }) } as const)
      : ({ type: 'ordered', order, by } as const);
  return [
    ...(n === 1 ? [cycleEntry(programme, timeZone, campaign, 0, activatedAt, start)] : []),
    cycleEntry(programme, timeZone, campaign, n, from, clock),
  ];
}

/** An order is in hand on a local day: the same entry whenever on that day it is told. */
export function runningEntries(
  programme: string,
  timeZone: string,
  campaign: Campaign,
  day: string,
): readonly CycleEntry[] {
  const { order, cycles } = campaign;
  const [first] = cycles;
  if (order === undefined || first === undefined) {
    return [];
  }
  const [, time = first.from] = [instantOf(timeZone, day, '00:00'), first.from].sort();
  return [cycleEntry(programme, timeZone, campaign, first.n, time, { type: 'running', order, since: first.from })];
}

export function stoppedEntry(
  programme: string,
  timeZone: string,
  campaign: Campaign,
  { choice, level, by, at }: NonNullable<Campaign['stop']>,
): CycleEntry {
  return cycleEntry(programme, timeZone, campaign, 0, at, { type: 'stopped', choice, level, by });
}

export function resumedEntry(
  programme: string,
  timeZone: string,
  campaign: Campaign,
  { level, by, at }: NonNullable<Campaign['resumed']>,
): CycleEntry {
  return cycleEntry(programme, timeZone, campaign, 0, at, { type: 'resumed', level, by });
}

export function recipientEntry(
  programme: string,
  timeZone: string,
  { campaign, cycle, recipientId }: Pick<Recipient, 'campaign' | 'cycle' | 'recipientId'>,
  time: string,
  change: RecipientEntry['change'],
): RecipientEntry {
  return {
    kind: 'recipient',
    programme,
    day: localDay(timeZone, time),
    time,
    id: `recipient#${cycleKey(campaign, cycle)}#${recipientId}#${change.type}`,
    campaign,
    cycle,
    recipientId,
    change,
  };
}

/** The attempt as it stands, once it has ended; undefined while it has not. */
export function attemptEntry(
  programme: string,
  recipient: Recipient,
  attempt: CampaignAttempt,
  rules: CycleRules,
): AttemptEntry | undefined {
  const { campaign, cycle, recipientId, numbers, scheme } = recipient;
  const { n, startedAt, numberKey, contactId, call, said } = attempt;
  // What the agent says comes before the record: the record files both.
  if (call === undefined) {
    return undefined;
  }
  const past = pastAttempt(attempt);
  const disposition = past.disposition ?? 'unqualified';
  const attemptId = attemptIdOf({ campaign, cycle, recipientId, n });
  // What was given up as indeterminate yields to what the record says.
  const revision = (call.disposition === 'indeterminate' ? 0 : 1) + (said?.revision ?? 0);
  const counted = countedAttempts(personFacts(recipient, rules).attempts, rules.policy);
  const agent = call.agent ?? said?.agent;
  return {
    kind: 'attempt',
    programme,
    day: localDay(rules.calendar.timeZone, startedAt),
    time: startedAt,
    id: `attempt#${attemptId}#${revision}${n === 0 ? `#${contactId ?? ''}` : ''}`,
    campaign,
    cycle,
    recipientId,
    n,
    attemptId,
    startedAt,
    endedAt: call.endedAt,
    disposition,
    counts: counted.some((one) => one.n === n),
    numberRank: Math.max(0, numbers.indexOf(numberKey)),
    answeredByCustomer: call.answeredByCustomer,
    revision,
    ...(scheme === undefined ? {} : { scheme }),
    ...(said?.outcome === undefined ? {} : { outcome: said.outcome }),
    ...(contactId === undefined ? {} : { contactId }),
    ...(agent === undefined || agent === '' ? {} : { agent }),
    ...(call.complianceAbandon && { complianceAbandon: true }),
    ...(past.askedFor === undefined ? {} : { askedFor: past.askedFor }),
    ...(past.absentUntil === undefined ? {} : { absentUntil: past.absentUntil }),
    ...(promiseOf(recipient, rules)?.made.some((one) => one.startedAt === startedAt) === true
      ? { promised: true }
      : {}),
    ...(disposition === 'helper-answered' && past.complete === true ? { byThirdParty: true } : {}),
  };
}

/** How the recipient's cycle ended, as of `at`; undefined while it has not. */
export function closedEntry(
  programme: string,
  recipient: Recipient,
  rules: CycleRules,
  at: string,
): RecipientEntry | undefined {
  const { ofCycle: next } = standingOf(recipient, rules, at);
  if (next.type !== 'closed') {
    return undefined;
  }
  const { timeZone } = rules.calendar;
  return recipientEntry(programme, timeZone, recipient, closedAt(recipient, next.state, rules, at), {
    type: 'closed',
    state: next.state,
    // Whoever searches for them starts with the most at risk (REFLEX-21).
    ...(next.state === 'unreachable' || next.state === 'deadline' ? { riskRank: recipient.riskRank } : {}),
  });
}

/** What is told of a call promised to the recipient, as of `at`: that it was, and what became of it once that is known. */
export function promiseEntries(
  programme: string,
  recipient: Recipient,
  rules: CycleRules,
  at: string,
): readonly RecipientEntry[] {
  const promise = promiseOf(recipient, rules);
  const { ofPromise } = standingOf(recipient, rules, at);
  if (promise === undefined || ofPromise === undefined) {
    return [];
  }
  const entry = (time: string, change: RecipientEntry['change']) =>
    recipientEntry(programme, rules.calendar.timeZone, recipient, time, change);
  const told = entry(promise.since, { type: 'promised', by: promise.by });
  if (ofPromise.type !== 'over') {
    return [told];
  }
  const { state } = ofPromise;
  const [end = promise.by] = [promise.by, rules.cycle.until].toSorted();
  const last = promise.made.at(-1)?.startedAt ?? end;
  const times = { kept: last, unreached: last, carried: end, late: end, 'no-number': promise.since };
  const time = state === 'removed' || state === 'stopped' || state === 'manual' ? at : times[state];
  return [told, entry(time, { type: 'promise-closed', state })];
}

/** When it ended: a fact of what ended it, wherever that is known, so that it is told the same by whoever tells it. */
function closedAt(recipient: Recipient, state: ClosedState, rules: CycleRules, at: string): string {
  if (state === 'removed' || state === 'stopped') {
    return at;
  }
  if (state === 'deadline' || state === 'adapted-agent') {
    return windowOf(recipient, rules.cycle).until;
  }
  // What an agent says is known before the record that dates the end of the call.
  const since = new Set(promiseOf(recipient, rules)?.made.map(({ startedAt }) => startedAt));
  const ends = recipient.attempts.flatMap(({ startedAt, said, call }) =>
    since.has(startedAt) ? [] : (said?.at ?? call?.endedAt ?? []),
  );
  return ends.toSorted().at(-1) ?? rules.cycle.from;
}

import type { ClosedState } from '../attempt/attempt-facts.ts';
import type { ProgrammeCalendar } from '../calendar/calendar.ts';
import { localDay } from '../calendar/local-time.ts';
import type { AttemptEntry, CycleEntry, RecipientEntry } from '../campaign/campaign-entry.ts';
import type { CampaignType } from '../campaign/campaign-type.ts';
import { typeOfCampaign } from '../campaign/type-of-campaign.ts';
import { type OrderForecast, orderForecast } from '../forecast/order-forecast.ts';
import type { Scheme } from '../journal/entry.ts';
import { endOfDay } from './day-figures.ts';

/** How far an order of calls is at the end of a day (SAMPS-32). Counts of people: `total = reached + refused + notReached + remaining`. */
export interface CampaignProgress {
  readonly name: string;
  readonly orderedBy: string;
  /** Local day. */
  readonly deadline: string;
  readonly total: number;
  /** Nothing more is to be done for them: `reached + refused + notReached`. */
  readonly done: number;
  readonly reached: number;
  readonly refused: number;
  readonly notReached: number;
  readonly remaining: number;
  /** Local day; absent when no end is in sight. */
  readonly projectedEnd?: string;
  /** « Retard prévu ». */
  readonly late: boolean;
  readonly byScheme: readonly { readonly scheme: Scheme; readonly counts: PeopleCounts }[];
}

export interface PeopleCounts {
  readonly total: number;
  readonly reached: number;
  readonly refused: number;
  readonly notReached: number;
  readonly remaining: number;
}

/** Somebody told us, for good, what they or we needed to know. */
const reachedStates: readonly ClosedState[] = ['useful', 'moved', 'hospitalised', 'away', 'deceased'];

/** Entries of orders that were in hand on a day, up to its end: an order says each day that it is, and since when. */
export interface OrderFacts {
  readonly orders: readonly CycleEntry[];
  readonly people: readonly RecipientEntry[];
  readonly attempts: readonly AttemptEntry[];
}

export interface OrderRules {
  readonly calendar: ProgrammeCalendar;
  /** Kinds of campaigns in force; none where the programme calls nobody on its own account. */
  readonly types: readonly CampaignType[];
}

/** Where each order in hand on a day is when it ends, in the order of their deadlines. */
export function orderProgress(facts: OrderFacts, day: string, rules: OrderRules): readonly CampaignProgress[] {
  return facts.orders
    .map((order) => progressOf(order, facts, day, rules))
    .filter((one) => one !== undefined)
    .sort((a, b) => (`${a.deadline} ${a.name}` < `${b.deadline} ${b.name}` ? -1 : 1));
}

interface OrderedPerson {
  readonly scheme: Scheme;
  readonly state?: ClosedState;
  readonly closedAt?: string;
  /** Attempts that count. */
  readonly made: number;
}

function progressOf(
  { campaign, campaignType, change }: CycleEntry,
  facts: OrderFacts,
  day: string,
  rules: OrderRules,
): CampaignProgress | undefined {
  if (change.type !== 'running') {
    return undefined;
  }
  const { name, setBy, deadline } = change.order;
  const people = peopleOf(campaign, facts);
  const schemes = [...new Set(people.map(({ scheme }) => scheme))].sort();
  const counts = countsOf(people);
  const { reached, refused, notReached, remaining, total } = counts;
  const end =
    remaining === 0
      ? { projectedEnd: lastDay(people, rules.calendar) ?? day, late: false }
      : forecastOf({ type: campaignType, deadline, people }, day, rules);
  return {
    ...{ name, orderedBy: setBy, deadline, total, reached, refused, notReached, remaining },
    done: reached + refused + notReached,
    ...(end.projectedEnd !== undefined && { projectedEnd: end.projectedEnd }),
    late: remaining > 0 && (end.late || day >= deadline),
    byScheme: schemes.map((scheme) => ({ scheme, counts: countsOf(people.filter((one) => one.scheme === scheme)) })),
  };
}

function peopleOf(campaign: string, { people, attempts }: OrderFacts): readonly OrderedPerson[] {
  const told = Map.groupBy(
    people.filter((entry) => entry.campaign === campaign),
    ({ recipientId }) => recipientId,
  );
  const made = Map.groupBy(
    attempts.filter((entry) => entry.campaign === campaign && entry.counts),
    ({ recipientId }) => recipientId,
  );
  return [...told].map(([recipientId, entries]) => {
    const loaded = entries.find(({ change }) => change.type === 'loaded')?.change;
    const closed = entries.filter(({ change }) => change.type === 'closed').at(-1);
    return {
      scheme: (loaded?.type === 'loaded' ? loaded.scheme : undefined) ?? '',
      ...(closed?.change.type === 'closed' && { state: closed.change.state, closedAt: closed.time }),
      made: new Set((made.get(recipientId) ?? []).map(({ attemptId }) => attemptId)).size,
    };
  });
}

function countsOf(people: readonly OrderedPerson[]): PeopleCounts {
  const reached = people.filter(({ state }) => state !== undefined && reachedStates.includes(state)).length;
  const refused = people.filter(({ state }) => state === 'refused').length;
  const remaining = people.filter(({ state }) => state === undefined).length;
  return {
    total: people.length,
    reached,
    refused,
    remaining,
    notReached: people.length - reached - refused - remaining,
  };
}

function lastDay(people: readonly OrderedPerson[], { timeZone }: ProgrammeCalendar): string | undefined {
  const last = people
    .flatMap(({ closedAt }) => closedAt ?? [])
    .sort()
    .at(-1);
  return last === undefined ? undefined : localDay(timeZone, last);
}

function forecastOf(
  order: { readonly type: string; readonly deadline: string; readonly people: readonly OrderedPerson[] },
  day: string,
  { calendar, types }: OrderRules,
): OrderForecast {
  const type = typeOfOrder(order.type, types);
  if (type?.forecast === undefined || type.ordered === undefined) {
    return { late: false };
  }
  const { policy, forecast, ordered: staffing } = type;
  const open = order.people.filter(({ state }) => state === undefined);
  const people = Array.from(
    { length: policy.maxAttempts },
    (_, made) => open.filter((one) => one.made === made).length,
  );
  const from = endOfDay(calendar, day);
  return orderForecast({ policy, calendar, forecast, staffing, people, from, deadline: order.deadline });
}

/** Campaigns of orders are named `<type><number>`. */
function typeOfOrder(type: string, types: readonly CampaignType[]): CampaignType | undefined {
  return typeOfCampaign({ type, drill: false, order: anyOrder }, types);
}

const anyOrder = { name: '', lists: [], deadline: '', setBy: '', people: 0, late: false };

import { checkAttemptPolicy, checkAttemptWindow, type PolicyProblem } from '../attempt/check-attempt-policy.ts';
import type { ProgrammeCalendar } from '../calendar/calendar.ts';
import { localDay } from '../calendar/local-time.ts';
import { openIntervals } from '../calendar/opening.ts';
import { type OrderForecast, orderForecast } from '../forecast/order-forecast.ts';
import type { CallOrder } from './call-order.ts';
import { type Campaign, isLive } from './campaign.ts';
import type { CampaignPorts } from './campaign-ports.ts';
import type { CampaignType } from './campaign-type.ts';
import { newCycle } from './new-cycle.ts';
import type { OrderForm } from './order-form.ts';
import { isOrdered } from './ordered-people.ts';

export interface OrderPlacing extends OrderForm {
  readonly programme: string;
  /** ISO instant. */
  readonly at: string;
  /** User name of whoever places it. */
  readonly by: string;
}

export type PlacingAnswer =
  | { readonly type: 'placed'; readonly campaign: Campaign; readonly order: CallOrder }
  /** It is in hand already: placing twice is placing once. */
  | { readonly type: 'unchanged'; readonly campaign: Campaign; readonly order: CallOrder }
  | { readonly type: 'refused'; readonly problems: readonly PolicyProblem[] };

export type PlacingPorts = Pick<CampaignPorts, 'campaigns' | 'content' | 'register'>;

/** Orders of one kind that may be in hand at once. */
const mostAtOnce = 20;
/** Writers of one programme's orders meet rarely. */
const maxTries = 8;

/**
 * Places an order of calls (SAMPS-32): judged at once, so that « retard prévu » is said when it is placed and not at its deadline. Nothing is
 * half-applied; the clock of campaigns loads its people and files it in the journal.
 */
export async function placeOrder(placing: OrderPlacing, ports: PlacingPorts): Promise<PlacingAnswer> {
  const { programme, at } = placing;
  const types = await ports.content.inForce(programme, 'campaignTypes', at);
  const ordered = types.filter((one) => one.ordered !== undefined);
  const type = ordered.find(({ code }) => code === placing.type);
  if (type === undefined) {
    return refused('type', placing.type, ordered.map(({ code }) => code).join(', '));
  }
  const calendar = await ports.content.inForce(programme, 'calendar', at);
  const until = openIntervals(calendar, placing.deadline).at(-1)?.to;
  if (until === undefined || placing.deadline < localDay(calendar.timeZone, at)) {
    return refused('deadline', placing.deadline, 'un jour ouvert, à venir');
  }
  for (let tries = 0; tries < maxTries; tries += 1) {
    const answer = await place(placing, { type, calendar, until }, ports);
    if (answer !== undefined) {
      return answer;
    }
  }
  throw new Error(`Orders of ${programme}: ${maxTries} concurrent writes in a row; retry later`);
}

interface Subject {
  readonly type: CampaignType;
  readonly calendar: ProgrammeCalendar;
  /** Closing of the last day. */
  readonly until: string;
}

/** Undefined when another writer came first. */
async function place(
  placing: OrderPlacing,
  { type, calendar, until }: Subject,
  ports: PlacingPorts,
): Promise<PlacingAnswer | undefined> {
  const { programme, at, by, name, lists, deadline, setBy } = placing;
  const campaigns = await ports.campaigns.campaigns(programme);
  // One that was taken back may be placed again.
  const same = campaigns.find(
    ({ state, order }) => state === 'active' && order !== undefined && isSame(order, placing),
  );
  if (same?.order !== undefined) {
    return { type: 'unchanged', campaign: same, order: same.order };
  }
  const people = await countPeople(placing, ports);
  if (people === 0) {
    return refused('lists', lists, 'des imports validés qui ont au moins une personne');
  }
  const first = newCycle(1, at, type, calendar, people, until);
  const problems = [
    ...(first.until < until ? [tooFar(deadline, type)] : []),
    ...checkAttemptPolicy(type.policy),
    ...checkAttemptWindow(type.policy, calendar, { from: first.from, until: first.until }, at),
  ];
  if (problems.length > 0) {
    return { type: 'refused', problems };
  }
  const lane = laneOf(type, campaigns);
  if (lane === undefined) {
    return refused('type', type.code, `au plus ${mostAtOnce} commandes de ce type en cours`);
  }
  const order = { name, lists, deadline, setBy, people, ...judged(type, calendar, people, { from: at, deadline }) };
  const campaign: Campaign = {
    id: `${lane.type}_${at.replace(/[-:]|\.\d+/g, '')}`,
    type: lane.type,
    drill: false,
    state: 'active',
    level: 0,
    activatedAt: at,
    activatedBy: by,
    order,
    cycles: [first],
    untold: true,
    version: lane.version + 1,
  };
  return (await ports.campaigns.saveCampaign(programme, campaign)) ? { type: 'placed', campaign, order } : undefined;
}

/** Each order takes the place of one of its kind that is over, or a new one: the last of each place is kept. */
function laneOf(
  { code }: CampaignType,
  campaigns: readonly Campaign[],
): { readonly type: string; readonly version: number } | undefined {
  const lanes = Array.from({ length: mostAtOnce }, (_, index) => `${code}${index + 1}`);
  const free = lanes.find((lane) => !campaigns.some((one) => one.type === lane && isLive(one)));
  const before = campaigns.find(({ type }) => type === free);
  return free === undefined ? undefined : { type: free, version: before?.version ?? 0 };
}

async function countPeople({ programme, at, lists }: OrderPlacing, { register }: PlacingPorts): Promise<number> {
  let people = 0;
  for await (const line of register.inForce(programme, at)) {
    people += isOrdered(line, { lists }) ? 1 : 0;
  }
  return people;
}

function judged(
  { policy, forecast, ordered: staffing }: CampaignType,
  calendar: ProgrammeCalendar,
  people: number,
  { from, deadline }: { readonly from: string; readonly deadline: string },
): OrderForecast {
  return forecast === undefined || staffing === undefined
    ? { late: false }
    : orderForecast({ policy, calendar, forecast, staffing, people: [people], from, deadline });
}

function isSame(order: CallOrder, { name, lists, deadline, setBy }: OrderForm): boolean {
  return (
    order.name === name &&
    order.deadline === deadline &&
    order.setBy === setBy &&
    [...order.lists].sort().join() === [...lists].sort().join()
  );
}

function tooFar(deadline: string, { policy }: CampaignType): PolicyProblem {
  return { field: 'deadline', value: deadline, accepted: `au plus ${Math.floor(policy.withinHours / 24)} jours` };
}

function refused(field: string, value: unknown, accepted: string): PlacingAnswer {
  return { type: 'refused', problems: [{ field, value, accepted }] };
}

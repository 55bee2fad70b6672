import type { BoardCampaign, BoardCell, CampaignBoard, CampaignKind } from '../../contracts/campaign-board.ts';
import { addDays, epochMs, localDay } from '../calendar/local-time.ts';
import type { Campaign } from '../campaign/campaign.ts';
import type { CampaignRegister } from '../campaign/campaign-register.ts';
import type { CampaignType } from '../campaign/campaign-type.ts';
import { drillPeople } from '../campaign/drill-register.ts';
import { typeOfCampaign } from '../campaign/type-of-campaign.ts';
import type { Content } from '../content/content.ts';
import type { JournalEntry } from '../journal/entry.ts';
import type { Journal } from '../journal/journal.ts';
import type { OutboundContent } from '../programme/outbound-content.ts';
import type { Referrals } from '../referral/referrals.ts';
import { waitingReferrals } from '../referral/waiting-referrals.ts';
import { cycleProgress, type RunningCycle } from './cycle-progress.ts';
import { orderedProgress } from './ordered-progress.ts';

export interface CampaignBoardPorts {
  readonly content: Content;
  readonly journal: Pick<Journal, 'read'>;
  readonly campaigns: Pick<CampaignRegister, 'campaigns'>;
  /** Absent where nobody is referred to cells. */
  readonly referrals?: Pick<Referrals, 'open'>;
}

export interface CampaignBoardQuestion {
  readonly programme: { readonly name: string; readonly outbound: OutboundContent };
  /** ISO instant. */
  readonly at: string;
  /** Calls at once that the instance may hold. */
  readonly concurrentCalls: number;
}

/** What counts are made of: a day of calls has much besides. */
const told: ReadonlySet<JournalEntry['kind']> = new Set(['cycle', 'recipient', 'attempt'] as const);
/** How long the last figures of a campaign that is over are shown: its report is there by then. */
const shownMs = 24 * 3_600_000;

/**
 * Campaigns against the pace they need, and referrals that nobody has taken (COMMON-44): the counts are those of the report of cycles and of the sheet
 * « Démarchage », over the same journal. Of those to whom people are handed one by one, which have no end, dashboards tell.
 */
export async function campaignBoard(
  question: CampaignBoardQuestion,
  ports: CampaignBoardPorts,
): Promise<CampaignBoard> {
  const { programme, at } = question;
  const { name } = programme;
  const [calendar, types, all, cells] = await Promise.all([
    ports.content.inForce(name, 'calendar', at),
    ports.content.inForce(name, 'campaignTypes', at),
    ports.campaigns.campaigns(name),
    cellsOf(question, ports),
  ]);
  const known = all.flatMap((campaign) => {
    const type = typeOfCampaign(campaign, types);
    const cycle = campaign.cycles.at(-1);
    return type === undefined || type.fed === true || cycle === undefined ? [] : [{ campaign, type, cycle, calendar }];
  });
  const followed = known.filter((one) => isFollowed(one, at));
  const entries = await entriesSince(followed, question, ports);
  return {
    programme: name,
    timeZone: calendar.timeZone,
    at,
    campaigns: known
      .toSorted(byUrgency)
      .map((one) => shown(one, followed.includes(one) ? progressOf(one, entries, question) : undefined)),
    kinds: types.map(kindOf),
    drillPeople,
    cells,
  };
}

function isFollowed({ campaign, cycle }: RunningCycle, at: string): boolean {
  return campaign.state !== 'over' || epochMs(cycle.endedAt ?? cycle.until) > epochMs(at) - shownMs;
}

function byUrgency(one: RunningCycle, other: RunningCycle): number {
  const [over, otherOver] = [one, other].map(({ campaign }) => campaign.state === 'over');
  if (over !== otherOver) {
    return over === true ? 1 : -1;
  }
  return (one.cycle.until < other.cycle.until ? -1 : 1) * (over === true ? -1 : 1);
}

async function entriesSince(
  cycles: readonly RunningCycle[],
  { programme, at }: CampaignBoardQuestion,
  { journal }: CampaignBoardPorts,
): Promise<readonly JournalEntry[]> {
  const [first] = cycles.map(({ cycle, calendar }) => localDay(calendar.timeZone, cycle.from)).sort();
  const [one] = cycles;
  if (first === undefined || one === undefined) {
    return [];
  }
  const days: string[] = [];
  for (let day = first; day <= localDay(one.calendar.timeZone, at); day = addDays(day, 1)) {
    days.push(day);
  }
  const read = await Promise.all(days.map((day) => journal.read(programme.name, day)));
  return read.flat().filter(({ kind }) => told.has(kind));
}

function progressOf(
  one: RunningCycle,
  entries: readonly JournalEntry[],
  { at, concurrentCalls }: CampaignBoardQuestion,
) {
  return one.campaign.order === undefined
    ? cycleProgress(entries, one, { at, concurrentCalls })
    : orderedProgress(entries, one, { at });
}

function shown({ campaign, type }: RunningCycle, progress: BoardCampaign['progress']): BoardCampaign {
  const { id, drill, state, level, activatedAt, activatedBy, stop, resumed, arming, order, cycles } = campaign;
  return {
    id,
    kind: type.code,
    label: type.label,
    drill,
    state,
    level,
    declaredAt: activatedAt,
    declaredBy: activatedBy,
    ...(stop && { stop }),
    ...(resumed && { resumed }),
    ...(arming && { arming: armingOf(arming) }),
    ...(order && { order: { name: order.name, deadline: order.deadline, setBy: order.setBy } }),
    cycles: cycles.map(({ n, from, until, firstCallBy, state: of, size, callable, endedAt }) => ({
      ...{ n, from, until, firstCallBy, state: of, people: size, callable },
      ...(endedAt === undefined ? {} : { endedAt }),
    })),
    ...(progress && { progress }),
  };
}

function armingOf({
  agents,
  agentsFrom,
  forecast,
}: NonNullable<Campaign['arming']>): NonNullable<BoardCampaign['arming']> {
  const { verdict, lines = [], change } = forecast ?? {};
  return { agents, agentsFrom, lines, ...(verdict && { verdict }), ...(change === undefined ? {} : { change }) };
}

function kindOf(type: CampaignType): CampaignKind {
  const { code, label, crisis, triggerLevel, mode, policy, cycleHours, startWithinHours, forecast, texts } = type;
  const { maxAttempts, withinHours, minimumGapMinutes, minimumDayParts, dayParts, ringSeconds, callingWindow } = policy;
  return {
    code,
    label,
    start: type.fed === true ? 'fed' : type.ordered === undefined ? 'level' : 'order',
    ...(crisis === undefined ? {} : { crisis }),
    ...(triggerLevel === undefined ? {} : { triggerLevel }),
    mode,
    ...{ maxAttempts, withinHours, minimumGapMinutes, minimumDayParts, dayParts, ringSeconds, callingWindow },
    ...(cycleHours === undefined ? {} : { cycleHours }),
    startWithinHours,
    ...(forecast === undefined ? {} : { objective: forecast.objective }),
    isForecast: forecast !== undefined,
    announcement: texts.announcement,
    ringBack: texts.ringBack,
  };
}

async function cellsOf(
  { programme: { name, outbound }, at }: CampaignBoardQuestion,
  { content, referrals }: CampaignBoardPorts,
): Promise<readonly BoardCell[]> {
  if (referrals === undefined || outbound.referralRules === undefined) {
    return [];
  }
  const rules = await content.inForce(name, 'referralRules', at);
  return await Promise.all(
    rules.cells.map(async ({ code, label }) => ({
      ...{ code, label },
      ...waitingReferrals(await referrals.open(name, code), rules),
    })),
  );
}

import { addDays, localDay } from '../calendar/local-time.ts';
import type { CampaignRegister } from '../campaign/campaign-register.ts';
import { typeOfCampaign } from '../campaign/type-of-campaign.ts';
import type { Content } from '../content/content.ts';
import { cycleFacts } from '../cycle-report/cycle-facts.ts';
import type { Journal } from '../journal/journal.ts';
import { cycleList } from './campaign-forecast.ts';
import { planList } from './list-plan.ts';
import { observedList } from './observed-list.ts';
import { type Tracking, trackList } from './track-list.ts';

export interface TrackingQuestion {
  readonly programme: string;
  readonly campaign: string;
  /** Agents expected for what is left of the cycle. */
  readonly agents: number;
  readonly concurrentCalls: number;
  /** ISO instant. */
  readonly at: string;
}

export interface TrackingAnswer extends Tracking {
  readonly cycle: number;
  readonly loaded: number;
  readonly callable: number;
  /** Hours since the start of the cycle's clock. */
  readonly hours: number;
  readonly objective: number;
}

export interface FollowPorts {
  readonly content: Content;
  readonly campaigns: Pick<CampaignRegister, 'campaigns'>;
  readonly journal: Pick<Journal, 'read'>;
}

/** Where the latest cycle of a campaign stands and where it goes (REFLEX-17), from the journal; or why nobody can say, in French. */
export async function followCampaign(
  { programme, campaign: id, agents, concurrentCalls, at }: TrackingQuestion,
  { content, campaigns, journal }: FollowPorts,
): Promise<TrackingAnswer | { readonly fault: string }> {
  const all = await campaigns.campaigns(programme);
  const campaign = all.find((one) => one.id === id);
  const cycle = campaign?.cycles.at(-1);
  if (campaign === undefined || cycle === undefined) {
    return {
      fault: `La campagne « ${id} » est inconnue ; valeurs acceptées : ${all.map((one) => one.id).join(', ')}.`,
    };
  }
  const types = await content.inForce(programme, 'campaignTypes', cycle.from);
  const type = typeOfCampaign(campaign, types);
  if (type?.forecast === undefined) {
    return { fault: `Les campagnes « ${campaign.type} » n’ont pas de prévision.` };
  }
  const calendar = await content.inForce(programme, 'calendar', cycle.from);
  const until = at < cycle.until ? at : cycle.until;
  const days = daysBetween(localDay(calendar.timeZone, cycle.from), localDay(calendar.timeZone, until));
  const entries = (await Promise.all(days.map((day) => journal.read(programme, day)))).flat();
  const facts = cycleFacts(entries, { campaign: id, cycle: cycle.n });
  if (facts === undefined || cycle.size === 0) {
    return { fault: `Le cycle ${cycle.n} de « ${id} » n’a encore personne.` };
  }
  const { size: loaded, callable } = cycle;
  const input = cycleList(type, type.forecast, calendar, {
    from: cycle.from,
    loaded,
    callable,
    agents,
    concurrentCalls,
  });
  return {
    ...trackList(input, planList(input), observedList(facts, until)),
    cycle: cycle.n,
    loaded,
    callable,
    hours: (Date.parse(until) - Date.parse(cycle.from)) / 3_600_000,
    objective: input.objective,
  };
}

function daysBetween(first: string, last: string): readonly string[] {
  const days: string[] = [];
  for (let day = first; day <= last; day = addDays(day, 1)) {
    days.push(day);
  }
  return days;
}

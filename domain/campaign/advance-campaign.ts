import { localDay } from '../calendar/local-time.ts';
import { openingAt } from '../calendar/opening.ts';
import { type Campaign, type Cycle, cycleKey } from './campaign.ts';
import { cycleEntry, resumedEntry, runningEntries, startEntries, stoppedEntry } from './campaign-entries.ts';
import type { CycleEntry } from './campaign-entry.ts';
import type { CampaignPorts } from './campaign-ports.ts';
import type { DuePartition } from './campaign-register.ts';
import type { CampaignType } from './campaign-type.ts';
import { changeRecipient } from './change-recipient.ts';
import { partitionsOf } from './due-partitions.ts';
import { loadChunk } from './load-cycle.ts';
import { newCycle } from './new-cycle.ts';
import { type CycleRules, nextOf } from './recipient-facts.ts';

export interface AdvanceScope {
  readonly programme: string;
  readonly campaign: Campaign;
  readonly type: CampaignType;
  readonly at: string;
  /** Chunks of 1 000 people that may be loaded or closed in this run; the next one goes on. */
  readonly steps: number;
}

/** People closed between two looks. */
const closeChunk = 100;

/**
 * The clock of a campaign (REFLEX-01, -09): loads cycles, ends those whose time is over, starts the next while the level lasts. Each step is kept by a
 * conditional write, so that two clocks, or one after a crash, make one campaign. Answers it as it then stands.
 */
export async function advanceCampaign(scope: AdvanceScope, ports: CampaignPorts): Promise<Campaign> {
  let { campaign } = scope;
  for (let step = 0; step < scope.steps; step += 1) {
    const next = await advanceOnce({ ...scope, campaign }, ports);
    if (next === undefined) {
      return campaign;
    }
    if (!(await ports.campaigns.saveCampaign(scope.programme, next))) {
      // Another clock came first and goes on.
      return campaign;
    }
    campaign = next;
  }
  return campaign;
}

/** The campaign after one step; undefined when nothing is to be done now. */
async function advanceOnce(scope: AdvanceScope, ports: CampaignPorts): Promise<Campaign | undefined> {
  const { programme, campaign, type, at } = scope;
  const calendar = await ports.content.inForce(programme, 'calendar', at);
  const version = campaign.version + 1;
  if (campaign.untold === true) {
    await tell(scope, ports);
    const { untold: _, ...told } = campaign;
    return { ...told, version };
  }
  const today = localDay(calendar.timeZone, at);
  if (campaign.order !== undefined && campaign.toldOn !== today && campaign.state !== 'over') {
    await ports.journal.append(runningEntries(programme, calendar.timeZone, campaign, today));
    return { ...campaign, version, toldOn: today };
  }
  const replaced = (cycle: Cycle): Campaign => ({
    ...campaign,
    version,
    ...(cycle.state === 'ready' || cycle.state === 'ended' ? { untold: true } : {}),
    cycles: campaign.cycles.map((one) => (one.n === cycle.n ? cycle : one)),
  });
  for (const cycle of campaign.cycles) {
    const rules = { policy: type.policy, calendar, cycle };
    if (cycle.state === 'loading' && cycle.until > at) {
      return replaced(await loadChunk({ programme, campaign, cycle, type, rules, at }, ports));
    }
    if ((cycle.state === 'ready' || cycle.state === 'loading') && cycle.until <= at) {
      return replaced({ ...cycle, state: 'closing', closesAs: 'deadline' });
    }
    if (cycle.state === 'closing' && (await closePeople(scope, cycle, rules, ports)) === 'closed') {
      return replaced({ ...cycle, state: 'ended', endedAt: at });
    }
  }
  const last = campaign.cycles.at(-1);
  if (campaign.state === 'active' && last !== undefined && last.renewsAt <= at && isCallable(calendar, last, at)) {
    const started = newCycle(last.n + 1, last.renewsAt, type, calendar, last.size);
    // The one before stays to be looked up by it; those further back are in the journal.
    const kept = campaign.cycles.filter(({ state, n }) => state !== 'ended' || n === last.n);
    return { ...campaign, version, untold: true, cycles: [...kept, started] };
  }
  // An order has one cycle; a campaign of a crisis, one after another until its level falls.
  const isLast = campaign.state === 'stopping' || campaign.order !== undefined;
  if (isLast && campaign.state !== 'over' && campaign.cycles.every(({ state }) => state === 'ended')) {
    return { ...campaign, version, state: 'over' };
  }
  return undefined;
}

/** A period that is over calls nobody any more: no cycle is started that could not dial. */
function isCallable(calendar: Parameters<typeof openingAt>[0], { renewsAt }: Cycle, at: string): boolean {
  return openingAt(calendar, renewsAt > at ? renewsAt : at).reason !== 'after-period';
}

/** What the journal says of the campaign as kept: derived from it alone, so that what a crash left untold is told by the next run. */
async function tell({ programme, campaign, type, at }: AdvanceScope, ports: CampaignPorts): Promise<void> {
  const { timeZone } = await ports.content.inForce(programme, 'calendar', at);
  const entry = (cycle: number, time: string, change: CycleEntry['change']) =>
    cycleEntry(programme, timeZone, campaign, cycle, time, change);
  const told = campaign.cycles.flatMap((cycle) => {
    const { n, size, callable, readyAt, until, state } = cycle;
    return [
      ...startEntries(programme, timeZone, campaign, cycle, type),
      ...(readyAt === undefined ? [] : [entry(n, readyAt, { type: 'ready', size, callable })]),
      ...(state === 'ended' ? [entry(n, cycle.endedAt ?? until, { type: 'ended' })] : []),
    ];
  });
  const { stop, resumed } = campaign;
  await ports.journal.append([
    ...told,
    ...(stop === undefined ? [] : [stoppedEntry(programme, timeZone, campaign, stop)]),
    ...(resumed === undefined ? [] : [resumedEntry(programme, timeZone, campaign, resumed)]),
  ]);
}

/** Ends the cycle of everyone who is still in the due index. `open` when calls are still in flight, or there are more people than one run takes. */
async function closePeople(
  { programme, campaign, at, steps }: AdvanceScope,
  cycle: Cycle,
  rules: CycleRules,
  ports: CampaignPorts,
): Promise<'closed' | 'open'> {
  const key = cycleKey(campaign.id, cycle.n);
  const isStopped = cycle.closesAs === 'stopped';
  let budget = steps * 5;
  let open = false;
  for (const partition of partitionsOf(key, cycle, rules)) {
    for await (const ids of pagesOf(programme, partition, ports)) {
      const found = await ports.campaigns.read(programme, key, ids);
      for (const recipient of found) {
        const stopped = isStopped ? { ...recipient, stopped: true } : recipient;
        if (nextOf(stopped, rules, at).type !== 'closed') {
          open = true;
          continue;
        }
        const { recipientId } = recipient;
        const scope = {
          programme,
          cycle: key,
          recipientId,
          shards: cycle.shards,
          rules,
          at: isStopped ? at : cycle.until,
        };
        await changeRecipient(
          scope,
          (one) => (isStopped && one.stopped !== true ? { ...one, stopped: true } : { ...one }),
          ports,
        );
      }
      budget -= 1;
      if (budget <= 0) {
        return 'open';
      }
    }
  }
  return open ? 'open' : 'closed';
}

async function* pagesOf(programme: string, partition: DuePartition, { campaigns }: CampaignPorts) {
  let after: string | undefined;
  for (;;) {
    const lines = await campaigns.due(programme, partition, {
      until: '9999',
      limit: closeChunk,
      ...(after === undefined ? {} : { after }),
    });
    if (lines.length > 0) {
      yield lines.map(({ recipientId }) => recipientId);
    }
    after = lines.at(-1)?.position;
    if (lines.length < closeChunk) {
      return;
    }
  }
}

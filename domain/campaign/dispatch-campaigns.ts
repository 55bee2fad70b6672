import { openingAt } from '../calendar/opening.ts';
import type { SchemeDefinition } from '../programme/programme.ts';
import { advanceCampaign } from './advance-campaign.ts';
import { type Campaign, cycleKey, isLive } from './campaign.ts';
import type { DispatchState } from './campaign-register.ts';
import type { CampaignType } from './campaign-type.ts';
import { dialRecipient } from './dial-recipient.ts';
import { dialsTaken, type Room, roomFor } from './dispatch-room.ts';
import {
  type CentreLoad,
  type CycleScope,
  type DispatchPorts,
  type DispatchRun,
  settleMinutes,
} from './dispatch-run.ts';
import { partitionsOf } from './due-partitions.ts';
import { type Candidate, selectDue } from './select-due.ts';
import { settleLeases } from './settle-leases.ts';
import { typeOfCampaign } from './type-of-campaign.ts';

export interface CampaignReport {
  readonly dialled: number;
  /** Numbers left to people with another telephone. */
  readonly manual: number;
  /** Attempts of which nothing was heard, settled. */
  readonly settled: number;
  /** Live cycles whose people may be called now, while nobody is there to call them. */
  readonly unstaffed: number;
  /** To be run again after so many seconds: more could be dialled than Connect takes at once, or what rings takes the room. 0 = no. */
  readonly again: number;
}

/** Two dials a second are allowed after the first five: what is left goes in so many seconds. */
const momentSeconds = 2;
/** Chunks of the register that one tick loads. */
const stepsPerTick = 40;

/**
 * One run of the dispatcher (design §5, decisions 4-9): keeps cycles going, settles what is uncertain, and dials whoever is due for as many agents as are
 * free or about to be. Callers who wait and callbacks that are due come first. A fault with one person does not stop the others; all are thrown together.
 */
export async function dispatchCampaigns(run: DispatchRun, ports: DispatchPorts): Promise<CampaignReport> {
  const { programme, at } = run;
  const nothing = { dialled: 0, manual: 0, settled: 0, unstaffed: 0, again: 0 };
  const live = (await ports.campaigns.campaigns(programme)).filter(isLive);
  if (live.length === 0) {
    return nothing;
  }
  const [types, calendar, schemes] = await Promise.all([
    ports.content.inForce(programme, 'campaignTypes', at),
    ports.content.inForce(programme, 'calendar', at),
    ports.content.inForce(programme, 'schemes', at),
  ]);
  const scopes: CycleScope[] = [];
  for (const campaign of live) {
    const type = typeOf(campaign, types);
    const now =
      run.kind === 'tick'
        ? await advanceCampaign({ programme, campaign, type, at, steps: stepsPerTick }, ports)
        : campaign;
    for (const cycle of now.cycles.filter(({ state }) => state === 'ready' || state === 'closing')) {
      const rules = { policy: type.policy, calendar, cycle };
      const scheme = schemeOf(type, schemes);
      scopes.push({ run, campaign: now, cycle, key: cycleKey(now.id, cycle.n), type, scheme, schemes, rules });
    }
  }
  let settled = 0;
  const isTimeToSettle = run.kind === 'tick' && new Date(at).getUTCMinutes() % settleMinutes === 0;
  for (const scope of isTimeToSettle ? scopes : []) {
    settled += await settleLeases(scope, ports);
  }
  const open = scopes.filter(
    ({ cycle, type }) => cycle.state === 'ready' && cycle.until > at && type.mode === 'progressive',
  );
  if (open.length === 0 || openingAt(calendar, at).state === 'closed') {
    return { ...nothing, settled };
  }
  if (await isNobodyDue(open, ports)) {
    return { ...nothing, settled };
  }
  open.sort(byPrecedence);
  const [load, state, { agents }] = await Promise.all([
    ports.centre.now([...new Set(schemes.map(({ queue }) => queue))]),
    ports.board.readState(programme),
    ports.presence.read(programme),
  ]);
  if (load === 'throttled') {
    // Another run has looked within the second, or looks in two.
    return { ...nothing, settled, again: momentSeconds };
  }
  const room = await roomFor(open, { load, agents }, state, ports);
  const unstaffed = load.agentsOnline === 0 ? open.length : 0;
  if (room.dials <= 0) {
    return { ...nothing, settled, unstaffed, again: room.freesIn };
  }
  return { ...(await dialAll(open, room, load, state, ports)), settled, unstaffed };
}

/** As ordered, else whose deadline comes first; exercises come last. */
function byPrecedence({ campaign: a, cycle }: CycleScope, { campaign: b, cycle: other }: CycleScope): number {
  return (
    Number(a.drill) - Number(b.drill) ||
    (a.precedence ?? 0) - (b.precedence ?? 0) ||
    (cycle.until < other.until ? -1 : cycle.until > other.until ? 1 : 0)
  );
}

/** Dials whoever comes first. Where the due index was left and what rings is written before: one run at a time, and the next one knows. */
async function dialAll(
  open: readonly CycleScope[],
  { dials, flights }: Room,
  load: CentreLoad,
  state: DispatchState,
  ports: DispatchPorts,
): Promise<Omit<CampaignReport, 'settled' | 'unstaffed'>> {
  const [first] = open;
  const need = Math.min(dials, dialsTaken(flights, first?.run.at ?? ''));
  const candidates: Candidate[] = [];
  let positions: Readonly<Record<string, string>> = {};
  for (const scope of open) {
    const wanted = Math.min(need - candidates.length, skilledFor(scope, load));
    if (wanted > 0) {
      const chosen = await selectDue(scope, wanted, state, ports);
      candidates.push(...chosen.candidates);
      positions = { ...positions, ...chosen.positions };
    }
  }
  const result = { dialled: 0, manual: 0, again: need === 0 ? momentSeconds : 0 };
  // What a tick found empty is worth a write: until the next one, nobody looks there.
  const isWorthKeeping = first?.run.kind === 'tick' && need > 0;
  if (first === undefined || (candidates.length === 0 && !isWorthKeeping)) {
    return result;
  }
  const { programme, at } = first.run;
  const taken = {
    flights: [...flights, ...candidates.map(() => at)],
    positions: { ...(first.run.kind === 'tick' ? {} : state.positions), ...positions },
    version: state.version + 1,
  };
  if (candidates.length === 0 && isSame(taken, state)) {
    // Found as empty as the last time.
    return result;
  }
  if (!(await ports.board.writeState(programme, taken))) {
    // Another run is dialling for the same agents.
    return result;
  }
  const faults: unknown[] = [];
  const outcomes = await Promise.all(
    oneOfEachNumber(candidates).map((one) =>
      dialRecipient(one, ports).catch((fault: unknown) => {
        faults.push(fault);
        return 'skipped' as const;
      }),
    ),
  );
  for (const outcome of outcomes) {
    result.dialled += outcome === 'dialled' ? 1 : 0;
    result.manual += outcome === 'manual' ? 1 : 0;
    result.again = outcome === 'throttled' ? momentSeconds : result.again;
  }
  if (faults.length > 0) {
    throw new AggregateError(faults, `${faults.length} of ${candidates.length} dials failed: ${String(faults[0])}`);
  }
  return candidates.length === need && dials > need ? { ...result, again: momentSeconds } : result;
}

function isSame(a: DispatchState, b: DispatchState): boolean {
  const found = ({ flights, positions }: DispatchState) =>
    JSON.stringify([flights, Object.entries(positions).sort(([one], [other]) => (one < other ? -1 : 1))]);
  return found(a) === found(b);
}

/** Whom people are handed to one by one is empty most of the time: one look at each tells, before it is asked who is there to call. */
async function isNobodyDue(open: readonly CycleScope[], { campaigns }: DispatchPorts): Promise<boolean> {
  if (!open.every(({ cycle }) => cycle.fed === true)) {
    return false;
  }
  const found = await Promise.all(
    open.flatMap(({ run, key, cycle, rules }) =>
      partitionsOf(key, cycle, rules).map(
        async (partition) => await campaigns.due(run.programme, partition, { until: run.at, limit: 1 }),
      ),
    ),
  );
  return found.every((lines) => lines.length === 0);
}

/** Where only some agents take a campaign's calls, no more are dialled than of these are free. */
function skilledFor({ scheme }: CycleScope, { agentsAvailable, availableIn }: CentreLoad): number {
  const free = availableIn?.[scheme.queue] ?? agentsAvailable;
  return free < agentsAvailable ? free : Number.POSITIVE_INFINITY;
}

/** Of a family on one line, the first: they are not dialled at once, and who waits must not depend on whose lock comes first. */
function oneOfEachNumber(candidates: readonly Candidate[]): readonly Candidate[] {
  return candidates.filter(
    ({ next }, index) => candidates.findIndex((one) => one.next.numberKey === next.numberKey) === index,
  );
}

function typeOf(campaign: Campaign, types: readonly CampaignType[]): CampaignType {
  const found = typeOfCampaign(campaign, types);
  if (found === undefined) {
    throw new Error(
      `Campaign ${campaign.id} is of type "${campaign.type}"; accepted: ${types.map(({ code }) => code).join(', ')}`,
    );
  }
  return found;
}

function schemeOf({ code, scheme }: CampaignType, schemes: readonly SchemeDefinition[]): SchemeDefinition {
  const found = schemes.find((one) => one.code === scheme);
  if (found === undefined) {
    throw new Error(
      `Campaign type "${code}" names scheme "${scheme}"; accepted: ${schemes.map((one) => one.code).join(', ')}`,
    );
  }
  return found;
}

import type { PastAttempt } from '../attempt/attempt-facts.ts';
import { type PromisedCall, promisedCall } from '../attempt/promised-call.ts';
import type { RegisterLine } from '../recipient/register.ts';
import { type Campaign, type Cycle, cycleKey } from './campaign.ts';
import { recipientEntry } from './campaign-entries.ts';
import type { CampaignPorts } from './campaign-ports.ts';
import type { CampaignType } from './campaign-type.ts';
import { calledElsewhere, isOrdered, schemeOf } from './ordered-people.ts';
import type { Recipient } from './recipient.ts';
import { type CycleRules, nextOf, pastAttempt, withDue } from './recipient-facts.ts';

/** People loaded between two saves of the cursor: what a crash makes be loaded again. */
const chunk = 1_000;

export interface LoadScope {
  readonly programme: string;
  readonly campaign: Campaign;
  readonly cycle: Cycle;
  readonly type: CampaignType;
  readonly rules: CycleRules;
  /** ISO instant. */
  readonly at: string;
}

/**
 * Loads one chunk of the register into the cycle and answers the cycle as it then stands: `ready` after the last. Run again after a crash anywhere, it
 * loads the same people under the same ids; those already there are left as they are (REFLEX-33).
 */
export async function loadChunk(scope: LoadScope, ports: CampaignPorts): Promise<Cycle> {
  const { programme, cycle, at } = scope;
  const read: RegisterLine[] = [];
  const register = scope.campaign.drill ? ports.drillRegister : ports.register;
  for await (const line of register.inForce(programme, cycle.from, cycle.after)) {
    if (isOrdered(line, scope.campaign.order)) {
      read.push(line);
    }
    if (read.length === chunk) {
      break;
    }
  }
  const elsewhere = await calledElsewhere(scope, read, ports);
  const lines = read.filter(({ recipientId }) => !elsewhere.has(recipientId));
  const before = await previous(scope, lines, ports);
  const recipients = lines.map((line) => recipientOf(line, scope, before.get(line.recipientId)));
  await ports.campaigns.add(programme, recipients, cycle.shards);
  await ports.journal.append(lines.map((line, index) => loadedEntry(line, recipients[index], scope)));
  const last = read.at(-1);
  const loaded: Cycle = {
    ...cycle,
    size: cycle.size + lines.length,
    callable: cycle.callable + recipients.filter(({ due }) => due !== undefined).length,
    ...(last === undefined ? {} : { after: last.recipientId }),
  };
  if (read.length === chunk) {
    return loaded;
  }
  return { ...loaded, state: 'ready', readyAt: at };
}

/** The same people in the cycle before: reached lately, dead, away, with a number found wrong (A-10, REFLEX-22). */
async function previous(
  { programme, campaign, cycle }: LoadScope,
  lines: readonly RegisterLine[],
  { campaigns }: CampaignPorts,
): Promise<ReadonlyMap<string, Recipient>> {
  if (cycle.n === 1 || lines.length === 0) {
    return new Map();
  }
  const key = cycleKey(campaign.id, cycle.n - 1);
  const ids = lines.map(({ recipientId }) => recipientId);
  return new Map((await campaigns.read(programme, key, ids)).map((one) => [one.recipientId, one]));
}

function recipientOf(line: RegisterLine, { campaign, cycle, type, rules }: LoadScope, before?: Recipient): Recipient {
  const past = (before?.attempts ?? []).map(pastAttempt);
  const wrong = new Set(
    past.flatMap(({ disposition, numberKey }) =>
      disposition === 'wrong-number' || disposition === 'out-of-service' ? [numberKey] : [],
    ),
  );
  const reachedAt = (before?.attempts ?? [])
    .flatMap(({ said }) => (said === undefined || said.disposition === 'voicemail' ? [] : [said.at]))
    .sort()
    .at(-1);
  const deceased = line.deceased === true || past.some(({ disposition }) => disposition === 'deceased');
  const absentUntil = [line.absentUntil, before?.absentUntil, ...past.map((one) => one.absentUntil)]
    .filter((one) => one !== undefined)
    .sort()
    .at(-1);
  const promise = before && carriedPromise(past, rules);
  const notBefore = promise?.notBefore ?? (reachedAt && later(reachedAt, type.restartNoSoonerThanHours));
  const recipient: Recipient = {
    campaign: campaign.id,
    cycle: cycle.n,
    recipientId: line.recipientId,
    numbers: line.numberKeys.filter((key) => !wrong.has(key)),
    channel: line.channel,
    riskRank: line.riskRank,
    ...schemeOf(line, campaign.order),
    ...(notBefore === undefined ? {} : { notBefore }),
    ...(promise === undefined ? {} : { promisedBy: promise.by }),
    ...(absentUntil === undefined ? {} : { absentUntil }),
    ...(deceased ? { deceased } : {}),
    ...(before?.zones === undefined ? {} : { zones: before.zones }),
    ...(before?.manualNumbers === undefined ? {} : { manualNumbers: before.manualNumbers }),
    attempts: [],
    version: 1,
  };
  return withDue(recipient, rules, cycle.from);
}

function loadedEntry(line: RegisterLine, recipient: Recipient | undefined, { programme, rules, cycle }: LoadScope) {
  if (recipient === undefined) {
    throw new Error(`Recipient ${line.recipientId} was not built`);
  }
  const next = nextOf(recipient, rules, cycle.from);
  const { ageBand, sector, riskRank } = line;
  const { scheme } = recipient;
  return recipientEntry(programme, rules.calendar.timeZone, recipient, cycle.from, {
    type: 'loaded',
    callable: next.type !== 'closed',
    ...(next.type === 'closed' ? { reason: next.state } : {}),
    ageBand,
    sector,
    riskRank,
    ...(scheme === undefined ? {} : { scheme }),
    ...(recipient.promisedBy === undefined ? {} : { promisedBy: recipient.promisedBy }),
  });
}

/** A call promised in the cycle before and not made in it is owed by this one, at its hour: whatever the hours between cycles. */
function carriedPromise(
  past: readonly PastAttempt[],
  { policy, cycle }: CycleRules,
): Pick<PromisedCall, 'notBefore' | 'by'> | undefined {
  const promise = promisedCall(past, policy);
  if (promise === undefined || promise.kept || promise.left === 0 || promise.by <= cycle.from) {
    return undefined;
  }
  const last = promise.made.at(-1);
  const rested = last && later(last.endedAt ?? last.startedAt, policy.minimumGapMinutes / 60);
  return { by: promise.by, notBefore: rested ?? promise.notBefore };
}

function later(at: string, hours: number): string {
  return new Date(Date.parse(at) + hours * 3_600_000).toISOString();
}

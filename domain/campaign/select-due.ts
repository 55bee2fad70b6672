import type { NextAttempt } from '../attempt/attempt-facts.ts';
import { attemptPlan } from '../attempt/attempt-plan.ts';
import { epochMs } from '../calendar/local-time.ts';
import type { CampaignRegister, DispatchState } from './campaign-register.ts';
import { changeRecipient } from './change-recipient.ts';
import type { CycleScope, DispatchPorts } from './dispatch-run.ts';
import { partitionsOf } from './due-partitions.ts';
import type { Recipient } from './recipient.ts';
import { type CycleRules, nextOf, windowOf } from './recipient-facts.ts';

export interface Candidate {
  readonly scope: CycleScope;
  readonly recipient: Recipient;
  readonly next: Extract<NextAttempt, { type: 'dial' }>;
}

/** Lines read at once beyond those needed: some are in flight, some have moved. */
const spare = 8;
const pageMost = 100;
/** Lines put right in one run: each is a write, and a run has a minute. The next run goes on. */
const movedMost = 100;
/** Position after every line: nothing more was due there at the last look. */
const exhausted = '~';

/**
 * People to dial now: earliest promise first, then who has been due longest (a fresh part of the day makes due sooner than one used before), then the
 * most fragile. A wake goes on where the last run stopped; a tick looks from the start, and finds what has become due since. Lines that are out
 * of date are put right on the way; but in the last minute of a slot, everyone who waits would be moved to the next one and found there a minute later.
 */
export async function selectDue(
  scope: CycleScope,
  need: number,
  state: DispatchState,
  ports: DispatchPorts,
): Promise<{ readonly candidates: readonly Candidate[]; readonly positions: Readonly<Record<string, string>> }> {
  const { run, cycle, key, rules } = scope;
  const candidates: Candidate[] = [];
  const positions: Record<string, string> = {};
  let moved = 0;
  const isEnough = () => candidates.length >= need || moved >= movedMost;
  for (const partition of partitionsOf(key, cycle, rules)) {
    const name = `${key}#${partition.rank}#${partition.shard}`;
    let after = run.kind === 'tick' ? undefined : state.positions[name];
    for (let isMore = after !== exhausted; isMore && !isEnough(); ) {
      const limit = Math.min(pageMost, need - candidates.length + spare);
      const lines = await ports.campaigns.due(run.programme, partition, {
        until: run.at,
        limit,
        ...(after === undefined ? {} : { after }),
      });
      isMore = lines.length === limit;
      const found = await byId(scope, lines, ports.campaigns);
      for (const line of lines) {
        if (isEnough()) {
          break;
        }
        const recipient = found.get(line.recipientId);
        const judged = recipient && (await candidate(recipient, scope, ports));
        if (judged === 'closing') {
          return { candidates, positions };
        }
        after = line.position;
        if (judged === 'moved') {
          moved += 1;
        } else if (judged !== undefined) {
          candidates.push(judged);
        }
      }
      if (!isMore && after === (lines.at(-1)?.position ?? after)) {
        after = exhausted;
      }
    }
    if (after !== undefined) {
      positions[name] = after;
    }
    if (isEnough()) {
      break;
    }
  }
  return { candidates, positions };
}

async function byId(
  { run, key }: CycleScope,
  lines: readonly { readonly recipientId: string }[],
  campaigns: CampaignRegister,
): Promise<ReadonlyMap<string, Recipient>> {
  const ids = lines.map(({ recipientId }) => recipientId);
  const found = ids.length === 0 ? [] : await campaigns.read(run.programme, key, ids);
  return new Map(found.map((recipient) => [recipient.recipientId, recipient]));
}

/** The policy is judged again on the item itself: the index may be stale, and what was planned for noon may be due at another hour by now. */
async function candidate(
  recipient: Recipient,
  scope: CycleScope,
  ports: DispatchPorts,
): Promise<Candidate | 'moved' | 'closing' | undefined> {
  const { run, key, cycle, rules } = scope;
  const next = nextOf(recipient, rules, run.at);
  if (next.type === 'dial' && next.dialAt <= run.at) {
    return { scope, recipient, next };
  }
  if (next.type === 'pending') {
    return undefined;
  }
  if (next.type === 'dial' && isClosing(recipient, rules, run.at)) {
    return 'closing';
  }
  const { recipientId } = recipient;
  const subject = { programme: run.programme, cycle: key, recipientId, shards: cycle.shards, rules, at: run.at };
  await changeRecipient(subject, (one) => ({ ...one }), ports);
  return 'moved';
}

/** Whether the slot that the recipient is in ends within the minute: nobody of it is dialled any more. */
function isClosing(recipient: Recipient, { policy, calendar, cycle }: CycleRules, at: string): boolean {
  const plan = attemptPlan(policy, calendar, recipient.zones, windowOf(recipient, cycle));
  const now = epochMs(at);
  return plan.partAt(now) !== undefined && plan.anyStart(now) !== now;
}

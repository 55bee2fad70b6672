import type { ManualCall } from '../../contracts/manual-calls.ts';
import type { DueNumber } from '../callback/callback-register.ts';
import { openCallback } from '../callback/callbacks-of.ts';
import { withNext } from '../callback/learn.ts';
import { later } from '../callback/lease.ts';
import { manualHoldMs, numberToDial } from './claim-manual-call.ts';
import { type ManualCallPorts, type ManualCallScope, manualRules } from './manual-call-ports.ts';

/** Calls that somebody is to dial now, who has waited longest first; one in another agent's hands is not among them. */
export async function listManualCalls(scope: ManualCallScope, ports: ManualCallPorts): Promise<readonly ManualCall[]> {
  const { programme, at } = scope;
  // Those in hand are due when their hold ends.
  const lines = await ports.register.manualUntil(programme, later(at, manualHoldMs));
  const found = await Promise.all(lines.map((line) => standing(line, scope, ports)));
  return found.flat().sort((a, b) => (a.since < b.since ? -1 : 1));
}

async function standing(
  { numberKey }: DueNumber,
  scope: ManualCallScope,
  ports: ManualCallPorts,
): Promise<readonly ManualCall[]> {
  const { programme, agent, at } = scope;
  const item = await ports.register.read(programme, numberKey);
  const callback = openCallback(item.facts, at);
  if (callback === undefined) {
    // Their deadline is over: the line goes, whoever writes first.
    await ports.register.write(
      programme,
      numberKey,
      withNext(item.facts, item.version + 1, await manualRules(scope, ports), at),
    );
    return [];
  }
  const held = callback.attempts.findLast(({ state, kind }) => kind === 'manual' && state === 'claimed');
  const isHeld = held?.leaseUntil !== undefined && at < held.leaseUntil;
  const isMine = isHeld && held.claimedBy === agent;
  if ((isHeld && !isMine) || (!isHeld && (item.next === undefined || item.next.at > at))) {
    return [];
  }
  const number = isMine ? await numberToDial(programme, numberKey, ports) : undefined;
  return [
    {
      numberKey,
      scheme: callback.scheme,
      since: callback.sources[0].startedAt,
      calls: callback.sources.length,
      deadline: callback.deadline,
      tries: callback.attempts.filter(({ state }) => state === 'ended').length,
      ...(isMine && number !== undefined && { mine: { attemptId: held.id, until: held.leaseUntil ?? at, number } }),
    },
  ];
}

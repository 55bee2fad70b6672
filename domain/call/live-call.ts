/** Segments of the call that a person makes, by Connect's InitiationMethod. */
const liveInitiations: ReadonlySet<string> = new Set(['INBOUND', 'TRANSFER', 'QUEUE_TRANSFER', 'DISCONNECT']);

/** Whether a segment begun so belongs to the live call: a callback continues the same chain, but is another conversation. */
export function isLiveInitiation(initiation: string): boolean {
  return liveInitiations.has(initiation);
}

/**
 * What became of a live call that no agent took. `closed`: it came outside opening. `technical`: a fault ended it before any queue, or nothing
 * could even say whether the service was open. `unanswered`: in hours, in a queue or left before.
 */
export type OutcomeWithoutAgent = 'closed' | 'technical' | 'unanswered';

/** The one reading of a call without agent, for reports as for callbacks (design decision 11). `opening`: as the flow was told, if it was. */
export function outcomeWithoutAgent(call: {
  readonly opening: 'open' | 'closed' | undefined;
  readonly queued: boolean;
  readonly failed: boolean;
}): OutcomeWithoutAgent {
  if (call.opening === 'closed') return 'closed';
  return !call.queued && (call.failed || call.opening === undefined) ? 'technical' : 'unanswered';
}

import type { AttemptResult } from '../journal/entry.ts';

/** How a contact that we placed ended, from a record or from DescribeContact. */
export interface PlacedContact {
  readonly disconnectReason?: string | undefined;
  /** An agent was on the contact. */
  readonly agentConnectedAt?: string | undefined;
  /** The other party answered (our flow ran). */
  readonly connectedAt?: string | undefined;
}

const unanswered = new Set([
  'TELECOM_UNANSWERED',
  'TELECOM_TIMEOUT',
  'TELECOM_ORIGINATOR_CANCEL',
  'CUSTOMER_NEVER_ARRIVED',
]);

/**
 * Result of an attempt (Amazon Connect documentation). The telephone's own reason comes first: on a callback that rings the agent first, an agent is
 * on the contact even when the person never answers.
 */
export function attemptResult(contact: PlacedContact): AttemptResult {
  const reason = contact.disconnectReason ?? '';
  if (reason === 'TELECOM_BUSY') {
    return 'busy';
  }
  if (reason === 'TELECOM_NUMBER_INVALID') {
    return 'invalid-number';
  }
  if (unanswered.has(reason)) {
    return 'no-answer';
  }
  if (reason.startsWith('TELECOM_')) {
    return 'failed';
  }
  if (contact.agentConnectedAt !== undefined) {
    return 'reached';
  }
  return contact.connectedAt === undefined ? 'failed' : 'abandoned-before-agent';
}

/**
 * When the person and the agent began to talk on a contact that we placed: when the later of the two came. A kept place rings the agent first,
 * sometimes before the caller has even hung up.
 */
export function talkStart({ agentConnectedAt, connectedAt }: PlacedContact): string | undefined {
  return agentConnectedAt === undefined || connectedAt === undefined || agentConnectedAt > connectedAt
    ? agentConnectedAt
    : connectedAt;
}

/** Whether the person answered the telephone at all. */
export function answeredByCustomer(result: AttemptResult): boolean {
  return result === 'reached' || result === 'abandoned-before-agent';
}

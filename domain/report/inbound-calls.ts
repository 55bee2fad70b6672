import { isLiveInitiation, type OutcomeWithoutAgent, outcomeWithoutAgent } from '../call/live-call.ts';
import type { ContactEntry, Scheme } from '../journal/entry.ts';
import { unqualifiedScheme } from '../journal/entry.ts';

/** One inbound call: every segment that shares its first contact (design decision 11). */
export interface InboundCall {
  /** Contact id of the first segment. */
  readonly id: string;
  /** Local day under which the first segment is filed. */
  readonly day: string;
  readonly startedAt: string;
  readonly scheme: Scheme;
  /** `answered`: an agent talked live. */
  readonly outcome: 'answered' | OutcomeWithoutAgent;
  /** Entered a queue in hours, or was answered. */
  readonly offered: boolean;
  /** Seconds in queue: until an agent answered, else until the caller left. */
  readonly waitSeconds: number;
  /** Conversation, hold and after-call work of every agent of the call, in seconds (COMMON-25). */
  readonly handlingSeconds: number;
  /** Contact ids of all segments, the callback ones of the same chain included. */
  readonly contactIds: readonly string[];
}

/** Latest revision of each contact: records are re-issued, the greatest `lastUpdate` wins whatever the order of arrival. */
export function latestContacts(entries: readonly ContactEntry[]): readonly ContactEntry[] {
  const latest = new Map<string, ContactEntry>();
  for (const entry of entries) {
    const known = latest.get(entry.contactId);
    if (known === undefined || known.lastUpdate < entry.lastUpdate) {
      latest.set(entry.contactId, entry);
    }
  }
  return [...latest.values()];
}

/** Inbound calls of these contacts. A chain whose first segment has not arrived is not yet a call: see `orphanChains`. */
export function inboundCalls(entries: readonly ContactEntry[]): readonly InboundCall[] {
  const calls: InboundCall[] = [];
  for (const [id, segments] of chains(entries)) {
    const root = segments.find((segment) => segment.contactId === id);
    if (root?.initiation === 'INBOUND') {
      calls.push(toCall(root, segments));
    }
  }
  return calls;
}

/** First-contact ids of chains that hold a transferred segment but not their first one. */
export function orphanChains(entries: readonly ContactEntry[]): readonly string[] {
  return [...chains(entries)]
    .filter(([id, segments]) => !segments.some((segment) => segment.contactId === id))
    .map(([id]) => id);
}

/** Total handling time of a segment in seconds (COMMON-25); 0 when no agent. */
export function segmentHandlingSeconds({ agent }: ContactEntry): number {
  return agent === undefined ? 0 : agent.interactionSeconds + agent.holdSeconds + agent.afterContactSeconds;
}

function chains(entries: readonly ContactEntry[]): Map<string, readonly ContactEntry[]> {
  const byRoot = new Map<string, ContactEntry[]>();
  for (const contact of latestContacts(entries)) {
    const chain = byRoot.get(contact.initialContactId);
    if (chain === undefined) {
      byRoot.set(contact.initialContactId, [contact]);
    } else {
      chain.push(contact);
    }
  }
  for (const chain of byRoot.values()) {
    chain.sort((a, b) => compare(a.initiatedAt, b.initiatedAt) || compare(a.contactId, b.contactId));
  }
  return byRoot;
}

function toCall(root: ContactEntry, segments: readonly ContactEntry[]): InboundCall {
  const live = segments.filter((segment) => isLive(segment, segments));
  const answeredBy = live.findIndex((segment) => segment.agent !== undefined);
  const answered = answeredBy !== -1;
  const waited = answered ? live.slice(0, answeredBy + 1) : live;
  const openings = live.flatMap(({ opening }) => opening ?? []);
  const opening = openings.includes('closed') ? 'closed' : openings[0];
  const queued = live.some((segment) => segment.queue !== undefined);
  const failed = live.some((segment) => segment.failure !== undefined);
  return {
    id: root.contactId,
    day: root.day,
    startedAt: root.initiatedAt,
    scheme: live.findLast((segment) => segment.scheme !== unqualifiedScheme)?.scheme ?? root.scheme,
    outcome: answered ? 'answered' : outcomeWithoutAgent({ opening, queued, failed }),
    offered: answered || (queued && opening !== 'closed'),
    waitSeconds: waited.reduce((sum, segment) => sum + (segment.queue?.seconds ?? 0), 0),
    handlingSeconds: live.reduce((sum, segment) => sum + segmentHandlingSeconds(segment), 0),
    contactIds: segments.map((segment) => segment.contactId),
  };
}

/** A transfer that follows a callback is part of the callback's conversation, not of the live call. */
function isLive(segment: ContactEntry, chain: readonly ContactEntry[]): boolean {
  const seen = new Set<string>();
  let current: ContactEntry | undefined = segment;
  while (current !== undefined && !seen.has(current.contactId)) {
    if (!isLiveInitiation(current.initiation)) {
      return false;
    }
    seen.add(current.contactId);
    const previous: string | undefined = current.previousContactId;
    current = chain.find((candidate) => candidate.contactId === previous);
  }
  return true;
}

function compare(a: string, b: string): number {
  if (a === b) {
    return 0;
  }
  return a < b ? -1 : 1;
}

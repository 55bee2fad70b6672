import type { Diary, RingDiary } from './diary.ts';
import { metClosed } from './lived.ts';

/** One promise that was broken, with the persons and instants concerned. */
export interface Broken {
  readonly promise: string;
  readonly detail: string;
}

type Item = Readonly<Record<string, unknown>>;

export interface Evidence {
  readonly diary: Diary;
  /** Raw journal items of all days played. */
  readonly journal: readonly Item[];
  /** Raw items of the callback register. */
  readonly register: readonly Item[];
  /** ISO instants of opening and closing of each open day. */
  readonly open: readonly { readonly from: string; readonly to: string }[];
  readonly maxAttempts: number;
  /** Rings of one person for an order, those that were engaged included. */
  readonly maxOrderRings: number;
}

/** Checks what must hold of any day, from what people lived, the journal and the register. Empty = all kept. */
export function brokenPromises(evidence: Evidence): Broken[] {
  return [...everyCallOnce(evidence), ...everyCallbackKept(evidence), ...nobodyHarassed(evidence)];
}

type Outcome = 'answered' | 'closed' | 'unanswered';

/** SAMPS-02: every call that got through is one chain of the journal, which ends as the caller lived it; matched by the second it began. */
function everyCallOnce({ diary, journal, open }: Evidence): Broken[] {
  const broken: Broken[] = [];
  const balance = new Map<string, number>();
  const count = (instant: string, outcome: Outcome, by: number) => {
    const key = `${instant.slice(0, 19)}Z ${outcome}`;
    balance.set(key, (balance.get(key) ?? 0) + by);
  };
  for (const call of diary.calls().filter(({ busy }) => busy !== true)) {
    const outcome = metClosed(call, open) ? 'closed' : 'unanswered';
    count(call.dialledAt, call.spokenToAt === undefined ? outcome : 'answered', 1);
    if (call.spokenToAt !== undefined && call.toldClosed === true)
      broken.push({ promise: 'nobody is told closed and answered', detail: call.lane });
    if (call.endedAt === undefined) broken.push({ promise: 'every call ends', detail: call.lane });
  }
  for (const segments of Map.groupBy(contacts(journal), (contact) => String(contact['initialContactId'])).values()) {
    const root = segments.find(({ contactId, initialContactId }) => contactId === initialContactId);
    if (root === undefined || root['initiation'] !== 'INBOUND') continue;
    const live = segments.filter(({ initiation }) => initiation !== 'CALLBACK' && initiation !== 'API');
    const spoken = live.some(({ agent }) => agent !== undefined);
    const outcome = root['opening'] === 'closed' ? 'closed' : 'unanswered';
    count(String(root['initiatedAt']), spoken ? 'answered' : outcome, -1);
  }
  for (const [key, off] of balance) {
    if (off !== 0)
      broken.push({
        promise: 'every call is in the journal once, with the outcome its caller lived',
        detail: `${key}: ${off > 0 ? 'lived' : 'filed'} ${Math.abs(off)} more`,
      });
  }
  return broken;
}

/** SAMPS-04: each unanswered call of a known number asks once; an open callback has a next date; a resolved request stays resolved. */
function everyCallbackKept({ journal, register }: Evidence): Broken[] {
  const broken: Broken[] = [];
  const requested = new Map<string, number>();
  for (const item of journal) {
    const change = item['change'];
    if (item['kind'] !== 'callback' || member(change, 'type') !== 'requested') continue;
    const source = String(member(change, 'sourceContactId'));
    requested.set(source, (requested.get(source) ?? 0) + 1);
  }
  for (const [source, times] of requested) {
    if (times !== 1) broken.push({ promise: 'a call asks for one callback', detail: `${source} asked ${times} times` });
  }
  const inbound = contacts(journal).filter(
    (contact) => contact['initiation'] === 'INBOUND' && contact['opening'] !== 'closed',
  );
  for (const contact of inbound) {
    const spoken = contact['agent'] !== undefined;
    const asks = requested.has(String(contact['contactId']));
    if (!spoken && contact['numberKey'] !== undefined && !asks) {
      broken.push({ promise: 'an unanswered call asks for a callback', detail: String(contact['contactId']) });
    }
    if (spoken && asks)
      broken.push({ promise: 'an answered call asks for nothing', detail: String(contact['contactId']) });
  }
  for (const item of register) {
    // A number dialled for a campaign is freed by the lease of its lock, without a write.
    const isOfCampaign = /_\d{8}T\d{6}Z-/.test(String(item['owner']));
    if (String(item['number']).startsWith('deployment#lock#') && !isOfCampaign)
      broken.push({ promise: 'no lock outlives its call', detail: String(item['number']) });
  }
  return broken;
}

/** Nobody is dialled twice at once, while they talk to us, out of hours, or more often than the policy says. */
function nobodyHarassed({ diary, open, maxAttempts, maxOrderRings }: Evidence): Broken[] {
  const broken: Broken[] = [];
  const byNumber = new Map<string, RingDiary[]>();
  for (const ring of diary.rings()) byNumber.set(ring.number, [...(byNumber.get(ring.number) ?? []), ring]);
  for (const [number, rings] of byNumber) {
    const sorted = rings.toSorted((a, b) => (a.rangAt < b.rangAt ? -1 : 1));
    for (const [index, ring] of sorted.entries()) {
      const next = sorted[index + 1];
      if (next !== undefined && (ring.endedAt === undefined || next.rangAt < ring.endedAt)) {
        broken.push({ promise: 'at most one live call per number', detail: `${number} at ${next.rangAt}` });
      }
      if (!open.some(({ from, to }) => ring.rangAt >= from && ring.rangAt < to)) {
        broken.push({ promise: 'no dialling out of hours', detail: `${number} at ${ring.rangAt}` });
      }
    }
    const ofOrders = sorted.filter(({ ofOrder }) => ofOrder === true).length;
    if (ofOrders > maxOrderRings) {
      broken.push({ promise: 'no more attempts than the policy', detail: `${number}: ${ofOrders} rings for an order` });
    }
    if (ofOrders > 0) continue;
    const spoken = sorted.filter((ring) => ring.spokenToAt !== undefined).length;
    const sources = diary.calls().filter((call) => (call.number ?? call.typedNumber) === number).length;
    if (sorted.length - spoken > maxAttempts * sources) {
      broken.push({
        promise: 'no more attempts than the policy',
        detail: `${number}: ${sorted.length} rings for ${sources} calls`,
      });
    }
  }
  return broken;
}

/** Last revision of each contact. */
function contacts(journal: readonly Item[]): Item[] {
  const latest = new Map<string, Item>();
  for (const item of journal) {
    if (item['kind'] !== 'contact') continue;
    const id = String(item['contactId']);
    const known = latest.get(id);
    if (known === undefined || String(known['lastUpdate']) < String(item['lastUpdate'])) latest.set(id, item);
  }
  return [...latest.values()];
}

function member(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
}

import type { LivedDay } from './lived.ts';
import { openWorkbook, table } from './read-workbook.ts';

/** One figure that three independent accounts should agree on. */
export interface Comparison {
  readonly figure: string;
  readonly workbook: number;
  readonly journal: number;
  readonly lived: number;
  /** Where both can be joined one by one: whom or what only one of journal and diaries has, a sentence each. */
  readonly apart?: readonly string[];
}

/** What the journal says of one day, counted here without the code of the reports. */
export interface JournalCount {
  readonly received: number;
  readonly closed: number;
  readonly offered: number;
  readonly answered: number;
  readonly callbacksCreated: number;
  readonly callbacksReached: number;
  readonly outboundMade: number;
  readonly outboundReached: number;
}

interface RawEntry {
  readonly kind?: unknown;
  readonly [field: string]: unknown;
}

/** Counts raw journal items of the day: contacts by root, last revision first; callbacks by their changes. */
export function countJournal(entries: readonly RawEntry[]): JournalCount {
  const latest = new Map<string, RawEntry>();
  for (const entry of entries) {
    if (entry.kind !== 'contact') continue;
    const id = String(entry['contactId']);
    const known = latest.get(id);
    if (known === undefined || String(known['lastUpdate']) < String(entry['lastUpdate'])) latest.set(id, entry);
  }
  const chains = new Map<string, RawEntry[]>();
  for (const entry of latest.values()) {
    const root = String(entry['initialContactId']);
    chains.set(root, [...(chains.get(root) ?? []), entry]);
  }
  const inbound = [...chains.entries()].filter(([root, segments]) =>
    segments.some((segment) => segment['contactId'] === root && segment['initiation'] === 'INBOUND'),
  );
  const live = (segments: readonly RawEntry[]) =>
    segments.filter((segment) => !['CALLBACK', 'API'].includes(String(segment['initiation'])));
  const closed = inbound.filter(([, segments]) => segments.some((segment) => segment['opening'] === 'closed'));
  const inHours = inbound.filter(([, segments]) => !segments.some((segment) => segment['opening'] === 'closed'));
  const callbacks = countCallbacks(entries);
  return {
    received: inbound.length,
    closed: closed.length,
    offered: inHours.filter(([, segments]) => live(segments).some((segment) => segment['queue'] !== undefined)).length,
    answered: inHours.filter(([, segments]) => live(segments).some((segment) => segment['agent'] !== undefined)).length,
    callbacksCreated: callbacks.created,
    callbacksReached: callbacks.reached,
    ...countOutbound(entries),
  };
}

/** What the telephone, or an agent, says when nobody whom we called talked with us. */
const nobody = 'no-answer busy voicemail wrong-number out-of-service abandoned failed indeterminate'.split(' ');

/** Attempts of the day at people of orders, last revision of each. */
function countOutbound(entries: readonly RawEntry[]): Pick<JournalCount, 'outboundMade' | 'outboundReached'> {
  const latest = new Map<string, RawEntry>();
  for (const entry of entries) {
    if (entry.kind !== 'attempt' || entry['n'] === 0 || entry['contactId'] === undefined) continue;
    const known = latest.get(String(entry['attemptId']));
    if (known === undefined || Number(known['revision']) < Number(entry['revision'])) {
      latest.set(String(entry['attemptId']), entry);
    }
  }
  const made = [...latest.values()];
  const reached = made.filter((one) => one['agent'] !== undefined && !nobody.includes(String(one['disposition'])));
  return { outboundMade: made.length, outboundReached: reached.length };
}

/** Number by number: a request opens a callback when none is open, a conversation closes it. */
function countCallbacks(entries: readonly RawEntry[]): { created: number; reached: number } {
  const numbers = new Map<string, Map<string, { at: string; resolution?: unknown }>>();
  for (const entry of entries) {
    const change = entry['change'];
    if (entry.kind !== 'callback') continue;
    const events = numbers.get(String(entry['numberKey'])) ?? new Map<string, { at: string; resolution?: unknown }>();
    numbers.set(String(entry['numberKey']), events);
    if (type(change) === 'requested')
      events.set(`asked ${String(field(change, 'sourceContactId'))}`, { at: String(entry['time']) });
    if (type(change) === 'resolved') {
      events.set(`spoken ${String(field(change, 'contactId'))}`, {
        at: String(entry['time']),
        resolution: field(change, 'resolution'),
      });
    }
  }
  let created = 0;
  let reached = 0;
  for (const events of numbers.values()) {
    let open = false;
    for (const event of [...events.values()].sort((a, b) => (a.at < b.at ? -1 : 1))) {
      if (event.resolution === undefined && !open) {
        open = true;
        created += 1;
      } else if (event.resolution !== undefined && open) {
        open = false;
        if (event.resolution === 'reached') reached += 1;
      }
    }
  }
  return { created, reached };
}

/** Joins the workbook's total row, the journal and the diaries. */
export async function reconcile(workbook: Uint8Array, journal: JournalCount, day: LivedDay): Promise<Comparison[]> {
  const summary = table(await openWorkbook(workbook), 'Synthèse', 'Dispositif');
  const total = (column: string) => summary.number('Total', column);
  const percent = (part: number, whole: number) => (whole === 0 ? 0 : Math.round((1000 * part) / whole) / 10);
  const rate = day.offered === 0 ? 0 : Math.round(total('Taux de réponse') * 1000) / 10;
  return [
    { figure: 'Appels reçus', workbook: total('Appels reçus'), journal: journal.received, lived: day.received },
    {
      figure: 'dont hors horaires',
      workbook: total('dont hors horaires'),
      journal: journal.closed,
      lived: day.outOfHours,
    },
    { figure: 'Appels présentés', workbook: total('Appels présentés'), journal: journal.offered, lived: day.offered },
    { figure: 'Décrochés', workbook: total('Décrochés'), journal: journal.answered, lived: day.answered },
    {
      figure: 'Abandonnés',
      workbook: total('Abandonnés'),
      journal: journal.offered - journal.answered,
      lived: day.offered - day.answered,
    },
    {
      figure: 'Rappels créés',
      workbook: total('Rappels créés'),
      journal: journal.callbacksCreated,
      lived: day.callbacksCreated,
    },
    {
      figure: 'Rappelés joints',
      workbook: total('Rappelés joints'),
      journal: journal.callbacksReached,
      lived: day.callbacksReached,
    },
    {
      figure: 'Appels émis (démarchage)',
      workbook: total('Appels émis (démarchage)'),
      journal: journal.outboundMade,
      lived: day.outbound.made,
    },
    {
      figure: 'Démarchage : joints',
      workbook: total('Joints'),
      journal: journal.outboundReached,
      lived: day.outbound.reached,
    },
    { figure: 'Taux de réponse %', workbook: rate, journal: rate, lived: percent(day.answeredOrReached, day.offered) },
  ];
}

export function differences(comparisons: readonly Comparison[]): Comparison[] {
  return comparisons.filter(
    ({ workbook, journal, lived, apart = [] }) => workbook !== journal || workbook !== lived || apart.length > 0,
  );
}

/** Each difference as a sentence, with some of whom or what it is. */
export function sentencesOf(comparisons: readonly Comparison[]): readonly string[] {
  return differences(comparisons).map(({ figure, workbook, journal, lived, apart = [] }) =>
    [`${figure}: workbook ${workbook}, journal ${journal}, lived ${lived}`, ...apart.slice(0, 5)].join('; '),
  );
}

function type(change: unknown): unknown {
  return field(change, 'type');
}

function field(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null && name in value ? Reflect.get(value, name) : undefined;
}

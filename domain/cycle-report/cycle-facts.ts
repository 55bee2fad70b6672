import type { ClosedState } from '../attempt/attempt-facts.ts';
import type { PromiseState } from '../attempt/promised-call.ts';
import { parseAttemptId } from '../campaign/attempt-id.ts';
import type { AttemptEntry, CycleEntry, RecipientEntry } from '../campaign/campaign-entry.ts';
import type { AgentStatusEntry, ContactEntry, JournalEntry } from '../journal/entry.ts';
import { canonicalEntries } from '../journal/journal-hash.ts';
import { ofKind } from '../journal/of-kind.ts';
import type { QuestionnaireEntry } from '../questionnaire/questionnaire-entry.ts';
import type { ReferralEntry } from '../referral/referral-entry.ts';

/** Names one cycle of one campaign. */
export interface CycleName {
  readonly campaign: string;
  readonly cycle: number;
}

type Change<T extends CycleEntry['change']['type']> = Extract<CycleEntry['change'], { type: T }>;
type Loaded = Extract<RecipientEntry['change'], { type: 'loaded' }>;

/** A person of the cycle, and all that the journal says of them in it. */
export interface CyclePerson {
  readonly recipientId: string;
  readonly loaded: Loaded;
  /** Last revision of each, by start; those in which the person rang us (n = 0) included. */
  readonly attempts: readonly AttemptEntry[];
  /** How it ended; absent while it has not. */
  readonly closed?: { readonly state: ClosedState; readonly at: string };
  /** Another call promised at `since`; `state` once it is known what became of it. */
  readonly promise?: { readonly since: string; readonly by: string; readonly state?: PromiseState };
  /** Last revision. */
  readonly questionnaire?: QuestionnaireEntry;
}

/** What the journal says of one cycle. Instants are ISO UTC. */
export interface CycleFacts extends CycleName {
  readonly campaignType: string;
  /** On fake people. */
  readonly drill: boolean;
  readonly activatedAt: string;
  readonly activation: Change<'activated'>;
  readonly readyAt?: string;
  /** Start of the first dial. */
  readonly firstCallAt?: string;
  readonly endedAt?: string;
  /** By id. */
  readonly people: readonly CyclePerson[];
  /** Segments of the cycle's calls in which an agent talked: last revision of each. */
  readonly talks: readonly (ContactEntry & { readonly agent: NonNullable<ContactEntry['agent']> })[];
  /** Facts of each referral, in order of time. */
  readonly referrals: readonly (readonly ReferralEntry[])[];
  readonly statuses: readonly AgentStatusEntry[];
  /** What all this was read from, without repeats: the report's source. */
  readonly entries: readonly JournalEntry[];
}

/** Picks one cycle out of the entries of its days; undefined when it was never activated. */
export function cycleFacts(all: readonly JournalEntry[], name: CycleName): CycleFacts | undefined {
  const entries = canonicalEntries(all).filter((entry) => concerns(entry, name));
  const ofCycle = entries.filter((entry): entry is CycleEntry => entry.kind === 'cycle');
  const activated = ofCycle.find(({ change }) => change.type === 'activated');
  if (activated?.change.type !== 'activated') {
    return undefined;
  }
  const at = (type: CycleEntry['change']['type']) => ofCycle.find(({ change }) => change.type === type)?.time;
  const [readyAt, endedAt] = [at('ready'), at('ended')];
  const people = peopleOf(entries);
  const firstCallAt = people
    .flatMap(({ attempts }) => attempts.filter(({ n }) => n > 0).map(({ startedAt }) => startedAt))
    .reduce<string | undefined>((first, start) => (first === undefined || start < first ? start : first), undefined);
  return {
    ...name,
    campaignType: activated.campaignType,
    drill: activated.drill,
    activatedAt: activated.time,
    activation: activated.change,
    ...(readyAt === undefined ? {} : { readyAt }),
    ...(firstCallAt === undefined ? {} : { firstCallAt }),
    ...(endedAt === undefined ? {} : { endedAt }),
    people,
    talks: talksOf(entries),
    referrals: [...groups(ofKind(entries, 'referral'), ({ referralId }) => referralId).values()],
    statuses: ofKind(entries, 'agent-status'),
    entries,
  };
}

function concerns(entry: JournalEntry, { campaign, cycle }: CycleName): boolean {
  switch (entry.kind) {
    case 'cycle':
    case 'attempt':
    case 'recipient':
    case 'questionnaire':
      return entry.campaign === campaign && entry.cycle === cycle;
    case 'referral':
      return entry.campaign === campaign && entry.cycle === String(cycle);
    case 'contact': {
      const attempt = entry.attemptId === undefined ? undefined : parseAttemptId(entry.attemptId);
      return attempt?.campaign === campaign && attempt.cycle === cycle;
    }
    case 'agent-status':
      return true;
    default:
      return false;
  }
}

function peopleOf(entries: readonly JournalEntry[]): readonly CyclePerson[] {
  const attempts = groups(ofKind(entries, 'attempt'), ({ recipientId }) => recipientId);
  const questionnaires = lastRevisions(ofKind(entries, 'questionnaire'), ({ subject }) => subject);
  const changes = groups(ofKind(entries, 'recipient'), ({ recipientId }) => recipientId);
  return [...changes].flatMap(([recipientId, told]) => {
    const loaded = told.map(({ change }) => change).find((change) => change.type === 'loaded');
    if (loaded === undefined) {
      return [];
    }
    const questionnaire = questionnaires.get(recipientId);
    const made = lastRevisions(attempts.get(recipientId) ?? [], ({ attemptId, n, contactId = '' }) =>
      n === 0 ? `${attemptId} ${contactId}` : attemptId,
    );
    return {
      recipientId,
      loaded,
      attempts: [...made.values()].sort((a, b) => (a.startedAt < b.startedAt ? -1 : 1)),
      ...endOf(told),
      ...promiseIn(told),
      ...(questionnaire === undefined ? {} : { questionnaire }),
    };
  });
}

/** The last end that was told; whom nobody will call was over when loaded. */
function endOf(told: readonly RecipientEntry[]): Pick<CyclePerson, 'closed'> {
  const ends = told.flatMap(({ change, time }) => {
    const state = change.type === 'closed' ? change.state : change.type === 'loaded' ? change.reason : undefined;
    return state === undefined ? [] : [{ state, at: time, isTold: change.type === 'closed' }];
  });
  const end = ends.findLast(({ isTold }) => isTold) ?? ends.at(-1);
  return end === undefined ? {} : { closed: { state: end.state, at: end.at } };
}

/** What was told and then corrected, such as a refusal taken for a complete questionnaire, promises nothing. */
function promiseIn(told: readonly RecipientEntry[]): Pick<CyclePerson, 'promise'> {
  const made = told
    .flatMap(({ time, change }) => (change.type === 'promised' ? { since: time, by: change.by } : []))
    .at(-1);
  const state = told.flatMap(({ change }) => (change.type === 'promise-closed' ? change.state : [])).at(-1);
  return made === undefined || endOf(told).closed?.state !== 'useful'
    ? {}
    : { promise: { ...made, ...(state === undefined ? {} : { state }) } };
}

function talksOf(entries: readonly JournalEntry[]): CycleFacts['talks'] {
  const last = new Map<string, ContactEntry>();
  for (const entry of ofKind(entries, 'contact')) {
    const known = last.get(entry.contactId);
    if (known === undefined || known.lastUpdate < entry.lastUpdate) {
      last.set(entry.contactId, entry);
    }
  }
  return [...last.values()].flatMap((entry) => (entry.agent === undefined ? [] : { ...entry, agent: entry.agent }));
}

function lastRevisions<E extends { readonly revision: number }>(
  entries: readonly E[],
  keyOf: (entry: E) => string,
): ReadonlyMap<string, E> {
  const last = new Map<string, E>();
  for (const entry of entries) {
    if ((last.get(keyOf(entry))?.revision ?? -1) < entry.revision) {
      last.set(keyOf(entry), entry);
    }
  }
  return last;
}

function groups<E>(entries: readonly E[], keyOf: (entry: E) => string): ReadonlyMap<string, readonly E[]> {
  const found = new Map<string, E[]>();
  for (const entry of entries) {
    const known = found.get(keyOf(entry));
    if (known === undefined) {
      found.set(keyOf(entry), [entry]);
    } else {
      known.push(entry);
    }
  }
  return new Map([...found].sort(([a], [b]) => (a < b ? -1 : 1)));
}

import type { LivedRing, LivedTalk, ReflexDiary } from './reflex-diary.ts';

/** What was lived of one person's cycle: the rings of their attempts, in order, and the conversations about them. */
interface LivedPerson {
  readonly rings: LivedRing[];
  readonly talks: LivedTalk[];
}

/** Each figure with those of whom it is: contacts of rings, and people by their random ids. */
export interface LivedCycle {
  readonly attempts: readonly string[];
  readonly answered: readonly string[];
  readonly useful: readonly string[];
  readonly byThirdParty: readonly string[];
  readonly byRingBack: readonly string[];
  readonly refused: readonly string[];
  readonly unreachable: readonly string[];
  /** People to whom another call was announced, and those talked to again after that. */
  readonly promised: readonly string[];
  readonly promisesKept: readonly string[];
}

const over = new Set(['complete', 'refused', 'hospitalised', 'away', 'moved', 'deceased']);
const unspoken = new Set(['voicemail', 'wrong-number']);
const adapted = new Set(['language-barrier', 'hearing']);

/**
 * The figures of a cycle as its people and agents lived it. `recipientOf` only joins a call with the person it was for; what became of it is theirs.
 * `callbacks`: calls that were no attempts.
 */
export function livedCycle(
  { rings, talks }: ReflexDiary,
  recipientOf: (contactId: string) => string | undefined,
  callbacks: ReadonlySet<string>,
  policy: { readonly maxAttempts: number; readonly freeRetries: { readonly count: number } },
): LivedCycle {
  const people = new Map<string, LivedPerson>();
  const of = (recipientId: string) => {
    const person = people.get(recipientId) ?? { rings: [], talks: [] };
    people.set(recipientId, person);
    return person;
  };
  const attempts = rings.filter(({ contactId }) => !callbacks.has(contactId));
  for (const ring of attempts) {
    const recipientId = recipientOf(ring.contactId);
    if (recipientId !== undefined) of(recipientId).rings.push(ring);
  }
  for (const talk of talks) if (talk.recipientId !== undefined) of(talk.recipientId).talks.push(talk);
  const states = [...people].map(([id, person]) => ({ ...person, id, state: stateOf(person, policy) }));
  const inState = (state: string) => states.filter((one) => one.state === state);
  const useful = inState('useful');
  const contacts = (made: readonly LivedRing[]) => made.map(({ contactId }) => contactId);
  return {
    attempts: contacts(attempts),
    answered: contacts(attempts.filter(({ answeredAt }) => answeredAt !== undefined)),
    useful: idsOf(useful),
    byThirdParty: idsOf(useful.filter((one) => one.talks.some(({ passed }) => passed === 'relative'))),
    byRingBack: idsOf(useful.filter((one) => one.talks.find(({ passed }) => passed !== undefined)?.ringBack === true)),
    refused: idsOf(inState('refused')),
    unreachable: idsOf(inState('unreachable')),
    promised: idsOf(useful.filter(({ talks: had }) => announced(had) !== undefined)),
    promisesKept: idsOf(
      useful.filter(({ talks: had }) => {
        const first = announced(had);
        return first && had.some((talk) => talk.from > first.from && !unspoken.has(talk.disposition ?? ''));
      }),
    ),
  };
}

function idsOf(people: readonly { readonly id: string }[]): readonly string[] {
  return people.map(({ id }) => id);
}

/** The conversation in which the desk had another call announced. */
function announced(talks: readonly LivedTalk[]): LivedTalk | undefined {
  return talks.find(({ passed, promised }) => passed !== undefined && promised === true);
}

/** How a person's cycle must have ended, by what was lived. */
function stateOf(
  { rings, talks }: LivedPerson,
  policy: { readonly maxAttempts: number; readonly freeRetries: { readonly count: number } },
): string {
  if (talks.some(({ passed, disposition }) => passed !== undefined && disposition !== undefined)) return 'useful';
  const end = talks.find(({ disposition = '' }) => over.has(disposition));
  if (end?.disposition !== undefined) return end.disposition;
  if (talks.some(({ disposition = '' }) => adapted.has(disposition))) return 'adapted-agent';
  const busy = rings.filter(({ what }) => what === 'busy').length;
  const counted = rings.length - Math.min(busy, policy.freeRetries.count);
  return counted >= policy.maxAttempts ? 'unreachable' : 'open';
}

import type { LivedRing, LivedTalk, ReflexDiary } from './reflex-diary.ts';

/** What was lived of one person's cycle: the rings of their attempts, in order, and the conversations about them. */
interface LivedPerson {
  readonly rings: LivedRing[];
  readonly talks: LivedTalk[];
}

export interface LivedCycle {
  readonly attempts: number;
  readonly answered: number;
  readonly useful: number;
  readonly byThirdParty: number;
  readonly byRingBack: number;
  readonly refused: number;
  readonly unreachable: number;
  /** People to whom another call was announced, and those talked to again after that. */
  readonly promised: number;
  readonly promisesKept: number;
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
  const states = [...people.values()].map((person) => ({ ...person, state: stateOf(person, policy) }));
  const useful = states.filter(({ state }) => state === 'useful');
  return {
    attempts: attempts.length,
    answered: attempts.filter(({ answeredAt }) => answeredAt !== undefined).length,
    useful: useful.length,
    byThirdParty: useful.filter((one) => one.talks.some(({ passed }) => passed === 'relative')).length,
    byRingBack: useful.filter((one) => one.talks.find(({ passed }) => passed !== undefined)?.ringBack === true).length,
    refused: states.filter(({ state }) => state === 'refused').length,
    unreachable: states.filter(({ state }) => state === 'unreachable').length,
    promised: useful.filter(({ talks }) => announced(talks) !== undefined).length,
    promisesKept: useful.filter(({ talks }) => {
      const first = announced(talks);
      return (
        first !== undefined && talks.some((talk) => talk.from > first.from && !unspoken.has(talk.disposition ?? ''))
      );
    }).length,
  };
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

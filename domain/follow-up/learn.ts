import type { ClosedState } from '../attempt/attempt-facts.ts';
import {
  type AnswerChannel,
  type FollowedPerson,
  type MessageEnd,
  type MomentFacts,
  messageEnds,
  type VulnerableBy,
} from './followed-person.ts';

/** What is newly known of a person. `at`: ISO instant of the fact. */
export type Fact = { readonly at: string } & (
  | { readonly type: 'message'; readonly moment: string; readonly state: MessageEnd }
  | { readonly type: 'answered'; readonly moment: string; readonly channel: AnswerChannel }
  | { readonly type: 'wanted'; readonly moment: string; readonly reason: 'asked' | 'locked' }
  | { readonly type: 'call-ended'; readonly moment: string; readonly state: ClosedState; readonly attempted: boolean }
  | { readonly type: 'vulnerable'; readonly moment?: string; readonly reason: string; readonly by: VulnerableBy }
  | { readonly type: 'not-tested'; readonly moment: string }
  | { readonly type: 'refused' | 'abandoned'; readonly moment?: string; readonly motive: string }
);

/** The person with these facts: any order, any repeat, the same person (design decision 5). The very same object when nothing is new. */
export function learn(person: FollowedPerson, facts: readonly Fact[]): FollowedPerson {
  return facts.reduce(learnOne, person);
}

function learnOne(person: FollowedPerson, fact: Fact): FollowedPerson {
  switch (fact.type) {
    case 'vulnerable': {
      const { at, reason, by, moment } = fact;
      return told(person, 'vulnerable', { at, reason, by, ...(moment === undefined ? {} : { moment }) });
    }
    case 'not-tested':
      return told(person, 'notTested', { at: fact.at, moment: fact.moment });
    case 'refused':
    case 'abandoned': {
      const { at, motive, moment } = fact;
      return told(person, fact.type, { at, motive, ...(moment === undefined ? {} : { moment }) });
    }
    default:
      return ofMoment(person, fact);
  }
}

/** The first that was told is kept: what followed from it was said by it. */
function told<K extends 'vulnerable' | 'notTested' | 'refused' | 'abandoned'>(
  person: FollowedPerson,
  key: K,
  value: NonNullable<FollowedPerson[K]>,
): FollowedPerson {
  const known = person[key];
  return known === undefined || isBefore(value, known) ? { ...person, [key]: value } : person;
}

type MomentFact = Exclude<Fact, { readonly type: 'vulnerable' | 'not-tested' | 'refused' | 'abandoned' }>;

function ofMoment(person: FollowedPerson, fact: MomentFact): FollowedPerson {
  const known = person.moments[fact.moment] ?? {};
  const merged = merge(known, fact);
  return merged === known ? person : { ...person, moments: { ...person.moments, [fact.moment]: merged } };
}

function merge(known: MomentFacts, fact: MomentFact): MomentFacts {
  switch (fact.type) {
    case 'message': {
      const { state, at } = fact;
      const rank = (one: MessageEnd) => messageEnds.indexOf(one);
      const message = { state, at };
      const before = known.message;
      const isNews = before === undefined || rank(state) > rank(before.state);
      return isNews || (state === before.state && isBefore(message, before)) ? { ...known, message } : known;
    }
    case 'answered': {
      const { channel, at } = fact;
      const answered = { channel, at };
      return known.answered === undefined || isBefore(answered, known.answered) ? { ...known, answered } : known;
    }
    case 'wanted': {
      const { reason, at } = fact;
      const wanted = { reason, at };
      return known.wanted === undefined || isBefore(wanted, known.wanted) ? { ...known, wanted } : known;
    }
    case 'call-ended': {
      const { state, attempted, at } = fact;
      const callEnd = { state, at, attempted };
      // A record may yet tell more than a deadline did: the last that was told counts, as in the journal.
      return known.callEnd === undefined || isBefore(known.callEnd, callEnd) ? { ...known, callEnd } : known;
    }
  }
}

/** By time, then by content, so that two facts of one instant have one order. */
function isBefore(a: { readonly at: string }, b: { readonly at: string }): boolean {
  const key = (value: { readonly at: string }) => value.at + JSON.stringify(Object.entries(value).sort());
  return key(a) < key(b);
}

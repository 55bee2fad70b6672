import type { ClosedState } from '../attempt/attempt-facts.ts';
import type { ClosedAs, FollowedPerson } from './followed-person.ts';
import type { Protocol } from './protocol.ts';

/** Motives of the protocol by which a follow-up stops before its last moment. */
const motives: Partial<Record<ClosedState, string>> = {
  hospitalised: 'hospitalise',
  away: 'parti',
  moved: 'parti',
  deceased: 'deces',
  'adapted-agent': 'langue',
  removed: 'demande-arret',
};

/** Nobody contacts them any more. */
export function isOver({ refused, abandoned }: Pick<FollowedPerson, 'refused' | 'abandoned'>): boolean {
  return refused !== undefined || abandoned !== undefined;
}

/** The person with what the end of one moment means for the follow-up itself. */
export function withOutcome(
  person: FollowedPerson,
  code: string,
  as: ClosedAs,
  { hasLater, protocol, at }: { readonly hasLater: boolean; readonly protocol: Protocol; readonly at: string },
): FollowedPerson {
  if (isOver(person)) {
    return person;
  }
  const state = person.moments[code]?.callEnd?.state;
  if (as === 'over' && state === 'refused') {
    return { ...person, refused: { at, moment: code, motive: 'autre' } };
  }
  const motive = as === 'over' && state !== undefined ? motives[state] : undefined;
  if (motive !== undefined) {
    return { ...person, abandoned: { at, moment: code, motive } };
  }
  if (as === 'unreachable' && hasLater && protocol.unreachable === 'abandon') {
    return {
      ...person,
      abandoned: { at, moment: code, motive: state === 'no-number' ? 'sans-numero' : 'injoignable' },
    };
  }
  return person;
}

/** « Demande d’arrêt »: who had accepted and stops is an abandon; who never did refuses (ARS-22, A-25). */
export function isStopAfterConsent({ refused, moments }: FollowedPerson): boolean {
  return (
    refused !== undefined &&
    Object.entries(moments).some(
      ([code, { closed }]) => code !== refused.moment && (closed?.as === 'web' || closed?.as === 'call'),
    )
  );
}

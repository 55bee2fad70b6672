import type { ReachCurve, ReachGroup } from '../../domain/forecast/reach-curve.ts';
import { type LaneRandom, laneRandom } from '../../local/kernel/random.ts';
import { betaDraw } from '../finite-list/beta-draw.ts';
import type { RegisteredPerson, RegisteredPhone } from './registered-person.ts';

/** Shares of a plausible register: who may not be rung, whose number is no longer theirs, who shares a line, who rings back. */
const shares = {
  relay: 0.01,
  withoutNumber: 0.01,
  secondPhone: 0.25,
  strangers: 0.02,
  dead: 0.015,
  couple: 0.03,
  ringsBack: 0.05,
};

/** People of 65 and more, and some younger who are disabled, seeded; their reach is a mixture of Beta distributions by group (REFLEX-31). */
export function reflexPopulation(seed: number, count: number, reach: ReachCurve): readonly RegisteredPerson[] {
  const people: RegisteredPerson[] = [];
  for (let index = 0; index < count; index += 1) {
    const random = laneRandom(seed, `registered/${index}`);
    people.push(person(index, random, groupAt(reach.groups, random.next()), people[index - 1]));
  }
  return people;
}

function person(
  index: number,
  random: LaneRandom,
  group: ReachGroup,
  neighbour: RegisteredPerson | undefined,
): RegisteredPerson {
  const spouse =
    neighbour?.phones[0]?.kind === 'landline' && neighbour.phones[0].answers === 'them' && random.chance(shares.couple)
      ? neighbour
      : undefined;
  const relay = random.chance(shares.relay);
  const own = random.chance(shares.withoutNumber) ? [] : phones(index, random);
  const shared = spouse?.phones[0];
  return {
    index,
    lastName: spouse?.lastName ?? name(index, random),
    firstName: random.pick(firstNames),
    birthDate: birthDate(random),
    postcode: spouse?.postcode ?? `750${String(random.integer(1, 20)).padStart(2, '0')}`,
    livesAlone: spouse === undefined && random.chance(0.6),
    disabled: random.chance(0.15),
    teleAlarm: random.chance(0.3),
    relay,
    phones: shared === undefined ? own : [shared],
    chance: betaDraw(random, group.alpha, group.beta),
    dayParts: group.dayParts,
    stopShare: group.stopShare,
    ringsBack: random.chance(shares.ringsBack) ? 0.6 : 0,
  };
}

function phones(index: number, random: LaneRandom): readonly RegisteredPhone[] {
  const kinds = random.chance(shares.secondPhone)
    ? (['landline', 'mobile'] as const)
    : ([random.chance(0.6) ? 'landline' : 'mobile'] as const);
  return kinds.map((kind) => {
    const fate = random.next();
    const answers = fate < shares.strangers ? 'strangers' : fate < shares.strangers + shares.dead ? 'dead' : 'them';
    // One number in eight of the range, spread over it.
    const line = String((index * 7919) % 10_000_000).padStart(7, '0');
    return { number: kind === 'landline' ? `+3314${line}` : `+3361${line}`, kind, answers };
  });
}

/** Names far from one another, so that the register's own search for duplicates has nothing to ask. */
function name(index: number, random: LaneRandom): string {
  const syllables = Array.from({ length: 3 }, () => random.pick(onsets) + random.pick(vowels)).join('');
  return `${syllables}${onsets[index % onsets.length] ?? 'B'}`;
}

function birthDate(random: LaneRandom): string {
  const year = Math.min(1961, Math.max(1922, Math.round(random.logNormal(1938, 0.0045))));
  return `${year}-${String(random.integer(1, 12)).padStart(2, '0')}-${String(random.integer(1, 28)).padStart(2, '0')}`;
}

function groupAt(groups: readonly ReachGroup[], draw: number): ReachGroup {
  let sum = 0;
  for (const group of groups) {
    sum += group.share;
    if (draw < sum) return group;
  }
  const last = groups.at(-1);
  if (last === undefined) throw new Error('The reach curve has no group; accepted: at least one');
  return last;
}

const onsets = 'B C D F G L M N P R S T V'.split(' ');
const vowels = 'A E I O U AU OI AN ON EU'.split(' ');
const firstNames =
  'Jeanne Louise Marcel Simone André Odette Roger Paulette Lucien Yvonne Henri Denise Raymond Suzanne Gaston Colette'.split(
    ' ',
  );

import type { ComparablePerson } from './comparable-person.ts';
import { comparePeople, type DuplicateAnswer } from './compare-people.ts';

export interface FoundPair extends DuplicateAnswer {
  /** Positions in the list, `a` < `b`. */
  readonly a: number;
  readonly b: number;
}

/** Above it a key (1 January 1940, the switchboard of a home) tells nothing by itself, and its people are parted further. */
const largestBlock = 200;

/**
 * Keys of which two records of one person share at least one (COMMON-10): the day of birth, or how both names sound, in whichever order and under
 * either last name. Who shares none is never compared, so that 100 000 people are not compared two by two.
 */
export function blockKeys({ last, first, birth, birthDate }: ComparablePerson): readonly string[] {
  const firstSound = soundOf(first);
  const names = [last, ...(birth === undefined ? [] : [birth])].map(
    (name) => `n:${[soundOf(name), firstSound].sort().join('.')}`,
  );
  return [...new Set([...(birthDate === undefined ? [] : [`b:${birthDate}`]), ...names])];
}

/** Pairs that are, or may be, one person. */
export function findPairs(people: readonly ComparablePerson[]): readonly FoundPair[] {
  const pairs: FoundPair[] = [];
  const compared = new Set<number>();
  for (const block of blocksOf(people)) {
    for (const [at, a] of block.entries()) {
      for (const b of block.slice(at + 1)) {
        const pair = a * people.length + b;
        const [one, other] = [people[a], people[b]];
        if (compared.has(pair) || one === undefined || other === undefined) {
          continue;
        }
        compared.add(pair);
        const answer = comparePeople(one, other);
        if (answer.answer !== 'different') {
          pairs.push({ a, b, ...answer });
        }
      }
    }
  }
  return pairs;
}

function blocksOf(people: readonly ComparablePerson[]): readonly (readonly number[])[] {
  const blocks = gathered(people, (person) => [...blockKeys(person), ...person.phones.map((phone) => `t:${phone}`)]);
  return [...blocks.values()].flatMap((block) => (block.length <= largestBlock ? [block] : parted(people, block)));
}

/** A large block, by first letters of both names and year of birth: one difference more and two of them are not compared. */
function parted(people: readonly ComparablePerson[], block: readonly number[]): readonly (readonly number[])[] {
  const finer = gathered(
    block.map((index) => people[index]),
    (person) => {
      const initials = [person?.last.sound.charAt(0), person?.first.sound.charAt(0)].sort().join('');
      return [
        `${initials}:${person?.birthDate?.slice(0, 4) ?? ''}`,
        `${initials}:${person?.birthDate?.slice(5) ?? ''}`,
      ];
    },
  );
  return [...finer.values()]
    .filter(({ length }) => length <= largestBlock)
    .map((part) => part.map((at) => block[at] ?? 0));
}

/** Positions of those who share a key, of keys that at least two share. */
function gathered<T>(
  items: readonly T[],
  keysOf: (item: T) => readonly string[],
): ReadonlyMap<string, readonly number[]> {
  const blocks = new Map<string, number[]>();
  for (const [index, item] of items.entries()) {
    for (const key of keysOf(item)) {
      const block = blocks.get(key);
      if (block === undefined) {
        blocks.set(key, [index]);
      } else {
        block.push(index);
      }
    }
  }
  for (const [key, { length }] of blocks) {
    if (length < 2) {
      blocks.delete(key);
    }
  }
  return blocks;
}

function soundOf({ main, sound }: ComparablePerson['last']): string {
  // Compound names lose a part more often than their first word.
  return main.length > 1 ? sound.slice(0, 4) : sound;
}

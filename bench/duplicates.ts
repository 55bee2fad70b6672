/**
 * Precision and recall of the engine for duplicates on the 200 labelled pairs (COMMON-10), with what it misses; then on an invented register of 10 000 and
 * on its people as another list might write them, which the rules were not tuned on.
 */
import { comparable } from '../domain/duplicate/comparable-person.ts';
import { comparePeople } from '../domain/duplicate/compare-people.ts';
import { findPairs } from '../domain/duplicate/find-pairs.ts';
import { inventedList } from './invented-list.ts';
import { labelledPairs } from './labelled-pairs.ts';
import { mutations } from './mutated-pairs.ts';

const answers = labelledPairs().map((pair) => ({
  ...pair,
  ...comparePeople(comparable(pair.a), comparable(pair.b)),
}));
const count = (label: string, answer: string): number =>
  answers.filter((pair) => pair.label === label && pair.answer === answer).length;
const percent = (part: number, whole: number): string => `${((100 * part) / whole).toFixed(1)} %`;

const right = count('same', 'same');
const wrong = count('different', 'same');
const same = answers.filter(({ label }) => label === 'same').length;
console.log('label       same   maybe   different');
for (const label of ['same', 'different']) {
  console.log(
    `${label.padEnd(10)} ${String(count(label, 'same')).padStart(5)} ${String(count(label, 'maybe')).padStart(7)} ${String(count(label, 'different')).padStart(11)}`,
  );
}
console.log(`precision of "same"               ${percent(right, right + wrong)}`);
console.log(`recall of "same"                  ${percent(right, same)}`);
console.log(`recall of "same" or "maybe"       ${percent(right + count('same', 'maybe'), same)}`);
for (const { label, answer, kind, a, b, reasons } of answers) {
  if (answer !== label) {
    console.log(
      `${label} answered ${answer} (${kind}): ${a.lastName} ${a.firstName} / ${b.lastName} ${b.firstName}: ${reasons.join(', ')}`,
    );
  }
}

const people = inventedList(10_000)
  .slice(1)
  .filter(([id, , , , born]) => id !== '' && born !== '31/02/1930')
  .map(([, civility, lastName = '', firstName = '', born = '', phone = '', , address = '', postcode = '']) => ({
    ...{ lastName, firstName, address, postcode, phones: [phone] },
    civility: civility === 'M.' ? ('M' as const) : ('MME' as const),
    birthDate: born.split('/').reverse().join('-'),
  }));
const found = findPairs(people.map((person) => comparable(person)));
const merged = found.filter(({ answer }) => answer === 'same').length;
console.log(
  `register of ${people.length} different people: ${merged} pairs taken for one person, ${found.length - merged} asked`,
);
let state = 7;
const random = (below: number): number => {
  state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
  return Math.floor((state / 2 ** 32) * below);
};
console.log('the same person, written otherwise    same   same or maybe');
for (const [name, mutate] of Object.entries(mutations)) {
  const told = people.slice(0, 2_000).map((person) => {
    const [pair] = findPairs([comparable(person), comparable(mutate(person, random))]);
    return pair?.answer ?? 'different';
  });
  const share = (...wanted: readonly string[]) =>
    percent(told.filter((one) => wanted.includes(one)).length, told.length);
  console.log(`${name.padEnd(34)} ${share('same').padStart(7)} ${share('same', 'maybe').padStart(15)}`);
}

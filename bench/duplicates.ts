/** Precision and recall of the engine for duplicates on the 200 labelled pairs (COMMON-10), with what it misses. */
import { comparable } from '../domain/duplicate/comparable-person.ts';
import { comparePeople } from '../domain/duplicate/compare-people.ts';
import { labelledPairs } from './labelled-pairs.ts';

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

/** Time of a search among 1 000 cards against reading all their words once: `npx node bench/knowledge-search.ts` (COMMON-46). */
import { rawWords } from '../domain/knowledge/french-words.ts';
import { indexCards } from '../domain/knowledge/search-cards.ts';
import { sampsCards } from '../programmes/samps/cards.ts';

const asked = 1_000;
const queries = [
  'mot de passe',
  'pièce jointe',
  'quand est versée l’allocation',
  'carte aide médic',
  'conexion',
  'attestation de non bourse',
];

const words = sampsCards.flatMap(({ text }) => rawWords(`${text.title} ${text.answer}`));
const cards = Array.from({ length: asked }, (_, n) => {
  const { text } = sampsCards[n % sampsCards.length] ?? {
    text: { title: '', answer: '', keywords: [], checklist: [], dates: [] },
  };
  // Words of other cards between its own, so that no two answers are the same.
  const others = Array.from(
    { length: 60 },
    (__, index) => `${words[(n * 61 + index * 7) % words.length]}${index % 20 === 0 ? n : ''}`,
  );
  return { cardId: `card-${n}`, text: { ...text, answer: `${text.answer} ${others.join(' ')}` } };
});

function msOf(run: () => void): number {
  const before = performance.now();
  run();
  return performance.now() - before;
}

const building = msOf(() => indexCards(cards));
const index = indexCards(cards);
for (const query of queries) {
  index.search(query);
}
const times = queries
  .flatMap((query) => Array.from({ length: 20 }, () => msOf(() => index.search(query))))
  .sort((a, b) => a - b);
const floor = msOf(() => {
  for (const { text } of cards) {
    rawWords(`${text.title} ${text.answer}`);
  }
});
const [median, worst] = [times[Math.floor(times.length / 2)] ?? 0, times.at(-1) ?? 0];
console.log(`${cards.length} cards; index built once in ${building.toFixed(0)} ms`);
console.log(
  `a search: median ${median.toFixed(2)} ms, worst ${worst.toFixed(2)} ms; reading all words once: ${floor.toFixed(1)} ms`,
);
console.log(
  `worst search / 100 ms promised: ${(worst / 100).toFixed(3)}; worst search / reading all words: ${(worst / floor).toFixed(3)}`,
);

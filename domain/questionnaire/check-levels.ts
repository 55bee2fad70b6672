import type { Exploration } from './explore.ts';
import type { Fault } from './fault.ts';
import { levelOf, type Moment, pathOf } from './moment.ts';
import type { Questionnaire } from './questionnaire.ts';

/** Every score that answers can give has one level; levels go from the least to the most serious, and each can be given. */
export function checkLevels(questionnaire: Questionnaire, { ends }: Exploration): readonly Fault[] {
  const { levels } = questionnaire;
  const byScore = new Map<number, Moment>();
  for (const end of ends) {
    // Hard rules give their level whatever the score: only who has none shows what the score gives.
    if (end.alert < 0 && !byScore.has(end.score)) {
      byScore.set(end.score, end);
    }
  }
  const scores = [...byScore].sort(([a], [b]) => a - b);
  const levelsOf = (score: number) => levels.filter(({ from, to }) => from <= score && score <= (to ?? score));
  const gap = scores.find(([score]) => levelsOf(score).length === 0);
  const overlap = scores.find(([score]) => levelsOf(score).length > 1);
  return [
    ...checkOrder(questionnaire),
    ...(gap === undefined ? [] : [gapAt(questionnaire, ...gap)]),
    ...(overlap === undefined
      ? []
      : [
          overlapAt(
            levelsOf(overlap[0]).map(({ code }) => code),
            ...overlap,
          ),
        ]),
    ...(gap === undefined && overlap === undefined ? checkUse(questionnaire, ends) : []),
  ];
}

function checkOrder({ levels }: Questionnaire): readonly Fault[] {
  return levels.flatMap(({ code, from }, index) => {
    const before = levels[index - 1];
    return before === undefined || before.from < from
      ? []
      : [
          {
            reason: 'order',
            place: `levels[${index}].from`,
            text: `Le niveau « ${code} » commence à ${from}, et le précédent, « ${before.code} », à ${before.from} ; valeur acceptée : des niveaux du moins au plus grave, de seuils croissants.`,
          } as const,
        ];
  });
}

function gapAt({ levels }: Questionnaire, score: number, end: Moment): Fault {
  const index = levels.findLastIndex(({ from }) => from <= score);
  const place = index < 0 ? 'levels[0].from' : `levels[${index}].to`;
  return {
    reason: 'gap',
    place,
    text: `Le score ${score} n’a pas de niveau ; valeur acceptée : des niveaux qui se touchent, le premier à partir de 0, le dernier sans « to ».`,
    path: pathOf(end),
  };
}

function overlapAt(codes: readonly string[], score: number, end: Moment): Fault {
  return {
    reason: 'overlap',
    place: 'levels',
    text: `Le score ${score} a plusieurs niveaux (${codes.join(', ')}) ; valeur acceptée : un seul niveau par score.`,
    path: pathOf(end),
  };
}

function checkUse(questionnaire: Questionnaire, ends: readonly Moment[]): readonly Fault[] {
  const { levels } = questionnaire;
  const given = new Set(ends.map((end) => levelOf(questionnaire, end)));
  const highest = ends.toSorted((a, b) => b.score - a.score)[0];
  return levels.flatMap(({ code }, index) =>
    given.has(index)
      ? []
      : [
          {
            reason: 'unused-level',
            place: `levels[${index}]`,
            text: `Aucune réponse ne donne le niveau « ${code} » : le score le plus haut est ${highest?.score}, et aucune règle n’y mène.`,
            ...(highest !== undefined && { path: pathOf(highest) }),
          } as const,
        ],
  );
}

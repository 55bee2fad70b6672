import type { LaneRandom } from '../../local/kernel/random.ts';

/** Share of questions, by id, to which somebody says something else than the first answer. */
const otherwise: Readonly<Record<string, number>> = {
  respondent: 0,
  consentement: 0.03,
  signes: 0.005,
  statut: 0,
  departement: 0,
  mineur: 0,
  'motif-refus': 0.7,
};
const usually = 0.12;

/** Answers of somebody who is well enough: mostly the first of each list, which is the one that worries least. */
export function drawnAnswers(random: LaneRandom): (question: string, codes: readonly string[]) => string {
  const told = new Map<string, string>();
  return (question, codes) => {
    const differs = random.chance(otherwise[question] ?? usually);
    const code = told.get(question) ?? (differs ? random.pick(codes) : (codes[0] ?? ''));
    told.set(question, code);
    return code;
  };
}

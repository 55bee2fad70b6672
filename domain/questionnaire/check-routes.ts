import type { Exploration } from './explore.ts';
import type { Fault } from './fault.ts';
import { levelOf, pathOf } from './moment.ts';
import type { Questionnaire } from './questionnaire.ts';

/** Whoever ends at a level that is referred has a cell that takes charge (REFLEX-18): a wish or a correction is not taking charge. */
export function checkRoutes(questionnaire: Questionnaire, { ends }: Exploration): readonly Fault[] {
  const { levels, referrals } = questionnaire;
  return levels.flatMap(({ code, route }, index) => {
    const hasOtherwise = referrals.some(
      (rule) => rule.otherwise === true && rule.whenAny === undefined && (rule.levels ?? [code]).includes(code),
    );
    if (route !== 'referral' || hasOtherwise) {
      return [];
    }
    const lost = ends.find((end) => levelOf(questionnaire, end) === index && !end.charged.has(index));
    return lost === undefined
      ? []
      : [
          {
            reason: 'no-route',
            place: 'referrals',
            text: `Ces réponses mènent au niveau « ${code} », signalé à une cellule, et aucune règle n’en désigne une ; valeur acceptée : une règle pour ces réponses, ou une règle « otherwise » pour ce niveau.`,
            path: pathOf(lost),
          } as const,
        ];
  });
}

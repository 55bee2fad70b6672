import { holds } from './condition.ts';
import type { Exploration } from './explore.ts';
import type { Fault } from './fault.ts';
import { pathOf } from './moment.ts';
import type { Questionnaire } from './questionnaire.ts';
import { fires } from './walk.ts';

/** Each hard rule can hold: one that asks for answers which never go together protects nobody. The counter-example comes closest to it. */
export function checkHardRules({ hardRules, questions }: Questionnaire, { at, ends }: Exploration): readonly Fault[] {
  return hardRules.flatMap((rule, index): readonly Fault[] => {
    // A rule comes to hold at one of its questions: the moments there still know the others.
    const isPossible = questions.some((question, position) =>
      question.answers.some(({ code }) =>
        rule.whenAll.some((one) => one.question === question.id && one.answers.includes(code))
          ? (at[position] ?? []).some(({ answers }) => fires(rule, new Map(answers).set(question.id, code)))
          : false,
      ),
    );
    if (isPossible) {
      return [];
    }
    const paths = ends.map(pathOf);
    const near = (path: (typeof paths)[number]) => {
      const answers = new Map(path.map(({ question, answer }) => [question, answer]));
      return rule.whenAll.filter((one) => holds(one, answers)).length;
    };
    const closest = paths.toSorted((a, b) => near(b) - near(a))[0];
    return [
      {
        reason: 'unused-rule',
        place: `hardRules[${index}].whenAll`,
        text: `L’alerte « ${rule.alert} » n’arrive jamais : ses réponses ne peuvent pas être données ensemble ; valeur acceptée : des réponses qu’une même personne peut donner.`,
        ...(closest !== undefined && { path: closest }),
      },
    ];
  });
}

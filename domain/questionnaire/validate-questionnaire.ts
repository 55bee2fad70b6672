import { checkBranches } from './check-branches.ts';
import { checkHardRules } from './check-hard-rules.ts';
import { checkLevels } from './check-levels.ts';
import { checkReferences } from './check-references.ts';
import { checkRoutes } from './check-routes.ts';
import { type Exploration, explore } from './explore.ts';
import type { Fault } from './fault.ts';
import { findLowering, type Lowering } from './find-lowering.ts';
import { levelOf, pathOf } from './moment.ts';
import type { Questionnaire } from './questionnaire.ts';

/**
 * Everything that keeps a questionnaire from being published; none means that every path ends in a level and a route, and that no worse answer
 * lowers the level (REFLEX-14). Exact, over every combination of answers.
 */
export function validateQuestionnaire(questionnaire: Questionnaire): readonly Fault[] {
  const references = checkReferences(questionnaire);
  const twice = references.filter(({ reason }) => reason === 'twice');
  if (twice.length > 0) {
    return twice;
  }
  const exploration = explore(questionnaire);
  if (exploration.isCut) {
    return [...references, tooLarge];
  }
  const branches = [...references, ...checkBranches(questionnaire, exploration)];
  const outcomes = [
    ...checkLevels(questionnaire, exploration),
    ...checkRoutes(questionnaire, exploration),
    ...checkHardRules(questionnaire, exploration),
  ];
  // A rule about a question that does not exist never holds either: the cause is enough.
  const faults = branches.length > 0 ? branches : outcomes;
  return faults.length > 0 ? faults : lowerings(questionnaire, exploration);
}

const tooLarge: Fault = {
  reason: 'too-large',
  place: 'questions',
  text: 'Trop de questions dépendent ensemble d’autres réponses pour que tout puisse être vérifié ; simplifiez les conditions.',
};

function lowerings(questionnaire: Questionnaire, exploration: Exploration): readonly Fault[] {
  return findLowering(questionnaire, exploration).map(({ question, one, other }: Lowering) => {
    const label = (moment: typeof one) => questionnaire.levels[levelOf(questionnaire, moment)]?.label ?? '';
    const said = (moment: typeof one) => {
      const code = pathOf(moment).find((step) => step.question === question.id)?.answer;
      return question.answers.find((answer) => answer.code === code)?.label ?? '';
    };
    return {
      reason: 'lowers',
      place: `questions[${questionnaire.questions.indexOf(question)}]`,
      text: `À « ${question.id} », répondre « ${said(other)} » au lieu de « ${said(one)} », qui a moins de points, fait passer du niveau « ${label(one)} » au niveau « ${label(other)} » ; valeur acceptée : une réponse pire ne baisse jamais le niveau.`,
      path: pathOf(one),
      worse: pathOf(other),
    };
  });
}

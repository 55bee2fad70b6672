import type { Exploration } from './explore.ts';
import type { Fault } from './fault.ts';
import { type Moment, pathOf } from './moment.ts';
import type { Questionnaire } from './questionnaire.ts';

/** Every question can be reached and answered, and every answer leads on (REFLEX-13, REFLEX-14). */
export function checkBranches(questionnaire: Questionnaire, exploration: Exploration): readonly Fault[] {
  const longest = exploration.ends.toSorted((a, b) => pathOf(b).length - pathOf(a).length)[0];
  const faults = questionnaire.questions.flatMap(({ id, kind, answers }, index): readonly Fault[] => {
    const place = `questions[${index}]`;
    const moment = exploration.at[index]?.[0];
    if (moment === undefined) {
      const text = `La question « ${id} » n’est posée à personne, quelles que soient les réponses : chaque question doit pouvoir être posée.`;
      return [{ reason: 'unreachable', place, text, ...shownBy(longest) }];
    }
    if (kind === 'text') {
      const text = `« ${place}.kind » vaut « text » : la question « ${id} » demande un texte libre, qui ne donne pas de points ; valeur acceptée : closed, avec des réponses. Le commentaire est à côté.`;
      return [{ reason: 'free-text', place: `${place}.kind`, text, ...shownBy(moment) }];
    }
    if (answers.length === 0) {
      const text = `La question « ${id} » n’a pas de réponse : le questionnaire s’y arrête ; valeur acceptée : au moins une réponse.`;
      return [{ reason: 'dead-end', place: `${place}.answers`, text, ...shownBy(moment) }];
    }
    return answers.flatMap((answer, rank) => {
      const broken = exploration.broken.find((one) => one.answer === answer.code && one.moment.position === index);
      return broken === undefined ? [] : [brokenBranch(id, `${place}.answers[${rank}].next`, answer, broken)];
    });
  });
  // Nothing behind a question where everyone stops can be reached: the cause is enough.
  const causes = faults.filter(({ reason }) => reason !== 'unreachable');
  return causes.length > 0 ? causes : faults;
}

function brokenBranch(
  question: string,
  place: string,
  { code, next }: { readonly code: string; readonly next?: string },
  { moment, fault }: Exploration['broken'][number],
): Fault {
  const what = fault === 'cycle' ? 'revient en arrière, et le questionnaire tournerait sans fin' : 'n’existe pas';
  return {
    reason: fault,
    place,
    text: `La réponse « ${code} » à « ${question} » mène à « ${next} », qui ${what} ; valeur acceptée : une question posée après, ou end.`,
    path: [...pathOf(moment), { question, answer: code }],
  };
}

function shownBy(moment: Moment | undefined): Pick<Fault, 'path'> {
  return moment === undefined ? {} : { path: pathOf(moment) };
}

import type { Fault } from './fault.ts';
import type { Questionnaire } from './questionnaire.ts';
import { adviceIndex } from './walk.ts';

/** Everyone who goes on hears the advice: the question that it comes before is there, and no answer jumps over it but to the end (ARS-17). */
export function checkAdvice(questionnaire: Questionnaire): readonly Fault[] {
  const { advice, questions } = questionnaire;
  const from = adviceIndex(questionnaire);
  if (advice.before === undefined) {
    return [];
  }
  if (from < 0) {
    const accepted = questions.map(({ id }) => id).join(', ');
    const text = `« advice.before » vaut « ${advice.before} » ; valeur acceptée : une question : ${accepted}.`;
    return [{ reason: 'unknown', place: 'advice.before', text }];
  }
  const isOver = (next: string | undefined) => questions.findIndex(({ id }) => id === next) > from;
  const jumps = questions.slice(0, from).flatMap(({ answers }, index) =>
    answers.flatMap(({ code, next }, at) =>
      isOver(next)
        ? [
            {
              reason: 'unreachable',
              place: `questions[${index}].answers[${at}].next`,
              text: `La réponse « ${code} » mène à « ${next} » sans que les conseils aient été dits ; valeur acceptée : « ${advice.before} » au plus loin, ou end.`,
            } as const,
          ]
        : [],
    ),
  );
  const skips = questions[from]?.skipWhenAny ?? [];
  return skips.length === 0
    ? jumps
    : [
        ...jumps,
        {
          reason: 'unreachable',
          place: 'advice.before',
          text: `« advice.before » vaut « ${advice.before} », qui n’est pas posée à tous ; valeur acceptée : une question sans « skipWhenAny ».`,
        },
      ];
}

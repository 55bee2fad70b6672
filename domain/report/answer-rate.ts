/** What the answer rate is made of. Numbers of calls; `answered + reachedByCallback <= offered`. */
export interface AnswerCounts {
  /** Calls that entered a queue in opening hours. */
  readonly offered: number;
  /** Of them, those an agent answered live. */
  readonly answered: number;
  /** Of the others, those whose caller was reached by callback before the end of the next open day. */
  readonly reachedByCallback: number;
}

/** Fractions 0..1 of the offered calls; `answer + unanswered = 1`. */
export interface AnswerRate {
  /** « Taux de réponse »: answered live or reached by callback. At least 80 % (SAMPS-05). */
  readonly answer: number;
  /** « Non répondus »: its complement, same denominator. Between 0 and 20 % (SAMPS-06). */
  readonly unanswered: number;
  /** « Taux de décroché »: answered live only, the stricter rate published beside. */
  readonly live: number;
}

/**
 * The one definition of the answer rate (SAMPS-05, SAMPS-06, COMMON-26, readings ), quoted by every page and workbook. Undefined
 * when nothing was offered: there is no rate of nothing. To get the rate of several days or schemes, add their counts first.
 */
export function answerRate(counts: AnswerCounts): AnswerRate | undefined {
  const { offered, answered, reachedByCallback } = counts;
  if (answered + reachedByCallback > offered) {
    throw new Error(
      `${answered} answered and ${reachedByCallback} reached exceed ${offered} offered calls; accepted: at most as many as offered`,
    );
  }
  if (offered === 0) {
    return undefined;
  }
  const answer = (answered + reachedByCallback) / offered;
  return { answer, unanswered: 1 - answer, live: answered / offered };
}

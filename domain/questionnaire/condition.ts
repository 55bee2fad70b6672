/** Holds when the question was asked and got one of these answers. */
export interface Condition {
  readonly question: string;
  readonly answers: readonly string[];
}

/** `answers`: code by question id, of the questions that were asked. */
export function holds({ question, answers }: Condition, given: ReadonlyMap<string, string>): boolean {
  const answer = given.get(question);
  return answer !== undefined && answers.includes(answer);
}

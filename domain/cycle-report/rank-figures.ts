import { tally } from '../report/tally.ts';
import type { CyclePerson } from './cycle-facts.ts';
import { usefulAttempt } from './useful-attempt.ts';

/** What came of the dials of one rank: first, second… */
export interface RankFigures {
  readonly rank: number;
  readonly attempts: number;
  readonly answered: number;
  readonly useful: number;
  /** Dials by disposition. */
  readonly dispositions: Readonly<Record<string, number>>;
}

export function rankFigures(people: readonly CyclePerson[]): readonly RankFigures[] {
  const ranks: { attempts: number; answered: number; useful: number; dispositions: string[] }[] = [];
  for (const person of people) {
    const { attempts } = person;
    for (const [index, attempt] of attempts.filter(({ n }) => n > 0).entries()) {
      const rank = ranks[index] ?? { attempts: 0, answered: 0, useful: 0, dispositions: [] };
      ranks[index] = rank;
      rank.attempts += 1;
      rank.answered += attempt.answeredByCustomer ? 1 : 0;
      rank.useful += attempt === usefulAttempt(person) ? 1 : 0;
      rank.dispositions.push(attempt.disposition);
    }
  }
  return ranks.map((rank, index) => ({ ...rank, rank: index + 1, dispositions: tally(rank.dispositions) }));
}

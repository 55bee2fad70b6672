import type { LaneRandom } from '../../local/kernel/random.ts';

/** What somebody at the other end of the line wants, as far as an agent finds out by talking with them. */
export type Purpose =
  /** Answers the questionnaire to its end, or to `stopsAfter` answers and hangs up. */
  | { readonly type: 'answers'; readonly who: 'person' | 'relative'; readonly stopsAfter?: number }
  /** Says something that ends the call: the disposition that says it. */
  | {
      readonly type: 'says';
      readonly disposition: string;
      readonly askedInMinutes?: number;
      readonly absentDays?: number;
    };

/** Two people on a line. */
export interface Conversation {
  readonly purpose: Purpose;
  /** How long it takes, seconds: conversation, then what the agent writes after it. */
  readonly talkSeconds: number;
  readonly wrapUpSeconds: number;
  /** What they answer to a question, one of its answers' codes. */
  answer(question: string, codes: readonly string[]): string;
  hangUp(): void;
}

/** Conversations in hand, by agent: what is said on a line reaches whoever is at its other end, and nobody else. */
export type OnTheLine = Map<string, Conversation>;

/** Who answers and what of, once the telephone is picked up. Shares of a plausible cycle; most answer to the end. */
export function drawPurpose(random: LaneRandom): Purpose {
  const draw = random.next();
  const who = random.chance(0.05) ? 'relative' : 'person';
  if (draw < 0.93) return { type: 'answers', who };
  if (draw < 0.95) return { type: 'answers', who, stopsAfter: random.integer(1, 9) };
  if (draw < 0.97)
    return {
      type: 'says',
      disposition: 'call-later',
      askedInMinutes: 60 * random.integer(2, 5) + random.integer(0, 59),
    };
  if (draw < 0.99) return { type: 'says', disposition: 'helper-answered' };
  return { type: 'says', disposition: random.chance(0.5) ? 'language-barrier' : 'hearing' };
}

/** What is said when there is no use in calling again. */
export function drawStop(random: LaneRandom): Purpose {
  const draw = random.next();
  if (draw < 0.6) return { type: 'says', disposition: 'refused' };
  if (draw < 0.8) return { type: 'says', disposition: 'away', absentDays: random.integer(3, 20) };
  if (draw < 0.92) return { type: 'says', disposition: 'hospitalised' };
  return { type: 'says', disposition: random.chance(0.5) ? 'moved' : 'deceased' };
}

/** Answers of somebody who is well, but for one in six who is not. */
export function drawnAnswers(random: LaneRandom): Conversation['answer'] {
  const frail = random.chance(0.16);
  const told = new Map<string, string>();
  return (question, codes) => {
    const worse = random.chance(frail ? 0.45 : 0.12);
    const code = told.get(question) ?? (worse ? random.pick(codes) : (codes[0] ?? ''));
    told.set(question, code);
    return code;
  };
}

/** Seconds of talk and of writing after it: a mean of 5.5 minutes for a questionnaire, 45 s for anything else, varying by half (REFLEX-31). */
export function drawnLength(
  random: LaneRandom,
  purpose: Purpose,
  { usefulSeconds, failedSeconds, variation }: { usefulSeconds: number; failedSeconds: number; variation: number },
): Pick<Conversation, 'talkSeconds' | 'wrapUpSeconds'> {
  const sigma = Math.sqrt(Math.log(1 + variation ** 2));
  const mean = purpose.type === 'answers' ? usefulSeconds : failedSeconds;
  const whole = random.logNormal(mean * Math.exp(-(sigma ** 2) / 2), sigma);
  const wrapUpSeconds = Math.min(90, Math.max(6, whole * 0.15));
  return { talkSeconds: Math.max(8, whole - wrapUpSeconds), wrapUpSeconds };
}

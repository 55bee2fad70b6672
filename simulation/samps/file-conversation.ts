import type { LaneRandom } from '../../local/kernel/random.ts';

/** Who is at the other end of a call about a file, as an agent finds out by talking with them. */
export interface FileConversation {
  readonly disposition: string;
  /** With `complete`: what they will do. */
  readonly outcome?: string;
  /** With `call-later`: when they would rather be called. */
  readonly laterMinutes?: number;
  readonly seconds: number;
  /** The agent came to read them the script. */
  readonly listens: boolean;
}

/** Conversations in hand, by agent: what is said on a line reaches whoever is at its other end. */
export type FileCalls = Map<string, FileConversation>;

/** Codes of the script's outcomes that people choose, the most frequent first. */
export function drawConversation(random: LaneRandom, outcomes: readonly string[]): FileConversation {
  const draw = random.next();
  const seconds = Math.min(900, Math.max(60, random.logNormal(190, 0.4)));
  if (draw < 0.86) {
    const choice = Math.min(outcomes.length - 1, Math.floor(random.exponential(1.2)));
    return { disposition: 'complete', outcome: outcomes[choice] ?? '', seconds, listens: true };
  }
  if (draw < 0.91) {
    return { disposition: 'call-later', laterMinutes: 60 + random.integer(0, 90), seconds: 25, listens: false };
  }
  if (draw < 0.95) return { disposition: 'refused', seconds: 30, listens: false };
  return { disposition: random.chance(0.5) ? 'helper-answered' : 'wrong-number', seconds: 20, listens: false };
}

export const machine: FileConversation = { disposition: 'voicemail', seconds: 9, listens: false };

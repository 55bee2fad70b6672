import type { TrainingAnswer, TrainingCall } from '../../contracts/training.ts';
import type { Content } from '../content/content.ts';
import type { Programme } from '../programme/programme.ts';

export type { TrainingCall };

/** Invented calls to learn with, over the lists in force (SAMPS-45). Reads nothing about anybody, and nothing of them is ever written. */
export async function trainingOf(
  { name, training = [] }: Programme,
  at: string,
  content: Content,
): Promise<TrainingAnswer> {
  const [schemes, motives] = await Promise.all([
    content.inForce(name, 'schemes', at),
    content.inForce(name, 'motives', at),
  ]);
  return {
    schemes: schemes.map(({ code, label }) => ({ code, label })),
    motives: motives.map(({ code, label }) => ({ code, label })),
    calls: training,
  };
}

import type { LaneRandom } from '../../local/kernel/random.ts';

/** A draw of Beta(alpha, beta), as a ratio of two gamma draws. */
export function betaDraw(random: LaneRandom, alpha: number, beta: number): number {
  const x = gammaDraw(random, alpha);
  return x / (x + gammaDraw(random, beta));
}

/** Marsaglia and Tsang (2000); below 1, by the draw of one more and a power. */
function gammaDraw(random: LaneRandom, shape: number): number {
  if (shape < 1) {
    return gammaDraw(random, shape + 1) * (1 - random.next()) ** (1 / shape);
  }
  const d = shape - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  for (;;) {
    const normal = Math.log(random.logNormal(1, 1));
    const v = (1 + c * normal) ** 3;
    if (v > 0 && Math.log(1 - random.next()) < normal ** 2 / 2 + d - d * v + d * Math.log(v)) {
      return d * v;
    }
  }
}

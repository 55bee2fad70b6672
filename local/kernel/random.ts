import { createHash } from 'node:crypto';

/** Deterministic random numbers of one lane: what one caller or call draws never depends on another. */
export interface LaneRandom {
  /** Uniform in [0, 1). */
  next(): number;
  /** Uniform integer in [min, max]. */
  integer(min: number, max: number): number;
  /** Exponential with the given mean (same unit as the mean). */
  exponential(mean: number): number;
  /** Log-normal with the given median and sigma of the logarithm. */
  logNormal(median: number, sigma: number): number;
  /** One element; throws on an empty list. */
  pick<T>(items: readonly T[]): T;
  chance(probability: number): boolean;
}

/** SHA-256 of the parts, hexadecimal: the one way ids and seeds are derived from inputs. */
export function derive(...parts: readonly (string | number)[]): string {
  return createHash('sha256').update(parts.join('\u0000')).digest('hex');
}

/** A UUID (version 8 layout) derived from the parts. */
export function deriveUuid(...parts: readonly (string | number)[]): string {
  const hex = derive(...parts);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

/** Random numbers for `lane` under `seed` (sfc32 over a SHA-256 seed). */
export function laneRandom(seed: string | number, lane: string): LaneRandom {
  const bytes = createHash('sha256').update(`${seed}\u0000${lane}`).digest();
  let a = bytes.readUInt32LE(0);
  let b = bytes.readUInt32LE(4);
  let c = bytes.readUInt32LE(8);
  let counter = 1;
  const next = (): number => {
    const t = (a + b + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = ((c << 21) | (c >>> 11)) + t;
    return (t >>> 0) / 4294967296;
  };
  const normal = (): number => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next());
  return {
    next,
    integer: (min, max) => min + Math.floor(next() * (max - min + 1)),
    exponential: (mean) => -mean * Math.log(1 - next()),
    logNormal: (median, sigma) => median * Math.exp(sigma * normal()),
    pick: (items) => {
      const item = items[Math.floor(next() * items.length)];
      if (item === undefined) throw new Error('laneRandom.pick: the list is empty; give at least one item');
      return item;
    },
    chance: (probability) => next() < probability,
  };
}

import crypto from 'node:crypto';
import { syncBuiltinESMExports } from 'node:module';
import { type LaneRandom, laneRandom } from '../kernel/random.ts';

/**
 * Random sources that draw from the seed, so that a day can be played again. Each source has a stream of its own: how often the SDK
 * draws (a retry more or less) does not change what a handler draws elsewhere.
 */
export function seededSources(seed: string) {
  let streams = new Map<string, LaneRandom>();
  let lane = 'cold-start';
  const stream = (source: string): LaneRandom => {
    const known = streams.get(source);
    if (known !== undefined) return known;
    const fresh = laneRandom(seed, `${lane}/${source}`);
    streams.set(source, fresh);
    return fresh;
  };
  const fill = <T extends NodeJS.ArrayBufferView | ArrayBuffer>(source: string, target: T): T => {
    const bytes = ArrayBuffer.isView(target)
      ? new Uint8Array(target.buffer, target.byteOffset, target.byteLength)
      : new Uint8Array(target);
    const random = stream(source);
    for (let index = 0; index < bytes.length; index += 1) bytes[index] = Math.floor(random.next() * 256);
    return target;
  };
  const uuid = (source: string): `${string}-${string}-${string}-${string}-${string}` => {
    const bytes = fill(source, Buffer.alloc(16));
    bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
    bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
    const hex = bytes.toString('hex');
    return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
  };

  return {
    random: () => stream('Math.random').next(),
    /** Members of `node:crypto`. */
    node: {
      randomUUID: () => uuid('randomUUID'),
      randomBytes(size: number, callback?: (error: null, bytes: Buffer) => void) {
        const bytes = fill('randomBytes', Buffer.alloc(size));
        if (callback === undefined) return bytes;
        setImmediate(callback, null, bytes);
        return undefined;
      },
      randomInt(first: number, second?: unknown, third?: unknown) {
        const [min, max] = typeof second === 'number' ? [first, second] : [0, first];
        const drawn = stream('randomInt').integer(min, max - 1);
        const callback = typeof second === 'function' ? second : third;
        if (typeof callback !== 'function') return drawn;
        setImmediate(() => callback(null, drawn));
        return undefined;
      },
      randomFillSync<T extends NodeJS.ArrayBufferView>(target: T, offset = 0, size?: number) {
        const view = new Uint8Array(target.buffer, target.byteOffset, target.byteLength);
        fill('randomFill', view.subarray(offset, size === undefined ? undefined : offset + size));
        return target;
      },
    },
    /** Members of the global `crypto`. */
    web: {
      getRandomValues: <T extends NodeJS.ArrayBufferView>(target: T) => fill('getRandomValues', target),
      randomUUID: () => uuid('crypto.randomUUID'),
    },
    /** Starts the streams of one invocation. */
    start(next: string) {
      lane = next;
      streams = new Map();
    },
  };
}

/** Makes every random source of this thread draw from the seed. Returns the function that starts the streams of one invocation. */
export function seedRandomness(seed: string): (lane: string) => void {
  const sources = seededSources(seed);
  Math.random = sources.random;
  Object.assign(crypto, sources.node);
  syncBuiltinESMExports();
  Object.defineProperties(globalThis.crypto, {
    getRandomValues: { value: sources.web.getRandomValues },
    randomUUID: { value: sources.web.randomUUID },
  });
  return sources.start;
}

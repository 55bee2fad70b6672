import { getHeapStatistics, setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

const checkedEveryMs = 500;

/**
 * Collects the garbage of this thread whenever its heap has grown by `growthMb`, or by half when that is more, since it was last collected. V8 alone waits until its heap comes
 * near the machine's memory: a month would then hold two gigabytes of garbage. Stops with the function that it answers.
 */
export function keepHeapSmall(growthMb: number): () => void {
  const collect = collector();
  let floor = heapSize();
  const timer = setInterval(() => {
    if (heapSize() < floor + Math.max(growthMb * 1e6, floor / 2)) return;
    collect();
    floor = heapSize();
  }, checkedEveryMs);
  timer.unref();
  return () => clearInterval(timer);
}

/** Bytes held from the system by objects, and by buffers that objects hold. */
function heapSize(): number {
  const { total_heap_size: heap, external_memory: buffers } = getHeapStatistics();
  return heap + buffers;
}

/**
 * V8's own collection, which Node shows only to contexts made while the flag is set. The last resort also gives back the room of young objects,
 * which otherwise stays at its greatest: some hundred megabytes.
 */
function collector(): () => void {
  setFlagsFromString('--expose-gc');
  const collect: unknown = runInNewContext('gc');
  setFlagsFromString('--no-expose-gc');
  if (typeof collect !== 'function')
    throw new Error('this Node.js gives no way to collect garbage; needed: V8 with gc()');
  return () => collect({ type: 'major', flavor: 'last-resort' });
}

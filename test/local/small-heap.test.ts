import { setTimeout as sleep } from 'node:timers/promises';
import { getHeapStatistics } from 'node:v8';
import { describe, expect, it } from 'vitest';
import { keepHeapSmall } from '../../local/small-heap.ts';

describe('a heap kept small', () => {
  it('gives back what nothing holds any more, without being asked', async () => {
    const stop = keepHeapSmall(16);
    const size = () => getHeapStatistics().total_heap_size / 1e6;
    const before = size();
    let dropped: unknown[] = Array.from({ length: 400_000 }, (_, n) => ({ n, text: `object ${n}` }));
    expect(size()).toBeGreaterThan(before + 20);
    dropped = [];
    while (size() > before + 15) await sleep(50);
    stop();
    expect(dropped).toEqual([]);
  });
});

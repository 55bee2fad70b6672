import { describe, expect, it } from 'vitest';
import { rememberedDays } from '../../../lambdas/middleware/remembered-days.ts';

function journal() {
  const clock = { now: '2026-07-08T12:00:00.000Z' };
  const reads: string[] = [];
  const failing = new Set<string>();
  const remembered = rememberedDays(
    {
      async read(_programme, day) {
        reads.push(day);
        if (failing.delete(day)) throw new Error('throttled');
        return [];
      },
    },
    () => clock.now,
  );
  return { clock, reads, failing, read: async (day: string) => await remembered.read('samps', day) };
}

describe('COMMON-44: days of the journal that a board of campaigns looks at each minute', () => {
  it('are read each time while they may grow, and once an hour when they are over', async () => {
    const { clock, reads, read } = journal();
    for (const day of ['2026-07-05', '2026-07-07', '2026-07-08', '2026-07-05', '2026-07-07', '2026-07-08']) {
      await read(day);
    }
    expect(reads).toEqual(['2026-07-05', '2026-07-07', '2026-07-08', '2026-07-07', '2026-07-08']);
    clock.now = '2026-07-08T13:00:01.000Z';
    await read('2026-07-05');
    expect(reads.filter((day) => day === '2026-07-05')).toHaveLength(2);
  });

  it('a read that failed is tried again', async () => {
    const { failing, reads, read } = journal();
    failing.add('2026-07-05');
    await expect(read('2026-07-05')).rejects.toThrow('throttled');
    expect(await read('2026-07-05')).toEqual([]);
    expect(reads).toHaveLength(2);
  });
});

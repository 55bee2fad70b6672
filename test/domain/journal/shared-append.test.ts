import { describe, expect, it } from 'vitest';
import type { JournalEntry } from '../../../domain/journal/entry.ts';
import { SharedAppend } from '../../../domain/journal/shared-append.ts';

const entry = (id: string): JournalEntry => ({
  kind: 'cycle',
  programme: 'p',
  day: '2026-07-06',
  time: '2026-07-06T07:00:00.000Z',
  id,
  campaign: 'c',
  campaignType: 'canicule',
  drill: false,
  cycle: 1,
  change: { type: 'ended' },
});

/** Tasks that file one entry each, then change what it is of, as records of attempts do. */
async function live(ids: readonly string[], append: (entries: readonly JournalEntry[]) => Promise<void>) {
  const shared = new SharedAppend({ append }, ids.length);
  const changed: string[] = [];
  const outcomes = await Promise.allSettled(
    ids.map(async (id) => {
      try {
        if (id === 'nothing') return;
        if (id === 'wrong') throw new Error('wrong');
        await shared.append([entry(id)]);
        changed.push(id);
        if (id === 'twice') await shared.append([entry('twice again')]);
      } finally {
        shared.leave();
      }
    }),
  );
  await shared.end();
  return { changed, failed: outcomes.filter(({ status }) => status === 'rejected').length };
}

describe('entries appended by several tasks at once', () => {
  it('COMMON-37: all are written by one request, before anything that follows from them', async () => {
    const written: string[][] = [];
    const { changed, failed } = await live(['a', 'nothing', 'b', 'wrong', 'twice'], async (entries) => {
      written.push(entries.map(({ id }) => id));
    });
    expect(written).toEqual([['a', 'b', 'twice'], ['twice again']]);
    expect([changed, failed]).toEqual([['a', 'b', 'twice'], 1]);
  });

  it('COMMON-37: when they cannot be written, nothing is changed', async () => {
    const { changed, failed } = await live(['a', 'b'], () => Promise.reject(new Error('journal away')));
    expect([changed, failed]).toEqual([[], 2]);
  });

  it('writes at the end what was kept beside', async () => {
    const written: string[] = [];
    const shared = new SharedAppend(
      { append: async (entries) => void written.push(...entries.map(({ id }) => id)) },
      1,
    );
    shared.keep([entry('segment')]);
    shared.leave();
    expect(written).toEqual([]);
    await shared.end();
    expect(written).toEqual(['segment']);
  });
});

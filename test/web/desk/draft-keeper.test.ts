import { describe, expect, it } from 'vitest';
import { DraftKeeper } from '../../../web/desk/draft-keeper.ts';

describe('what is typed before the page knows what was kept', () => {
  it.each([1, 9])('COMMON-22: goes over it, and nothing else of it is lost (kept at revision %s)', (revision) => {
    const keeper = new DraftKeeper(undefined, { save: async () => {}, later: () => () => {}, onChange: () => {} });
    for (const comment of ['a', 'ab', 'abc']) keeper.change({ comment });
    keeper.adopt({ revision, motive: 'AUTRE', comment: 'avant' });
    expect(keeper.draft).toEqual({ revision: Math.max(revision, 3) + 1, motive: 'AUTRE', comment: 'abc' });
    expect(keeper.isSaved).toBe(false);
  });
});

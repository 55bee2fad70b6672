import { describe, expect, it } from 'vitest';
import { isPresent, type KeptBoard, type PresentAgent, withSeen } from '../../../domain/presence/presence.ts';
import { at } from '../../support/calls/records.ts';

const seen = (second: number, changes: Partial<PresentAgent> = {}): PresentAgent => ({
  agent: 'malia.taofifenua',
  status: { name: 'Available', type: 'ROUTABLE', since: at(0) },
  contacts: [],
  routingProfile: 'samps-conseiller',
  eventAt: at(second),
  ...changes,
});

describe('the presence of an agent', () => {
  it('ends after five minutes of silence, or when offline', () => {
    expect(isPresent(seen(0), at(299))).toBe(true);
    expect(isPresent(seen(0), at(300))).toBe(false);
    expect(isPresent(seen(0, { status: { name: 'Offline', type: 'OFFLINE', since: at(0) } }), at(1))).toBe(false);
  });

  it('is news when something changed, or when the last news is as old as two heartbeats', () => {
    const contact = { contactId: 'c', state: 'CONNECTED', since: at(10) };
    const board = (...agents: PresentAgent[]): KeptBoard => ({ agents, version: 3 });
    const isNews = (one: PresentAgent, kept: KeptBoard, changed = false) =>
      withSeen(kept, [{ ...one, changed }]) !== undefined;
    expect(isNews(seen(0), board())).toBe(true);
    expect(isNews(seen(120), board(seen(0)))).toBe(false);
    expect(isNews(seen(240), board(seen(0)))).toBe(true);
    expect(isNews(seen(10, { contacts: [contact] }), board(seen(0)))).toBe(true);
    expect(isNews(seen(0, { contacts: [contact] }), board(seen(10)), true)).toBe(false);
  });

  it('told by a change is news even to whoever remembers that very state: it may have been overwritten since', () => {
    const board = { agents: [seen(0)], version: 3 };
    expect(withSeen(board, [{ ...seen(10), changed: true }])).toEqual({ agents: [seen(10)], version: 4 });
  });

  it('leaves the others where they are, and forgets who was not seen for a day', () => {
    const other = (second: number) => seen(second, { agent: 'ateliana' });
    const yesterday = seen(-86_400, { agent: 'wassissi' });
    expect(withSeen({ agents: [yesterday, other(0)], version: 0 }, [{ ...seen(0), changed: true }])).toEqual({
      agents: [other(0), seen(0)],
      version: 1,
    });
  });
});

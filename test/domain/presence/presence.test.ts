import { describe, expect, it } from 'vitest';
import { isNews, isPresent, type PresentAgent } from '../../../domain/presence/presence.ts';
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
    expect(isNews(seen(0), undefined)).toBe(true);
    expect(isNews(seen(120), seen(0))).toBe(false);
    expect(isNews(seen(240), seen(0))).toBe(true);
    expect(isNews(seen(10, { contacts: [contact] }), seen(0))).toBe(true);
    expect(isNews(seen(0, { contacts: [contact] }), seen(10))).toBe(false);
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ConsentFact, consentAt, standingConsent } from '../../../domain/consent/consent.ts';

const fact = (at: string, change: ConsentFact['change'], scope = 'messages'): ConsentFact => ({
  scope,
  change,
  at,
  channel: 'web',
  textVersion: '1',
});

describe('the ledger of consents', () => {
  it('COMMON-11: answers what somebody wanted at any instant', () => {
    const facts = [
      fact('2026-01-01T00:00:00.000Z', 'given'),
      fact('2026-02-01T00:00:00.000Z', 'withdrawn'),
      fact('2026-03-01T00:00:00.000Z', 'given'),
      fact('2026-02-15T00:00:00.000Z', 'given', 'recording'),
    ];
    const at = (day: string) => consentAt(facts, 'messages', `${day}T00:00:00.000Z`);
    expect(['2025-12-31', '2026-01-01', '2026-01-31', '2026-02-01', '2026-02-20', '2026-03-01'].map(at)).toEqual([
      'none',
      'given',
      'given',
      'withdrawn',
      'withdrawn',
      'given',
    ]);
  });

  it('COMMON-12: said at one instant, STOP holds, in whatever order the facts are read', () => {
    const instants = fc.constantFrom('2026-01-01T00:00:00.000Z', '2026-01-02T00:00:00.000Z');
    const some = fc.array(fc.tuple(instants, fc.constantFrom('given' as const, 'withdrawn' as const)), {
      minLength: 1,
    });
    fc.assert(
      fc.property(some, (said) => {
        const facts = said.map(([at, change]) => fact(at, change));
        const last = said
          .map(([at]) => at)
          .sort()
          .at(-1);
        const isStopped = said.some(([at, change]) => at === last && change === 'withdrawn');
        expect(standingConsent(facts, 'messages')).toBe(isStopped ? 'withdrawn' : 'given');
        expect(standingConsent(facts.toReversed(), 'messages')).toBe(isStopped ? 'withdrawn' : 'given');
      }),
    );
  });
});

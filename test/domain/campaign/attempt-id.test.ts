import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { attemptIdOf, parseAttemptId } from '../../../domain/campaign/attempt-id.ts';

describe('the id of an attempt', () => {
  it('says what it is made of, for campaigns that are started and for those that are fed', () => {
    const names = fc.record({
      campaign: fc.constantFrom('canicule_20260706T070000Z', 'caniculedrill_20260706T070000Z', 'j2', 'j7bis'),
      cycle: fc.constant(1),
      recipientId: fc.oneof(fc.uuid(), fc.stringMatching(/^[A-Za-z0-9_-]{1,22}$/)),
      n: fc.nat(999),
    });
    fc.assert(
      fc.property(names, (name) => {
        expect(parseAttemptId(attemptIdOf(name))).toEqual(name);
      }),
    );
    expect(parseAttemptId('canicule_20260706T070000Z-12-r1-3')).toMatchObject({ cycle: 12 });
    // What is fed for ever has one cycle.
    expect(parseAttemptId('j2-2-r1-3')).toBeUndefined();
  });

  it('is never that of a callback, which begins with the id of a contact', () => {
    fc.assert(
      fc.property(fc.uuid(), fc.nat(9), (contactId, n) => {
        expect(parseAttemptId(`${contactId}-${n}`)).toBeUndefined();
        expect(parseAttemptId(`callback-${contactId}-${n}`)).toBeUndefined();
      }),
      { numRuns: 500 },
    );
  });
});

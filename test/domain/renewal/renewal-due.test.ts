import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addMonths } from '../../../domain/renewal/add-months.ts';
import { aidShare, renewalDue } from '../../../domain/renewal/renewal-due.ts';
import { renewals } from '../../../programmes/samps/renewals.ts';

const due = (scheme: string, admittedOn: string, ...situations: string[]) =>
  renewalDue(renewals, { scheme, admittedOn, situations });

describe('SAMPS-33: renewal due dates', () => {
  it.each([
    ['AIDE_MEDICALE', '2025-03-15', [], '2025-09-15'],
    ['AIDE_MEDICALE', '2024-08-31', [], '2025-02-28'],
    ['AIDE_MEDICALE', '2023-08-31', [], '2024-02-29'],
    ['AIDE_MEDICALE', '2025-08-30', [], '2026-02-28'],
    ['AIDE_MEDICALE', '2025-12-31', [], '2026-06-30'],
    ['AIDE_MEDICALE', '2025-03-15', ['MINIMUM_VIEILLESSE'], '2026-03-15'],
    ['AIDE_MEDICALE', '2025-03-15', ['LONGUE_MALADIE'], '2026-03-15'],
    ['AIDE_MEDICALE', '2025-03-15', ['HANDICAP', 'LONGUE_MALADIE'], '2026-03-15'],
    ['AIDE_MEDICALE', '2025-03-15', ['AUTRE'], '2025-09-15'],
    ['MINIMUM_VIEILLESSE', '2025-01-31', [], '2026-01-31'],
    ['MINIMUM_VIEILLESSE', '2024-02-29', [], '2025-02-28'],
    // Files for 2026 open in May 2025; whoever filed since then is asked again in May 2026.
    ['BOURSES', '2025-02-10', [], '2025-05-01'],
    ['BOURSES', '2025-04-30', [], '2025-05-01'],
    ['BOURSES', '2025-05-01', [], '2026-05-01'],
    ['BOURSES', '2025-11-20', [], '2026-05-01'],
    ['NON_QUALIFIE', '2025-11-20', [], undefined],
  ])('%s admitted on %s %j is due on %s', (scheme, admittedOn, situations, expected) => {
    expect(due(scheme, admittedOn, ...situations)).toBe(expected);
  });

  it.each([
    ['2025-04-30', 'too-early'],
    ['2025-05-01', 1],
    ['2025-10-31', 1],
    ['2025-11-01', 0.75],
    ['2026-01-31', 0.75],
    ['2026-02-01', 0.5],
    ['2026-06-01', 0.25],
    ['2026-12-31', 0.25],
  ])('a scholarship for 2026 filed on %s is worth %s', (filedOn, share) => {
    expect(aidShare(renewals, { scheme: 'BOURSES', filedOn, year: 2026 })).toBe(share);
  });

  it('the aid of schemes with a term does not decrease', () => {
    expect(aidShare(renewals, { scheme: 'AIDE_MEDICALE', filedOn: '2025-06-01', year: 2026 })).toBeUndefined();
  });

  it('months added fall in the month meant, on its last day at most, and never go back', () => {
    const days = fc.integer({ min: 0, max: 40_000 }).map((n) => new Date(n * 86_400_000).toISOString().slice(0, 10));
    fc.assert(
      fc.property(days, fc.integer({ min: 0, max: 36 }), (day, months) => {
        const later = addMonths(day, months);
        const index = (one: string) => Number(one.slice(0, 4)) * 12 + Number(one.slice(5, 7));
        expect(index(later) - index(day)).toBe(months);
        expect(Number(later.slice(8)) <= Number(day.slice(8))).toBe(true);
        const isLast = new Date(Date.parse(later) + 86_400_000).toISOString().endsWith('-01T00:00:00.000Z');
        expect(later.slice(8) === day.slice(8) || isLast).toBe(true);
      }),
    );
  });
});

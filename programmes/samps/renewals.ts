import type { RenewalRule } from '../../domain/renewal/renewal-rules.ts';

/** Situations in which medical aid lasts a year (tender, « Les 3 aides sociales »). */
const situations = ['MINIMUM_VIEILLESSE', 'LONGUE_MALADIE', 'HANDICAP'];

/**
 * « En ligne tous les 6 mois, sauf pour les personnes admises au minimum vieillesse », long illness and recognised handicap: one year; « tous les ans »;
 * « à compter du mois de mai en année N pour l’année N+1 » (SAMPS-33). The tender says that the aid decreases and not by how much: these steps are ours
 * until the service gives its own.
 */
export const renewals: readonly RenewalRule[] = [
  { type: 'term', scheme: 'AIDE_MEDICALE', months: 6, longer: [{ situations, months: 12 }] },
  { type: 'term', scheme: 'MINIMUM_VIEILLESSE', months: 12, longer: [] },
  {
    type: 'yearly',
    scheme: 'BOURSES',
    opens: '05-01',
    steps: [
      { until: { year: 0, day: '10-31' }, share: 1 },
      { until: { year: 1, day: '01-31' }, share: 0.75 },
      { until: { year: 1, day: '05-31' }, share: 0.5 },
      { share: 0.25 },
    ],
  },
];

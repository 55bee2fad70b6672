import type { SchemeDefinition } from '../../domain/programme/programme.ts';

/** The three aids of the tender and what is none of them (SAMPS-01; placement in a specialised home is part of the second, A-06). */
export const schemes: readonly SchemeDefinition[] = [
  { code: 'AIDE_MEDICALE', label: 'Aide médicale', key: '1', queue: 'samps-aide-medicale' },
  { code: 'MINIMUM_VIEILLESSE', label: 'Minimum vieillesse', key: '2', queue: 'samps-minimum-vieillesse' },
  { code: 'BOURSES', label: 'Bourses', key: '3', queue: 'samps-bourses' },
  { code: 'NON_QUALIFIE', label: 'Non qualifié', key: '0', queue: 'samps-non-qualifie' },
];

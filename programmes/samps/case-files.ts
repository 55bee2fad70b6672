import type { CaseFile } from '../../domain/case/case-file.ts';

/** Invented files, for a deployment that has no PAM to ask: one of each state. */
export const sampsCaseFiles: readonly CaseFile[] = [
  {
    reference: 'AM-2025-0421',
    scheme: 'AIDE_MEDICALE',
    status: 'incomplete',
    missing: ['Justificatif de domicile de moins de 3 mois', 'Relevé de la CAFAT'],
    deadline: '2025-07-31',
  },
  { reference: 'AM-2025-0388', scheme: 'AIDE_MEDICALE', status: 'accepted', missing: [], renewalOn: '2025-12-15' },
  { reference: 'BO-2025-0107', scheme: 'BOURSES', status: 'refused', missing: [], refusalCode: 'R03' },
  { reference: 'BO-2025-0212', scheme: 'BOURSES', status: 'received', missing: [] },
  { reference: 'MV-2025-0033', scheme: 'MINIMUM_VIEILLESSE', status: 'refused', missing: [], refusalCode: 'R99' },
];

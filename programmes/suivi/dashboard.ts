import type { DashboardRules } from '../../domain/dashboard/dashboard-rules.ts';

/** What the ARS asks for beyond the contract is added to `indicators`, here or by a dated edit, and is in the next dashboard (ARS-33). */
export const dashboard: DashboardRules = {
  supportCell: 'ctai',
  indicators: [
    {
      code: 'part-web',
      label: 'Part du web',
      definition: 'Questionnaires complets remplis par la personne sur son téléphone ÷ questionnaires complets.',
      count: { fact: 'questionnaire', channel: 'web' },
      of: { fact: 'questionnaire' },
    },
  ],
};

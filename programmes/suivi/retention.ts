import type { RetentionContent } from '../../domain/programme/retention-content.ts';

const health = 'Données de santé : jusqu’à la fin du suivi et la restitution, puis trois mois';

/**
 * How long the follow-up keeps what it knows: health data go three months after the end of a follow-up, as do the people themselves; what somebody said about
 * being written to is kept three years under a pseudonym, so that a STOP outlives them. The contract is of three months, renewed by one (ARS-44).
 */
export const retention: RetentionContent = {
  retentionRules: {
    keep: [
      {
        data: 'follow-up',
        label: 'Personnes suivies, et tout ce qui les concerne',
        from: 'la fin du suivi',
        months: 3,
        basis: health,
      },
      {
        data: 'register',
        label: 'Personnes inscrites sans suivi',
        from: 'l’inscription',
        months: 3,
        basis: health,
      },
      {
        data: 'number',
        label: 'Numéros de personnes qui ne sont plus inscrites',
        from: 'le dernier appel',
        months: 3,
        basis: health,
      },
      { data: 'questionnaire', label: 'Réponses', from: 'la dernière réponse', months: 3, basis: health },
      { data: 'referral', label: 'Signalements clos', from: 'le dernier fait', months: 3, basis: health },
      { data: 'link', label: 'Liens personnels', from: 'leur expiration', months: 3, basis: health },
      {
        data: 'message',
        label: 'SMS : modèle, instants, résultat (le texte n’est jamais gardé)',
        from: 'le dernier accusé',
        months: 3,
        basis: health,
      },
      {
        data: 'refused-number',
        label: 'Numéros qui ne reçoivent pas de SMS, sous une clé',
        from: 'le refus',
        months: 13,
        basis: 'Ne pas écrire à un numéro invalide',
      },
      {
        data: 'consent',
        label: 'Accords et oppositions, sous un pseudonyme',
        from: 'ce qui a été dit',
        months: 36,
        basis: 'Preuve de l’opposition : trois ans',
      },
    ],
    contract: { begins: '2026-01-01', months: 3, renewalMonths: 1, renewals: 9 },
  },
};

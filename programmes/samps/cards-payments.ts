import type { CardSeed } from '../../domain/knowledge/seed-cards.ts';

const months = 'janvier février mars avril mai juin juillet août septembre octobre novembre décembre'.split(' ');

const ofMonth = (month: string) => (/^[ao]/.test(month) ? `d’${month}` : `de ${month}`);

/** Days of payment (SAMPS-17): examples of a contract year, replaced by the service's own calendar. */
export const paymentCards: readonly CardSeed[] = [
  {
    cardId: 'versement-personnes-agees',
    text: {
      title: 'Quel jour est versée l’allocation personnes âgées ?',
      answer:
        'L’allocation est versée une fois par mois, sur le compte bancaire. Le prochain versement est indiqué ci-dessous. Compter deux jours de plus selon la banque.',
      scheme: 'MINIMUM_VIEILLESSE',
      motive: 'DATE_VERSEMENT',
      keywords: ['paiement', 'virement', 'argent', 'date', 'minimum vieillesse'],
      checklist: [],
      dates: Array.from({ length: 12 }, (_, index) => {
        const month = ((index + 2) % 12) + 1;
        const year = month < 3 ? 2026 : 2025;
        return {
          day: `${year}-${String(month).padStart(2, '0')}-25`,
          label: `Allocation ${ofMonth(months[month - 1] ?? '')} ${year}`,
        };
      }),
    },
  },
  {
    cardId: 'versement-bourses',
    text: {
      title: 'Quand sont payées les bourses ?',
      answer:
        'Les aides aux boursiers sont payées en trois périodes, par virement à la famille ou à l’établissement. La prochaine période est indiquée ci-dessous.',
      scheme: 'BOURSES',
      motive: 'DATE_VERSEMENT',
      keywords: ['paiement', 'virement', 'trimestre', 'période', 'boursier', 'date'],
      checklist: [],
      dates: [
        { day: '2025-04-15', label: 'Première période' },
        { day: '2025-07-15', label: 'Deuxième période' },
        { day: '2025-10-15', label: 'Troisième période' },
      ],
    },
  },
];

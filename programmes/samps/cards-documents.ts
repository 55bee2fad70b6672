import type { CardText } from '../../domain/knowledge/card.ts';
import type { CardSeed } from '../../domain/knowledge/seed-cards.ts';

const criteria = (scheme: string, title: string, answer: string, checklist: readonly string[]): CardText => ({
  ...{ title, answer, scheme, checklist, motive: 'CRITERES_PIECES', dates: [] },
  keywords: ['critères', 'conditions', 'justificatifs', 'documents à fournir', 'renouvellement'],
});

/** Who has a right to each aid, and with which documents (SAMPS-13); what to do with a file that lacks some (SAMPS-14). */
export const documentCards: readonly CardSeed[] = [
  {
    cardId: 'aide-medicale-pieces',
    text: criteria(
      'AIDE_MEDICALE',
      'Aide médicale : qui y a droit, quelles pièces ?',
      'Il faut résider en province Sud et avoir des ressources sous le plafond. La demande se fait en ligne.\nElle se renouvelle tous les 6 mois ; tous les ans pour les personnes admises au minimum vieillesse, en longue maladie ou avec une reconnaissance de handicap.',
      [
        'Pièce d’identité de chaque membre du foyer',
        'Livret de famille',
        'Justificatif de domicile de moins de 3 mois',
        'Justificatifs de ressources des 3 derniers mois',
        'Relevé de la CAFAT',
      ],
    ),
  },
  {
    cardId: 'minimum-vieillesse-pieces',
    text: criteria(
      'MINIMUM_VIEILLESSE',
      'Minimum vieillesse et placement : qui y a droit, quelles pièces ?',
      'L’allocation s’adresse aux personnes âgées qui ont peu de ressources ; l’aide à l’hébergement, à celles qui vivent en structure spécialisée.\nLa demande se fait en ligne et se renouvelle tous les ans.',
      [
        'Pièce d’identité',
        'Justificatif de domicile de moins de 3 mois',
        'Avis de retraite ou attestation de non-retraite',
        'Relevé d’identité bancaire',
        'Contrat de séjour, en cas de placement',
      ],
    ),
  },
  {
    cardId: 'bourses-pieces',
    text: criteria(
      'BOURSES',
      'Bourses scolaires : qui y a droit, quelles pièces ?',
      'Les familles demandent la bourse à compter du mois de mai pour l’année suivante, uniquement en ligne.\nLa demande est possible toute l’année, mais l’aide diminue avec la date de dépôt : déposer tôt.',
      [
        'Pièce d’identité du demandeur',
        'Livret de famille',
        'Certificat de scolarité de chaque élève',
        'Justificatifs de ressources',
        'Relevé d’identité bancaire',
      ],
    ),
  },
  {
    cardId: 'dossier-incomplet',
    text: {
      title: 'Dossier incomplet : que faut-il envoyer, et comment ?',
      answer:
        'Après vérification de l’identité, ouvrez le dossier : lisez le nom des pièces qui manquent et la date limite, sans rien ajouter.\nLes pièces s’envoient en ligne, dans la demande déjà commencée. Sans elles à la date limite, la demande est classée sans suite et doit être refaite.',
      motive: 'DOSSIER_INCOMPLET',
      keywords: ['manque', 'pièces manquantes', 'date limite', 'compléter', 'classé sans suite'],
      checklist: [],
      dates: [],
    },
  },
];

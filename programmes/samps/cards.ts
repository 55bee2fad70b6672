import type { CardText } from '../../domain/knowledge/card.ts';
import type { CardSeed } from '../../domain/knowledge/seed-cards.ts';
import { documentCards } from './cards-documents.ts';
import { onlineCards } from './cards-online.ts';
import { paymentCards } from './cards-payments.ts';
import { refusalCards } from './cards-refusals.ts';

const appointment: CardText = {
  title: 'Comment obtenir un rendez-vous ?',
  answer:
    'Deux rendez-vous sont possibles :\n- sur un site d’accueil, avec ses documents ;\n- au téléphone, avec un conseiller qui aide à remplir la demande en ligne.\nProposez le créneau qui convient et réservez-le pendant l’appel. Un SMS de confirmation part si la personne l’accepte.',
  motive: 'RENDEZ_VOUS',
  keywords: ['rdv', 'créneau', 'accueil', 'accompagnement numérique', 'annuler', 'déplacer'],
  checklist: [],
  dates: [],
};

/**
 * One card at least for each reason to call that the tender names (SAMPS-12..18). What the tender says is said as it is; amounts, days and lists of documents
 * are examples until the service sends its own grid, which replaces them (SAMPS-20).
 */
export const sampsCards: readonly CardSeed[] = [
  ...onlineCards,
  ...documentCards,
  ...refusalCards,
  { cardId: 'rendez-vous', text: appointment },
  ...paymentCards,
];

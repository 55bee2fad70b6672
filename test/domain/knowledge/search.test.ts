import { describe, expect, test } from 'vitest';
import { cardFaults } from '../../../domain/knowledge/card-faults.ts';
import { wordsOf } from '../../../domain/knowledge/french-words.ts';
import { indexCards } from '../../../domain/knowledge/search-cards.ts';
import { sampsCards } from '../../../programmes/samps/cards.ts';
import { motives } from '../../../programmes/samps/motives.ts';

const card = (cardId: string, title: string, answer = '', keywords: readonly string[] = []) => ({
  cardId,
  text: { title, answer, keywords, checklist: [] },
});
const index = indexCards([
  card('mot-de-passe', 'Mot de passe oublié', 'Cliquez sur le lien reçu par courriel.', ['connexion', 'identifiant']),
  card('piece-jointe', 'Joindre une pièce au formulaire', 'Les pièces jointes sont en PDF.', [
    'pièce jointe',
    'scanner',
  ]),
  card('versement', 'Quand l’allocation est-elle versée ?', 'Le 25 du mois.', ['paiement', 'versement']),
  card('bourses-criteres', 'Qui a droit à une bourse ?', 'Les élèves boursiers, selon le quotient familial.'),
  card('refus', 'Pourquoi ma demande a-t-elle été refusée ?', 'Le motif est dans le courrier.'),
]);

describe('COMMON-46: search in French', () => {
  test.each([
    ['pièces', 'piece'],
    ['versement', 'versée'],
    ['verser', 'versements'],
    ['boursier', 'bourses'],
    ['refusé', 'refus'],
    ['renouvellement', 'renouveler'],
    ['renouvelé', 'renouvellements'],
    ['éligibilité', 'éligible'],
    ['paiement', 'payer'],
    ['étudiants', 'étudiante'],
    ['justificatives', 'justificatifs'],
    ['dossiers', 'dossier'],
    ['scolaires', 'scolaire'],
    ['médicale', 'médicaux'],
    ['attestations', 'attestation'],
    ['hébergement', 'hébergé'],
    ['rendez-vous', 'RENDEZ VOUS'],
  ])('« %s » is found by « %s »', (one, other) => {
    expect(wordsOf(one)).toEqual(wordsOf(other));
  });

  test.each([
    ['pièce', 'pied'],
    ['bourse', 'bouche'],
    ['aide', 'aider-mémoire'],
    ['carte', 'cartable'],
    ['compte', 'comité'],
  ])('« %s » is not « %s »', (one, other) => {
    expect(wordsOf(one)).not.toEqual(wordsOf(other));
  });

  test.each([
    ['mot de passe', 'mot-de-passe'],
    ['PIECE JOINTE', 'piece-jointe'],
    ['pièces à joindre', 'piece-jointe'],
    ['date du versement', 'versement'],
    ['quand est-ce que je suis payé', 'versement'],
    ['conexion', 'mot-de-passe'],
    ['versemnet', 'versement'],
    ['bours', 'bourses-criteres'],
    ['motif du refus', 'refus'],
    ['l’allocation', 'versement'],
  ])('SAMPS-12: « %s » brings the card %s first', (query, expected) => {
    expect(index.search(query)[0]).toBe(expected);
  });

  test('nothing is found for what is nowhere, and nothing is asked by blanks', () => {
    expect(index.search('hélicoptère')).toEqual([]);
    expect(index.search('  ')).toEqual([]);
  });
});

describe('SAMPS-12, SAMPS-18: the cards of the programme', () => {
  const seeds = indexCards(sampsCards);
  test.each([
    ['mot de passe', 'mot-de-passe'],
    ['pièce jointe', 'piece-jointe'],
    ['courriers', 'compte-provincial'],
    ['carte aide médicale', 'compte-provincial'],
    ['coupons', 'compte-provincial'],
    ['attestation de non-bourse', 'compte-provincial'],
    ['justificatifs bourse', 'bourses-pieces'],
    ['dossier incomplet', 'dossier-incomplet'],
    ['R03', 'refus-r03'],
    ['rdv', 'rendez-vous'],
    ['versement personnes âgées', 'versement-personnes-agees'],
    ['quand la bourse est payée', 'versement-bourses'],
  ])('« %s » brings %s first', (query, expected) => {
    expect(seeds.search(query)[0]).toBe(expected);
  });

  test('SAMPS-12..18: each reason to call that the tender names has a card', () => {
    const covered = new Set(sampsCards.map(({ text }) => text.motive));
    expect(motives.filter(({ code }) => !covered.has(code)).map(({ code }) => code)).toEqual(['AUTRE']);
  });

  test('are such as the client may publish', () => {
    expect(sampsCards.flatMap(({ text }) => cardFaults(text))).toEqual([]);
    expect(new Set(sampsCards.map(({ cardId }) => cardId)).size).toBe(sampsCards.length);
  });
});

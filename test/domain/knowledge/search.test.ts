import { describe, expect, test } from 'vitest';
import { wordsOf } from '../../../domain/knowledge/french-words.ts';
import { indexCards } from '../../../domain/knowledge/search-cards.ts';

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

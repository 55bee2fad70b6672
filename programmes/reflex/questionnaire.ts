import type { Questionnaire } from '../../domain/questionnaire/questionnaire.ts';
import { emergency, hardRules, levels, referrals } from './questionnaire-outcomes.ts';
import { questions } from './questionnaire-questions.ts';

/**
 * The heat-wave questionnaire: an example to start from, since the City writes its own (REFLEX-12, REFLEX-15). Scores go from 0 to 79. Wording
 * avoids signs that a synthetic voice cannot read.
 */
export const heatWaveQuestionnaire: Questionnaire = {
  id: 'canicule',
  title: 'Fortes chaleurs : questionnaire REFLEX',
  opening: {
    text: 'Bonjour, je suis {agent}, j’appelle pour la Ville de Paris, service REFLEX, auquel vous êtes inscrit ou inscrite. C’est au sujet des fortes chaleurs. Est-ce bien {person} ?',
    selfService:
      'Bonjour. La Ville de Paris, service REFLEX, prend de vos nouvelles au sujet des fortes chaleurs. Qui répond ?',
    answers: {
      person: 'La personne inscrite',
      relative: 'Un proche',
      'wrong-number': 'Mauvais numéro',
    },
  },
  advice: {
    text: 'Pendant les fortes chaleurs :',
    items: [
      'Buvez souvent, sans attendre la soif.',
      'Rafraîchissez-vous : mouillez votre visage, vos bras, vos jambes.',
      'Le jour, fermez les volets et les fenêtres ; aérez la nuit.',
      'Mangez, même en petites quantités.',
      'Ne sortez pas aux heures les plus chaudes.',
      'Donnez de vos nouvelles à vos proches.',
      'En cas de malaise, appelez le 15.',
    ],
    said: 'Les conseils ont été dits',
    read: 'J’ai pris connaissance des conseils',
  },
  emergency,
  questions,
  hardRules,
  levels,
  referrals,
  comment: 'Commentaire (ni nom, ni numéro ; il ne compte pas dans le score)',
};

import type { SurveyContent } from '../../domain/programme/survey-content.ts';
import { languageElements } from './language-elements.ts';
import { usefulContacts } from './useful-contacts.ts';

/** Personal links of the follow-up (ARS-03), and what their pages say. The number is invented. */
export const survey: SurveyContent = {
  surveyPages: {
    service: 'ARS Provence-Alpes-Côte d’Azur',
    helpPhone: '04 00 00 00 00',
    helpHours: 'du lundi au samedi, de 9 h à 19 h',
    severeSigns:
      'une grande difficulté à respirer, une douleur dans la poitrine, un malaise, les lèvres bleues ou les idées confuses',
    notice: [
      {
        heading: 'Qui vous écrit',
        paragraphs: [
          'L’Agence régionale de santé Provence-Alpes-Côte d’Azur vous suit par SMS et par téléphone, avec l’aide d’un prestataire situé en France ou dans l’Union européenne.',
        ],
      },
      {
        heading: 'Pourquoi',
        paragraphs: [
          'Pour vous rappeler les consignes, savoir comment vous allez et vous aider si vous en avez besoin. Répondre n’est pas obligatoire. Refuser n’a pas d’effet sur vos droits ni sur vos soins.',
        ],
      },
      {
        heading: 'Quelles informations, et qui les voit',
        paragraphs: [
          'Votre identité, vos coordonnées et vos réponses. Seuls les conseillers de ce suivi et, si vous demandez une aide, l’équipe de votre département les voient. Elles sont hébergées dans l’Union européenne, chez un hébergeur de données de santé certifié. Elles ne servent à rien d’autre.',
        ],
      },
      {
        heading: 'Combien de temps',
        paragraphs: ['Vos réponses sont effacées 3 mois après la fin de votre suivi.'],
      },
      {
        heading: 'Vos droits',
        paragraphs: [
          'Vous pouvez demander à voir vos informations, à les corriger ou à les effacer, et vous opposer à ce suivi. Appelez-nous, ou écrivez au délégué à la protection des données : dpo@exemple.fr.',
          'Si la réponse ne vous convient pas, vous pouvez saisir la CNIL, sur cnil.fr.',
        ],
      },
    ],
    accessibilityContact: 'accessibilite@exemple.fr',
  },
  languageElements,
  usefulContacts,
};

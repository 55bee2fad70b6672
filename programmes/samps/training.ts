import type { TrainingCall } from '../../domain/desk/training.ts';

/** Invented callers for those who learn (SAMPS-45), one for each reason to call of the tender (SAMPS-12..18). */
export const training: readonly TrainingCall[] = [
  {
    scheme: 'AIDE_MEDICALE',
    words: [
      'Bonjour, j’ai commencé la demande d’aide médicale sur internet et je suis bloquée à la page des pièces.',
      'C’est écrit « justificatif de résidence ». Le bail est au nom de ma mère.',
      'D’accord, je vais lui demander une attestation. Merci.',
    ],
    motive: 'FORMULAIRE_EN_LIGNE',
    advice:
      'Une étape à la fois, sans jargon. L’attestation d’hébergement et le bail de la mère ; proposer un lieu avec de l’aide si elle reste bloquée.',
  },
  {
    scheme: 'BOURSES',
    words: [
      'Bonjour, ma fille entre au lycée. Est-ce qu’on a droit à une bourse, et il faut quels papiers ?',
      'On est en garde alternée : c’est son père ou moi qui fait le dossier ?',
      'Bien, je note. Au revoir.',
    ],
    motive: 'CRITERES_PIECES',
    advice:
      'Lire la fiche, ne rien promettre sur les droits. Si la fiche ne dit rien de la garde alternée : question en attente, sans nom ni numéro.',
  },
  {
    scheme: 'AIDE_MEDICALE',
    words: [
      'Bonjour, j’ai reçu un courrier : mon dossier est incomplet. Qu’est-ce qu’il manque ?',
      'C’est Jeanne Wamytan, je suis née le 3 mars 1960.',
      'Ah, l’avis d’imposition. Je vous l’envoie comment ?',
    ],
    motive: 'DOSSIER_INCOMPLET',
    advice: 'L’identité avant tout ce qui touche au dossier. Puis la pièce qui manque, et où l’envoyer.',
    before: 'Doit envoyer son avis d’imposition.',
  },
  {
    scheme: 'AIDE_MEDICALE',
    words: [
      'Bonjour, on m’a refusé l’aide médicale et je ne comprends pas pourquoi. C’est injuste !',
      'Je travaille à mi-temps, je ne gagne presque rien.',
      'Est-ce que je peux voir quelqu’un pour en parler ?',
    ],
    motive: 'MOTIF_REFUS',
    advice:
      'Laisser la personne parler, reformuler. Dire où se lit le motif et le recours possible ; proposer un rendez-vous.',
  },
  {
    scheme: 'NON_QUALIFIE',
    words: [
      'Bonjour, je voudrais un rendez-vous, s’il vous plaît. Par téléphone si possible.',
      'Plutôt le matin. C’est pour la carte de mon mari, l’aide médicale.',
    ],
    motive: 'RENDEZ_VOUS',
    advice: 'Qualifier le dispositif (aide médicale) avant d’enregistrer, et répéter la date et l’heure.',
  },
  {
    scheme: 'MINIMUM_VIEILLESSE',
    words: [
      'Bonjour, c’est pour le minimum vieillesse de mon papa. Il est payé quel jour, ce mois-ci ?',
      'Et quand le 1er est un dimanche ?',
    ],
    motive: 'DATE_VERSEMENT',
    advice: 'La date vient de la fiche en vigueur : elle change avec le calendrier de paiement.',
  },
  {
    scheme: 'BOURSES',
    words: [
      'Bonjour, la bourse de mon fils est acceptée ? Je n’arrive pas à voir la réponse sur le compte.',
      'J’ai perdu le mot de passe. Il y a un endroit où on peut m’aider, à Païta ?',
    ],
    motive: 'RECUPERER_REPONSE',
    advice:
      'Guider jusqu’à « mot de passe oublié » ; donner le lieu public le plus proche avec de l’aide au numérique.',
  },
];

/** What a simulated caller says to a person at the desk, in their own words: first, when asked more, and last. */
export interface CallerWords {
  readonly first: string;
  readonly next: string;
}

/** By scheme; the reasons to call that the tender names (SAMPS-12..18). The last line is of whoever named no scheme. */
const words: Readonly<Record<string, readonly CallerWords[]>> = {
  AIDE_MEDICALE: [
    {
      first: 'Bonjour, j’ai commencé la demande d’aide médicale sur internet et je suis bloquée à la page des pièces.',
      next: 'C’est écrit « justificatif de résidence ». Le bail est au nom de ma mère.',
    },
    {
      first: 'Bonjour, j’ai reçu un courrier : mon dossier d’aide médicale est incomplet. Qu’est-ce qu’il manque ?',
      next: 'Je peux vous dire ma date de naissance, si vous voulez. Et je peux l’envoyer comment ?',
    },
    {
      first: 'Bonjour, on m’a refusé l’aide médicale et je ne comprends pas pourquoi.',
      next: 'Est-ce que je peux voir quelqu’un ? Je suis à La Foa.',
    },
  ],
  MINIMUM_VIEILLESSE: [
    {
      first: 'Bonjour, c’est pour le minimum vieillesse de mon papa. Il est payé quel jour, ce mois-ci ?',
      next: 'D’accord. Et sa carte se termine bientôt, il faut refaire tout le dossier ?',
    },
  ],
  BOURSES: [
    {
      first: 'Bonjour, la bourse de mon fils est acceptée ? Je n’arrive pas à voir la réponse sur le compte.',
      next: 'J’ai perdu le mot de passe. Il y a un endroit où on peut m’aider, à Païta ?',
    },
    {
      first: 'Bonjour, ma fille entre au lycée. Est-ce qu’on a droit à une bourse, et il faut quels papiers ?',
      next: 'On est en garde alternée : c’est son père ou moi qui fait le dossier ?',
    },
  ],
};
const other: readonly CallerWords[] = [
  {
    first: 'Bonjour, je voudrais un rendez-vous, s’il vous plaît. Par téléphone si possible.',
    next: 'Le matin, c’est mieux. C’est pour mon dossier.',
  },
];

/** Of one caller; `draw` is from 0 to 1. */
export function callerWords(scheme: string, draw: number): CallerWords {
  const list = words[scheme] ?? other;
  return list[Math.floor(draw * list.length) % list.length] ?? { first: 'Bonjour.', next: '' };
}

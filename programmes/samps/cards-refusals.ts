import type { CardSeed } from '../../domain/knowledge/seed-cards.ts';

const refusal = (refusalCode: string, title: string, answer: string): CardSeed => ({
  cardId: `refus-${refusalCode.toLowerCase()}`,
  text: {
    ...{
      title: `Refus ${refusalCode} : ${title}`,
      answer,
      refusalCode,
      motive: 'MOTIF_REFUS',
      checklist: [],
      dates: [],
    },
    keywords: ['refus', 'refusé', 'rejet', 'recours', refusalCode],
  },
});

const appeal =
  'La personne peut demander un nouvel examen par écrit dans les deux mois, avec les pièces qui changent la situation.';

/** The approved words for each code of refusal (SAMPS-15): the agent reads them, and adds nothing. */
export const refusalCards: readonly CardSeed[] = [
  refusal(
    'R01',
    'ressources au-dessus du plafond',
    `Les ressources du foyer dépassent le plafond de l’aide pour la période étudiée.\n${appeal}`,
  ),
  refusal(
    'R02',
    'résidence hors de la province Sud',
    `Le foyer ne réside pas en province Sud : l’aide se demande à la province de résidence.\n${appeal}`,
  ),
  refusal(
    'R03',
    'pièces non reçues à la date limite',
    `Les pièces demandées ne sont pas arrivées à temps : la demande est classée. Une nouvelle demande est possible en ligne.\n${appeal}`,
  ),
  refusal(
    'R04',
    'âge ou situation hors des conditions',
    `L’âge ou la situation ne correspond pas aux conditions de l’aide.\n${appeal}`,
  ),
];

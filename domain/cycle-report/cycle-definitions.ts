import type { Definition } from '../report/definitions.ts';

/** Words of the report of a cycle, in French, for those who read it (COMMON-27). */
export const cycleDefinitions: readonly Definition[] = [
  {
    term: 'Cycle',
    text: 'Un tour d’appels de toutes les personnes inscrites, sur une durée fixe à partir de l’activation. Tant que l’alerte dure, un nouveau cycle commence à l’échéance du précédent.',
  },
  {
    term: 'Personnes inscrites',
    text: 'Personnes du registre au chargement du cycle. Inscrites = contacts utiles + refus + non joints + autres fins + en cours.',
  },
  {
    term: 'Appelables',
    text: 'Personnes inscrites qui ont un numéro à composer, et que rien n’écarte des appels vocaux.',
  },
  {
    term: 'Tentative',
    text: 'Un appel sortant vers la personne. Une ligne occupée ou un appel non abouti peut être repris sans compter parmi les tentatives dues ; la ligne « dont comptées » les retire.',
  },
  { term: 'Décroché', text: 'Tentative à laquelle quelqu’un a répondu, répondeur compris.' },
  {
    term: 'Contact utile',
    text: 'Questionnaire passé en entier, par la personne ou par un tiers à son sujet. Les partiels, refus et répondeurs n’en sont pas.',
  },
  {
    term: 'Taux de contacts utiles',
    text: 'Contacts utiles ÷ personnes inscrites ; le second taux est sur les personnes appelables. L’objectif est de 65 à 70 %.',
  },
  {
    term: 'Partiel',
    text: 'Questionnaire commencé et jamais terminé. Il est repris à la tentative suivante là où il s’est arrêté.',
  },
  {
    term: 'Rappel promis',
    text: 'Autre appel annoncé à la fin d’un questionnaire complet, par son niveau ou parce que la personne le souhaite, dans les 24 heures. Il a ses propres appels, en plus des tentatives du cycle. Si le cycle se termine avant, le suivant le doit à la même heure.',
  },
  { term: 'Non joint', text: 'Toutes les tentatives dues ont été faites sans joindre la personne.' },
  {
    term: 'Décroché sans conseiller',
    text: 'La personne a répondu et aucun conseiller n’était en ligne dans les 2 secondes qui suivent l’annonce. Part des tentatives décrochées, à tenir sous 3 %.',
  },
  {
    term: 'DMT',
    text: 'Durée moyenne de traitement des contacts utiles : conversation + mise en attente + travail après appel.',
  },
  {
    term: 'Heures de conseillers',
    text: 'Temps pendant lequel des conseillers étaient connectés, pauses comprises, dans les heures d’appel du cycle.',
  },
  {
    term: 'Signalement',
    text: 'Demande d’intervention adressée à une cellule de la Ville selon les réponses. Les délais vont de sa création à son acquittement par la cellule.',
  },
  {
    term: 'Preuve',
    text: 'Le fichier « preuve » joint au rapport donne chaque tentative de chaque personne ; il se vérifie contre le fichier « journal » sans ce logiciel.',
  },
];

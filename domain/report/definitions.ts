import { shortAbandonSeconds } from './day-figures.ts';

/** A word of the reports and what it counts, in French, for those who read them (COMMON-26, COMMON-27). */
export interface Definition {
  readonly term: string;
  readonly text: string;
}

/** Printed under the number wherever the rate is shown (SAMPS-05). */
export const answerRateDefinition =
  'Taux de réponse = (appels décrochés + appels présentés non décrochés puis joints par un rappel avant la fin du jour ouvré suivant) ÷ appels présentés.';

export const definitions: readonly Definition[] = [
  {
    term: 'Appel reçu',
    text: 'Tout appel arrivé au numéro. Un appel transféré reste un seul appel. Appels reçus = hors horaires + présentés + raccrochés avant la file + incidents techniques.',
  },
  { term: 'Hors horaires', text: 'Appel arrivé en dehors de l’ouverture. Il n’entre dans aucun taux.' },
  {
    term: 'Appel présenté',
    text: 'Appel entré dans une file d’attente pendant l’ouverture. Appels présentés = décrochés + abandonnés. Un appel en attente à la fermeture est encore servi et reste présenté.',
  },
  { term: 'Décroché', text: 'Appel présenté pris par un conseiller, sans passer par un rappel.' },
  {
    term: 'Abandonné',
    text: `Appel présenté qu’aucun conseiller n’a pris. Les abandons en moins de ${shortAbandonSeconds} secondes sont aussi montrés à part, sans être retirés.`,
  },
  {
    term: 'Rappel',
    text: 'Promesse de rappeler une personne qui n’a pas eu de conseiller, ou qui l’a demandé hors horaires. Plusieurs appels du même numéro font un seul rappel, compté le jour du premier. Rappels créés = joints + non joints + restant à faire + résolus par un appel entrant décroché.',
  },
  { term: 'Rappelé joint', text: 'La personne a parlé à un conseiller lors d’un rappel.' },
  {
    term: 'Rappelé non joint',
    text: 'Toutes les tentatives prévues ont été faites sans joindre la personne, ou son numéro ne peut pas être composé.',
  },
  {
    term: 'Résolu par un appel entrant',
    text: 'La personne a rappelé d’elle-même et un conseiller a décroché : elle n’est plus rappelée. Elle ne compte pas comme jointe par un rappel.',
  },
  { term: 'Taux de décroché', text: 'Appels décrochés ÷ appels présentés.' },
  { term: 'Taux de réponse', text: answerRateDefinition },
  { term: 'Non répondus %', text: '100 % moins le taux de réponse, sur le même nombre d’appels présentés.' },
  {
    term: 'Attente moyenne',
    text: 'Temps passé en file jusqu’au décroché : total des appels décrochés ÷ nombre d’appels décrochés.',
  },
  { term: 'Attente max', text: 'Plus long temps passé en file par un appel présenté, décroché ou non.' },
  {
    term: 'DMT',
    text: 'Durée moyenne de traitement d’un appel décroché : conversation + mise en attente + travail après appel, tous conseillers compris. Les entretiens sur rappel ont leur propre DMT. Un rappel sans réponse n’occupe aucun conseiller : le numéro est composé avant de le solliciter.',
  },
  {
    term: 'Dispositif',
    text: 'Celui choisi au serveur vocal, pour les appels, les attentes et les taux ; celui noté par le conseiller, pour les motifs. « Non qualifié » : autre demande, ou aucun choix.',
  },
  {
    term: 'Conseillers connectés',
    text: 'Nombre moyen, sur la demi-heure, de conseillers dont l’état n’est pas « hors ligne » ; les pauses comptent. Un conseiller compte à partir de son premier état du jour.',
  },
  { term: 'Demi-heure', text: 'Celle de l’arrivée de l’appel, même s’il est décroché plus tard.' },
  {
    term: 'Motif',
    text: 'Dernier motif noté par le conseiller pour chaque conversation (appel décroché ou rappel joint).',
  },
  {
    term: 'Appels émis (démarchage)',
    text: 'Appels composés vers les personnes des listes, qu’elles répondent ou non. Appels émis = joints + non joints. Les rappels sont dans leurs propres colonnes.',
  },
  {
    term: 'Joint (démarchage)',
    text: 'Synthèse : appel où la personne, ou un proche, a parlé à un conseiller ; un répondeur ou un faux numéro est non joint. Feuille « Démarchage » : personne dont l’appel a abouti ; total = joints + refus + non joints + restant.',
  },
  {
    term: 'Fin prévue (démarchage)',
    text: 'Jour où la dernière personne devrait être traitée, d’après les conseillers que les appels entrants laissent libres et les tentatives encore dues. « Retard prévu » : ce jour dépasse l’échéance.',
  },
  {
    term: 'Question en attente',
    text: 'Question transmise au service et non close à la fin du jour : soit le service n’a pas répondu, soit la personne n’a pas encore eu la réponse. Son âge est en heures d’ouverture.',
  },
];

import type { ClosedState } from '../attempt/attempt-facts.ts';
import type { PromiseState } from '../attempt/promised-call.ts';

const labels: Readonly<Record<ClosedState, string>> = {
  useful: 'Contact utile',
  refused: 'Refus',
  unreachable: 'Non joint',
  'no-number': 'Sans numéro utilisable',
  hospitalised: 'Hospitalisé',
  away: 'Absent',
  moved: 'A déménagé',
  deceased: 'Décédé',
  'adapted-agent': 'À traiter par un conseiller adapté',
  'asked-later': 'A demandé d’autres heures que celles qui restaient',
  'other-channel': 'À traiter autrement que par la voix',
  removed: 'Sorti du registre',
  deadline: 'Échéance atteinte avant toutes les tentatives',
  stopped: 'Cycle arrêté',
};

const ofPromises: Readonly<Record<PromiseState | 'open', string>> = {
  kept: 'Rappel fait : personne jointe',
  unreached: 'Rappelée sans réponse',
  carried: 'Reporté au cycle suivant ; sans cycle suivant, à rappeler par la Ville',
  removed: 'Sortie du registre',
  stopped: 'Cycle arrêté : à rappeler par la Ville',
  'no-number': 'Sans numéro utilisable',
  manual: 'À rappeler depuis un autre téléphone',
  late: 'Rappel non fait dans le délai',
  open: 'Rappel à venir',
};

/** What became of a promised call, in French, by state. */
export const promiseStateLabels: Readonly<Record<string, string>> = ofPromises;

/** How a person's cycle ended, in French, by state. */
export const closedStateLabels: Readonly<Record<string, string>> = labels;

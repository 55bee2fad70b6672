import type { ClosedState } from '../attempt/attempt-facts.ts';

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

/** How a person's cycle ended, in French, by state. */
export const closedStateLabels: Readonly<Record<string, string>> = labels;

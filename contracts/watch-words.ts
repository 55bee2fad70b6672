import type { WatchCode } from './watch.ts';

export interface WatchWords {
  /** French: what is watched, as a title. */
  readonly title: string;
  /** What its figure is, and its unit: « 12 min ». */
  readonly figure: string;
  readonly unit: 'points' | 'appels' | 'min' | 'rappels' | '';
}

/** What people read of each thing that is watched, in e-mails and on the page. */
export const watchWords: Readonly<Record<WatchCode, WatchWords>> = {
  'closing-rate': {
    title: 'Taux de réponse prévu à la fermeture sous l’objectif',
    figure: 'Écart à l’objectif',
    unit: 'points',
  },
  waiting: { title: 'Appels en attente sans conseiller libre', figure: 'Appels en attente', unit: 'appels' },
  'longest-wait': { title: 'Attente trop longue', figure: 'Plus longue attente', unit: 'min' },
  'no-agent': { title: 'Aucun conseiller connecté pendant l’ouverture', figure: 'Sans conseiller', unit: '' },
  'callbacks-stuck': {
    title: 'Rappels qui ne partent pas alors qu’un conseiller est libre',
    figure: 'Rappels à faire',
    unit: 'rappels',
  },
  'callbacks-late': { title: 'Rappels en retard', figure: 'Rappel dû depuis le plus longtemps', unit: 'min' },
  'report-missing': { title: 'Rapport du jour absent', figure: 'Depuis la fermeture', unit: 'min' },
  'campaign-behind': { title: 'Campagne en retard sur son rythme', figure: 'Retard', unit: 'points' },
  'first-call-late': { title: 'Premier appel d’une campagne en retard', figure: 'Retard', unit: 'min' },
  'referral-waiting': { title: 'Signalement que personne n’a pris', figure: 'Le plus ancien', unit: 'min' },
};

/** « Écart à l’objectif : 3,5 points ». */
export function figureText(code: WatchCode, value: number): string {
  const { figure, unit } = watchWords[code];
  return unit === '' ? figure : `${figure} : ${String(value).replace('.', ',')} ${unit}`;
}

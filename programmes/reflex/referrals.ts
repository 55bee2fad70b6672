import type { Cell, DutyRoster, ReferralLevel, ReferralRules } from '../../domain/referral/referral-rules.ts';

const everyDay = [1, 2, 3, 4, 5, 6, 7];

/** By day the cell itself; by night the City's stand-by, so that nothing waits for the morning (REFLEX-19). */
function dayAndNight(first: string, next: string): DutyRoster {
  return {
    weekly: [
      { weekdays: everyDay, from: '08:00', to: '20:00', contacts: [first, next] },
      { weekdays: everyDay, from: '20:00', to: '08:00', contacts: ['astreinte-ville', next] },
    ],
    dated: [],
  };
}

/** Office hours only; outside, the supervisor is told (and these cells have no level that wakes anybody). */
function officeHours(first: string, next: string): DutyRoster {
  return { weekly: [{ weekdays: everyDay, from: '08:00', to: '20:00', contacts: [first, next] }], dated: [] };
}

const standBy = { code: 'astreinte-ville', label: 'Astreinte de la Ville' };

function cell(code: string, label: string, roster: typeof dayAndNight, ownLevel?: string): Cell {
  const first = { code: `${code}-garde`, label: `${label} – personne de garde` };
  const next = { code: `${code}-responsable`, label: `${label} – responsable` };
  return {
    code,
    label,
    contacts: [first, next, standBy],
    roster: roster(first.code, next.code),
    ...(ownLevel === undefined ? {} : { ownLevel }),
  };
}

/** REFLEX-19: reminders at 10 and 20 minutes, then the next contact at 30 and the supervisor; milder levels take their time. */
function level(
  code: string,
  label: string,
  [first, second, next, supervisor]: readonly [number, number, number, number],
  handleWithinMinutes: number,
  groupMinutes?: number,
): ReferralLevel {
  return {
    code,
    label,
    steps: [
      { afterMinutes: 0, type: 'notify', to: 0 },
      { afterMinutes: first, type: 'remind', to: 0 },
      { afterMinutes: second, type: 'remind', to: 0 },
      { afterMinutes: next, type: 'escalate', to: 1 },
      { afterMinutes: supervisor, type: 'escalate', to: 'supervisor' },
    ],
    repeatMinutes: next,
    handleWithinMinutes,
    ...(groupMinutes === undefined ? {} : { groupMinutes }),
  };
}

/**
 * The cells of the example questionnaire (`docs/requirements.md`): red within 10 minutes, orange within 4 hours. The cells, their people and their
 * hours are the City's to write; these are plausible ones.
 */
export const referralRules: ReferralRules = {
  cells: [
    cell('sanitaire', 'Cellule sanitaire', dayAndNight),
    cell('fraicheur', 'Cellule fraîcheur et hébergement', dayAndNight),
    cell('sociale', 'Cellule sociale et portage', dayAndNight),
    cell('recherches', 'Cellule recherches', dayAndNight, 'recherche'),
    cell('fichier', 'Gestion du fichier', officeHours, 'courant'),
  ],
  levels: [
    level('urgence', 'Urgence', [10, 20, 30, 45], 60),
    level('rouge', 'Rouge', [10, 20, 30, 45], 120),
    level('orange', 'Orange', [60, 120, 180, 240], 480),
    level('recherche', 'Recherche', [240, 480, 720, 1440], 1440, 60),
    level('jaune', 'Jaune', [240, 480, 720, 1440], 1440),
    level('vert', 'Vert', [480, 960, 1440, 2880], 2880),
    level('courant', 'Courant', [1440, 2880, 4320, 5760], 10080, 240),
  ],
  cellOfLevel: { rouge: 'sanitaire', orange: 'sociale' },
  emergency: { cell: 'sanitaire', level: 'urgence', reason: 'Urgence vitale signalée pendant l’appel' },
  unreachable: { cell: 'recherches', level: 'recherche', reason: 'Non jointe après toutes les tentatives du cycle' },
  supervisor: { code: 'superviseur', label: 'Superviseur de la plateforme' },
};

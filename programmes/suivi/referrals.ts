import type { Cell, ReferralLevel, ReferralRules } from '../../domain/referral/referral-rules.ts';
import { protocol } from './protocol.ts';

const everyDay = [1, 2, 3, 4, 5, 6, 7];

function cell(code: string, label: string): Cell {
  const duty = { code: `${code}-garde`, label: `${label} – personne de garde` };
  return {
    code,
    label,
    contacts: [duty],
    roster: { weekly: [{ weekdays: everyDay, from: '08:00', to: '20:00', contacts: [duty.code] }], dated: [] },
  };
}

/** What supports isolation, and mobile teams, are each département's own (ARS-21, ARS-18). */
const territorial: readonly Cell[] = protocol.territories.flatMap(({ code, label }) => [
  cell(`ctai-${code}`, `CTAI ${label}`),
  cell(`equipe-mobile-${code}`, `Équipe mobile ${label}`),
]);

function level(
  code: string,
  label: string,
  [first, supervisor]: readonly [number, number],
  handleWithinMinutes: number,
): ReferralLevel {
  return {
    code,
    label,
    steps: [
      { afterMinutes: 0, type: 'notify', to: 0 },
      { afterMinutes: first, type: 'remind', to: 0 },
      { afterMinutes: supervisor, type: 'escalate', to: 'supervisor' },
    ],
    repeatMinutes: supervisor,
    handleWithinMinutes,
  };
}

/** Cells of the six départements; contacts and hours are the ARS's to write. */
export const referralRules: ReferralRules = {
  cells: [...territorial, cell('coordination', 'Coordination régionale du suivi')],
  levels: [
    level('urgence', 'Urgence', [10, 30], 60),
    level('appui', 'Appui', [240, 480], 1440),
    level('grave', 'Grave', [60, 240], 480),
    level('recherche', 'Recherche', [480, 1440], 1440),
  ],
  cellOfLevel: { grave: 'coordination' },
  emergency: { cell: 'coordination', level: 'urgence', reason: 'Urgence vitale signalée pendant l’appel' },
  unreachable: { cell: 'coordination', level: 'recherche', reason: 'Injoignable après deux appels' },
  supervisor: { code: 'superviseur', label: 'Superviseur de la plateforme' },
};

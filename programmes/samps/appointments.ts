import type { AppointmentSite } from '../../domain/appointment/appointment-rules.ts';
import type { AppointmentContent } from '../../domain/programme/appointment-content.ts';
import { sampsCaseFiles } from './case-files.ts';

const weekdays = [1, 2, 3, 4, 5];
const site = (id: string, name: string, commune: string, seats: number): AppointmentSite => ({
  ...{ id, name, commune, seats, kind: 'on-site', minutes: 30 },
  openings: [
    { weekdays, from: '07:30', to: '11:30' },
    { weekdays, from: '12:30', to: '15:30' },
  ],
});

/**
 * « Sur un site d’accueil ou pour un accompagnement numérique par un téléconseiller » (SAMPS-16, SAMPS-26). Sites, hours and places are examples: the
 * service gives its own, or ALOHA does.
 */
export const appointments: AppointmentContent = {
  appointmentRules: {
    sites: [
      site('dpass-noumea', 'DPASS, Nouméa', 'Nouméa', 3),
      site('cms-bourail', 'Centre médico-social, Bourail', 'Bourail', 1),
      site('cms-la-foa', 'Centre médico-social, La Foa', 'La Foa', 1),
      {
        ...{ id: 'telephone', name: 'Accompagnement numérique par téléphone', kind: 'phone', minutes: 30, seats: 2 },
        openings: [{ weekdays, from: '08:00', to: '15:30' }],
      },
    ],
    daysAhead: 30,
    noticeMinutes: 30,
  },
  caseFiles: sampsCaseFiles,
};

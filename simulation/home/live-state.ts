import type { Diary } from '../diary.ts';
import type { Centre } from '../open-centre.ts';

/** What the home page shows, from what people have lived so far; instantaneous, never in a report. */
export interface LiveState {
  readonly day: string;
  readonly time: string;
  readonly zone: string;
  readonly status: string;
  /** 0..1. */
  readonly progress: number;
  readonly figures: readonly (readonly [string, string])[];
  readonly agents: readonly { readonly name: string; readonly status: string }[];
}

const statusNames: Readonly<Record<string, string>> = { Available: 'Disponible', Offline: 'Hors ligne' };
const contactNames: Readonly<Record<string, string>> = {
  CONNECTED: 'En conversation',
  CONNECTED_ONHOLD: 'Met en garde',
  ENDED: 'Note l’appel',
  CONNECTING: 'Ça sonne',
  INCOMING: 'Ça sonne',
  MISSED: 'Appel manqué',
  PENDING: 'Ça sonne',
};

export function liveState(centre: Centre, progress: number, status: string): LiveState {
  const { timeZone } = centre.world.programme.calendar;
  const now = new Date(centre.cloud.kernel.now());
  const format = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat('fr-FR', { timeZone, ...options }).format(now);
  return {
    day: format({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' }),
    time: format({ hour: '2-digit', minute: '2-digit', second: '2-digit' }),
    zone: `heure de ${timeZone.split('/').at(-1)?.replace('Noumea', 'Nouméa') ?? timeZone}`,
    status,
    progress,
    figures: figures(centre.diary),
    agents: centre.cloud.connect.agents().map((username) => {
      const phone = centre.cloud.connect.agent(username);
      return {
        name: username.split('.').map(capital).join(' '),
        status: contactNames[phone.contactState ?? ''] ?? statusNames[phone.status] ?? phone.status,
      };
    }),
  };
}

function figures(diary: Diary): [string, string][] {
  const calls = diary.calls();
  const offered = calls.filter((call) => call.waitingAt !== undefined);
  const answered = offered.filter((call) => call.spokenToAt !== undefined).length;
  const waiting = offered.filter((call) => call.spokenToAt === undefined && call.endedAt === undefined).length;
  const over = offered.length - waiting;
  const rings = diary.rings();
  return [
    ['Appels reçus', String(calls.length)],
    ['Présentés', String(offered.length)],
    ['Décrochés', String(answered)],
    ['En attente', String(waiting)],
    ['Décroché, en %', over === 0 ? '–' : `${Math.round((100 * answered) / over)} %`],
    ['Rappels : joints / lancés', `${rings.filter((ring) => ring.spokenToAt !== undefined).length} / ${rings.length}`],
  ];
}

function capital(word: string): string {
  return word.slice(0, 1).toUpperCase() + word.slice(1);
}

import { openingAt } from '../../domain/calendar/opening.ts';
import { clockName } from '../../domain/report/french.ts';
import type { CallDiary } from '../diary.ts';
import type { Centre } from '../open-centre.ts';
import { boundsOf } from '../programme-world.ts';
import { type HalfHour, halfHoursOf } from './half-hours.ts';
import type { LivePeopleState } from './live-people.ts';
import type { PhoneState } from './page-phone.ts';
import { frenchDay, frenchHour, personName } from './words.ts';

/** `playing`: the simulated days, as fast as possible; `leaping`: on the way to the next opening; `live`: in real time. */
export type Phase = 'playing' | 'leaping' | 'live';

/** What the home page shows, from what people have lived so far; instantaneous, never in a report. */
export interface LiveState {
  readonly phase: Phase;
  readonly status: string;
  readonly day: string;
  readonly time: string;
  readonly zone: string;
  readonly open: boolean;
  readonly opening: string;
  /** The centre can move its clock to the next opening. */
  readonly canLeap: boolean;
  /** The centre can move its clock to the evening of this day. */
  readonly canClose: boolean;
  readonly people: LivePeopleState;
  /** 0..1. */
  readonly progress: number;
  readonly figures: {
    /** The day they are of. */
    readonly day: string;
    readonly values: readonly (readonly [label: string, value: string])[];
    /** `from` as « 7 h 30 ». */
    readonly halfHours: readonly HalfHour[];
  };
  readonly agents: readonly { readonly name: string; readonly status: string; readonly tone: Tone }[];
  readonly phone: PhoneState;
}

type Tone = 'free' | 'busy' | 'away';

const contactNames: Readonly<Record<string, string>> = {
  CONNECTED: 'En conversation',
  CONNECTED_ONHOLD: 'Met en garde',
  ENDED: 'Note l’appel',
  CONNECTING: 'Ça sonne',
  INCOMING: 'Ça sonne',
  MISSED: 'Appel manqué',
  PENDING: 'Ça sonne',
};
const statusNames: Readonly<Record<string, string>> = { Available: 'Disponible', Offline: 'Absent' };

export function liveState(
  centre: Centre,
  now: Pick<LiveState, 'phase' | 'progress' | 'canLeap' | 'canClose' | 'people' | 'phone'>,
): LiveState {
  const { calendar } = centre.world.programme;
  const { timeZone } = calendar;
  const at = centre.cloud.kernel.iso();
  const opening = openingAt(calendar, at);
  const until = (to: string) => `${frenchDay(timeZone, to)} à ${frenchHour(timeZone, to)}`;
  return {
    ...now,
    status: statusOf(centre, now.phase),
    day: frenchDay(timeZone, at),
    time: new Intl.DateTimeFormat('fr-FR', { timeZone, timeStyle: 'medium' }).format(Date.parse(at)),
    zone: clockName(timeZone),
    open: opening.state === 'open',
    opening:
      opening.state === 'open' && opening.closesAt !== undefined
        ? `Ouvert jusqu’à ${frenchHour(timeZone, opening.closesAt)}`
        : opening.opensAt === undefined
          ? 'Fermé'
          : `Fermé, ouvre ${until(opening.opensAt)}`,
    figures: figuresOf(centre, at),
    agents: centre.cloud.connect.agents().map((username) => agentOf(centre, username)),
  };
}

function statusOf({ days, nextOpening, world }: Centre, phase: Phase): string {
  const { timeZone } = world.programme.calendar;
  switch (phase) {
    case 'playing':
      return days.length === 1
        ? 'La journée se joue en accéléré : une minute environ, de l’aube à la clôture.'
        : `${days.length} jours se jouent en accéléré.`;
    case 'leaping':
      return nextOpening === undefined
        ? 'L’horloge du centre avance.'
        : `L’horloge avance jusqu’à l’ouverture de ${frenchDay(timeZone, nextOpening)}.`;
    case 'live':
      return 'Le centre tourne maintenant en temps réel : appelez-le.';
  }
}

/** Of today if it is played, else of the last day played. */
function figuresOf({ days, diary, world }: Centre, at: string): LiveState['figures'] {
  const { programme } = world;
  const { timeZone } = programme.calendar;
  const openDays = days.filter(({ open }) => open !== undefined);
  const shown = openDays.findLast(({ day }) => boundsOf(programme, day).from <= at) ?? openDays[0];
  if (shown?.open === undefined) return { day: frenchDay(timeZone, at), values: [], halfHours: [] };
  const { from, to } = boundsOf(programme, shown.day);
  const calls = diary.calls().filter(({ dialledAt }) => from <= dialledAt && dialledAt < to);
  const rings = diary.rings().filter(({ rangAt }) => from <= rangAt && rangAt < to);
  return {
    day: frenchDay(timeZone, shown.open.from),
    values: [
      ...values(calls),
      ['Rappels joints', `${rings.filter(({ spokenToAt }) => spokenToAt !== undefined).length} sur ${rings.length}`],
    ],
    halfHours: halfHoursOf(shown.open, calls).map((half) => ({ ...half, from: frenchHour(timeZone, half.from) })),
  };
}

function values(calls: readonly CallDiary[]): [string, string][] {
  const offered = calls.filter(({ waitingAt }) => waitingAt !== undefined);
  const answered = offered.filter(({ spokenToAt }) => spokenToAt !== undefined).length;
  const waiting = offered.filter(({ spokenToAt, endedAt }) => spokenToAt === undefined && endedAt === undefined).length;
  const over = offered.length - waiting;
  return [
    ['Appels reçus', String(calls.length)],
    ['Présentés', String(offered.length)],
    ['Décrochés', String(answered)],
    ['En attente', String(waiting)],
    ['Taux de décroché', over === 0 ? '–' : `${Math.round((100 * answered) / over)}\u202f%`],
  ];
}

function agentOf({ cloud }: Centre, username: string): LiveState['agents'][number] {
  const { status, contactState } = cloud.connect.agent(username);
  const isSeated = cloud.deskPhones.taken().some(({ agent }) => agent === username);
  const name = `${personName(username)}${isSeated ? ' (une personne)' : ''}`;
  const busy = contactNames[contactState ?? ''];
  if (busy !== undefined) return { name, status: busy, tone: 'busy' };
  return { name, status: statusNames[status] ?? status, tone: status === 'Available' ? 'free' : 'away' };
}

import type { ProgrammeCalendar } from '../calendar/calendar.ts';
import { epochMs, isoInstant, localDay } from '../calendar/local-time.ts';
import { nextOpenDay, openIntervals } from '../calendar/opening.ts';
import type { Protocol } from './protocol.ts';

/** An order of volume (ARS-37). */
export interface VolumeOrder {
  readonly callsPerDay: number;
  /** ISO instant of the order. */
  readonly at: string;
}

/** What is granted and staffed today. */
export interface Means {
  readonly agents: number;
  readonly concurrentCalls: number;
  readonly messagesPerSecond: number;
}

export interface CapacityPlan {
  readonly orderedAt: string;
  /** ISO instant by which it is in effect. */
  readonly effectiveBy: string;
  /** First open day from then on, by whose hours it is planned. */
  readonly firstDay: string;
  readonly callsPerDay: number;
  /** Mean handling of the mix. */
  readonly handlingSeconds: number;
  /** What must be there, what is, in the order in which it takes time to get. */
  readonly checklist: readonly CapacityLine[];
}

export interface CapacityLine {
  /** French. */
  readonly what: string;
  readonly needed: number;
  readonly there: number;
  readonly enough: boolean;
  /** French: what to do when it is not enough. */
  readonly todo: string;
}

const hourMs = 3_600_000;
/** Who rings back while others are called. */
const ringBackShare = 0.1;

/** What a volume of calls takes, by when, and what lacks: quotas that AWS must raise are said at once (ARS-35, ARS-37, A-19). */
export function capacityPlan(
  { callsPerDay, at }: VolumeOrder,
  { planning, moments }: Pick<Protocol, 'planning' | 'moments'>,
  calendar: ProgrammeCalendar,
  means: Means,
): CapacityPlan {
  const effectiveBy = isoInstant(epochMs(at) + planning.noticeHours * hourMs);
  const day = localDay(calendar.timeZone, effectiveBy);
  const firstDay = openIntervals(calendar, day).length > 0 ? day : (nextOpenDay(calendar, day) ?? day);
  const openHours =
    openIntervals(calendar, firstDay).reduce((sum, { from, to }) => sum + epochMs(to) - epochMs(from), 0) / hourMs;
  const handlingSeconds = moments.reduce((sum, one) => sum + (planning.mix[one.code] ?? 0) * one.handlingSeconds, 0);
  const workHours = (callsPerDay * handlingSeconds) / 3600;
  const agents = openHours === 0 ? 0 : Math.ceil(workHours / (openHours * planning.occupancy));
  const lines = Math.ceil(agents * (1 + ringBackShare));
  const texts = Math.max(1, Math.ceil(callsPerDay / (planning.textsWithinMinutes * 60)));
  const line = (what: string, needed: number, there: number, todo: string): CapacityLine => ({
    ...{ what, needed, there },
    enough: there >= needed,
    todo: there >= needed ? 'Rien à faire' : todo,
  });
  return {
    ...{ orderedAt: at, effectiveBy, firstDay, callsPerDay, handlingSeconds },
    checklist: [
      line(
        'Appels simultanés accordés à l’instance Amazon Connect',
        lines,
        means.concurrentCalls,
        `Demander aujourd’hui à AWS ${lines} appels simultanés (Service Quotas, « Concurrent active calls per instance »)`,
      ),
      line(
        'SMS par seconde',
        texts,
        means.messagesPerSecond,
        `Demander aujourd’hui à AWS ${texts} SMS par seconde (AWS End User Messaging)`,
      ),
      line('Conseillers présents', agents, means.agents, `Planifier ${agents} conseillers à partir du ${firstDay}`),
    ],
  };
}

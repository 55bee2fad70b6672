import type { ProgrammeCalendar } from '../calendar/calendar.ts';
import { epochMs, isoInstant } from '../calendar/local-time.ts';
import { type CapacityPlan, capacityPlan, type Means } from './capacity-plan.ts';
import type { OrderPorts } from './order-priority.ts';
import type { Protocol } from './protocol.ts';

/** Calls that the client asks for a day, from an instant on: live content, kind `volume` (ARS-37). */
export interface OrderedVolume {
  readonly callsPerDay: number;
  /** Of the order; absent of what the contract began with. */
  readonly orderedAt?: string;
  /** User name. */
  readonly by?: string;
}

/** What an order takes, by when, and what lacks now; it is in force from the end of the notice on, and what was ordered stays written down. */
export async function orderVolume(
  programme: string,
  { callsPerDay, by, at }: { readonly callsPerDay: number; readonly by: string; readonly at: string },
  means: Means,
  { content, versions, hash }: OrderPorts,
): Promise<CapacityPlan> {
  const { protocol, calendar } = await rulesOf(programme, at, { content });
  const value: OrderedVolume = { callsPerDay, orderedAt: at, by };
  const validFrom = isoInstant(epochMs(at) + protocol.planning.noticeHours * 3_600_000);
  await versions.add(programme, 'volume', { validFrom, hash: hash(value), origin: 'edit', value });
  return capacityPlan({ callsPerDay, at }, protocol, calendar, means);
}

/** The volume in force and those to come, each judged by what is there now. */
export async function volumesOrdered(
  programme: string,
  at: string,
  means: Means,
  { content, versions }: Pick<OrderPorts, 'content' | 'versions'>,
): Promise<readonly (OrderedVolume & { readonly from: string; readonly plan: CapacityPlan })[]> {
  const { protocol, calendar } = await rulesOf(programme, at, { content });
  const all = await versions.versions(programme, 'volume');
  const current = all.findLast(({ validFrom }) => validFrom <= at);
  return [...(current === undefined ? [] : [current]), ...all.filter(({ validFrom }) => isToCome(validFrom, at))].map(
    ({ validFrom, value }) => {
      // What was written under this kind is of this kind.
      const order = value as OrderedVolume;
      const asked = { callsPerDay: order.callsPerDay, at: order.orderedAt ?? at };
      return { ...order, from: validFrom, plan: capacityPlan(asked, protocol, calendar, means) };
    },
  );
}

/** A seed that was deployed under an order is never in force. */
function isToCome(validFrom: string, at: string): boolean {
  return validFrom > at && !Number.isNaN(Date.parse(validFrom));
}

async function rulesOf(
  programme: string,
  at: string,
  { content }: Pick<OrderPorts, 'content'>,
): Promise<{ readonly protocol: Protocol; readonly calendar: ProgrammeCalendar }> {
  const [protocol, calendar] = await Promise.all([
    content.inForce(programme, 'protocol', at),
    content.inForce(programme, 'calendar', at),
  ]);
  return { protocol, calendar };
}

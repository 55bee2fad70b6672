import { isoInstant } from '../calendar/local-time.ts';
import type { LinkOrder } from '../link/link.ts';
import { openLink } from '../link/open-link.ts';
import { memberSubject } from '../member/member.ts';
import { stopOccasion } from './alert.ts';
import type { AlertClockPorts } from './clock-ports.ts';

const dayMs = 86_400_000;
/** A link by which one stops is the same in all messages of a year and more: whoever keeps an old one can still use it. */
const openDays = 400;
/** Opened again, by one write, when it has less than this left. */
const renewDays = 200;
const parallel = 25;

/** The link by which each member stops the messages of this structure: opened once, then only read. */
export async function openStopLinks(
  { programme, structure }: { readonly programme: string; readonly structure: string },
  memberIds: readonly string[],
  at: string,
  { tokens, links }: AlertClockPorts['links'],
): Promise<void> {
  const queue = [...memberIds];
  const later = (days: number) => isoInstant(Date.parse(at) + days * dayMs);
  const lane = async (): Promise<void> => {
    for (let memberId = queue.shift(); memberId !== undefined; memberId = queue.shift()) {
      const order: LinkOrder = { ...stopLink(programme, structure, memberId), expiresAt: later(openDays) };
      const known = await links.find([programme], tokens.keyOf(await tokens.tokenOf(order)));
      if (known === undefined || known.expiresAt < later(renewDays)) {
        await openLink(order, { tokens, links });
      }
    }
  };
  await Promise.all(Array.from({ length: Math.min(parallel, queue.length) }, lane));
}

/** What the link of a member is. */
export function stopLink(programme: string, structure: string, memberId: string) {
  return {
    programme,
    purpose: 'stop',
    subject: memberSubject(structure, memberId),
    occasion: stopOccasion,
  } as const;
}

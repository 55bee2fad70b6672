import type { RegisteredSubject, RegisterLine } from '../recipient/register.ts';
import type { CallOrder } from './call-order.ts';
import { type Campaign, cycleKey, isLive } from './campaign.ts';
import type { CampaignPorts } from './campaign-ports.ts';

/** Whether an order asks for this person; without an order, everybody is called. */
export function isOrdered(
  { subjects = [] }: Pick<RegisterLine, 'subjects'>,
  order: Pick<CallOrder, 'lists'> | undefined,
): boolean {
  return order === undefined || subjects.some(({ list }) => order.lists.includes(list));
}

/** Scheme of the file that put the person on the order: of several, the one that is due first. Its queue takes the call. */
export function schemeOf(
  { subjects = [] }: Pick<RegisterLine, 'subjects'>,
  order: CallOrder | undefined,
): { readonly scheme?: string } {
  const [first] = subjects
    .filter(({ list }) => order === undefined || order.lists.includes(list))
    .toSorted((a, b) => (rankOf(a) < rankOf(b) ? -1 : 1));
  return first === undefined ? {} : { scheme: first.scheme };
}

/** Those of these people whom another order already has to call: one call, in that order, is about all their files (SAMPS-30). */
export async function calledElsewhere(
  { programme, campaign }: { readonly programme: string; readonly campaign: Campaign },
  lines: readonly RegisterLine[],
  { campaigns }: Pick<CampaignPorts, 'campaigns'>,
): Promise<ReadonlySet<string>> {
  if (campaign.order === undefined || lines.length === 0) {
    return new Set();
  }
  const ids = lines.map(({ recipientId }) => recipientId);
  const others = (await campaigns.campaigns(programme)).filter(
    (one) => one.id !== campaign.id && one.order !== undefined && isLive(one),
  );
  const found = await Promise.all(
    others.flatMap(({ id, cycles }) => cycles.map(({ n }) => campaigns.read(programme, cycleKey(id, n), ids))),
  );
  // Who is closed there had their calls; who is not, will.
  return new Set(found.flat().flatMap(({ recipientId, due }) => (due === undefined ? [] : [recipientId])));
}

function rankOf({ dueOn = '9999', scheme }: RegisteredSubject): string {
  return `${dueOn} ${scheme}`;
}

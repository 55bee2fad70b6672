import type { SentList } from '../../contracts/sent-lists.ts';
import type { ListRequest, RecipientListsParts } from './recipient-lists-parts.ts';

const listed = 50;

/** Lists that are in the register, the last first: what an order of calls is made of. Nothing of the people in them. */
export async function sentLists(
  { programme }: ListRequest,
  { jobs }: RecipientListsParts,
): Promise<{ readonly lists: readonly SentList[] }> {
  const latest = await jobs.latest(programme.name, listed);
  return {
    lists: latest.flatMap(({ importId, state, startedAt, startedBy, counts }) =>
      state === 'done' && counts !== undefined
        ? [{ importId, startedAt, startedBy, people: counts.created + counts.changed + counts.unchanged }]
        : [],
    ),
  };
}

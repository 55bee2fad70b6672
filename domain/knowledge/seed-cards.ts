import type { CardText, CardVersion } from './card.ts';
import { latestVersions } from './cards-in-force.ts';
import { fieldChanges } from './compare-cards.ts';
import type { KnowledgeBase } from './knowledge-base.ts';
import { type PublishAnswer, publishCards } from './publish-cards.ts';

/** A card that comes with a deployment. */
export interface CardSeed {
  readonly cardId: string;
  readonly text: CardText;
}

/**
 * Publishes the seeds that are new (design decision 15): a card that the client has edited, imported or withdrawn is theirs, and a text that was deployed
 * before and replaced is not brought back.
 */
export async function seedCards(
  seeds: readonly CardSeed[],
  { programme, at, id }: { readonly programme: string; readonly at: string; readonly id: string },
  base: Pick<KnowledgeBase, 'published' | 'publish'>,
): Promise<PublishAnswer> {
  const { versions, edition } = await base.published(programme);
  const latest = latestVersions(versions);
  const byCard = Map.groupBy(versions, ({ cardId }) => cardId);
  const fresh = seeds.filter(
    ({ cardId, text }) => (latest.get(cardId)?.origin ?? 'seed') === 'seed' && !known(byCard.get(cardId) ?? [], text),
  );
  return await publishCards(fresh, { programme, at, by: 'seed', origin: 'seed', id, seen: edition }, base);
}

function known(versions: readonly CardVersion[], text: CardText): boolean {
  return versions.some((one) => fieldChanges(one.text, text).length === 0);
}

import type { CardText, CardVersion } from './card.ts';
import { latestVersions } from './cards-in-force.ts';
import { fieldChanges } from './compare-cards.ts';
import type { KnowledgeBase, Published } from './knowledge-base.ts';

/** A card to be published. `text` absent: agents are to see it no more. */
export interface CardToPublish {
  readonly cardId: string;
  readonly text?: CardText;
  readonly corrects?: boolean;
}

export interface PublishScope {
  readonly programme: string;
  /** ISO instant. */
  readonly at: string;
  readonly by: string;
  readonly origin: CardVersion['origin'];
  /** What is published, by a name that is the same when it is sent again: an import, or a draft and its revision. */
  readonly id: string;
  /** The edition that the author saw; absent: whatever is there now. */
  readonly seen?: number;
}

/** `stale`: someone else published since the author looked; nothing was changed. */
export type PublishAnswer =
  | { readonly type: 'published'; readonly versions: readonly CardVersion[] }
  | { readonly type: 'nothing-to-change' }
  | { readonly type: 'stale' };

/** Publishes cards together (SAMPS-20, SAMPS-21): agents see all of them or none. What says the same as before keeps its version. */
export async function publishCards(
  cards: readonly CardToPublish[],
  scope: PublishScope,
  base: Pick<KnowledgeBase, 'published' | 'publish'>,
): Promise<PublishAnswer> {
  const { programme, seen } = scope;
  const published = await base.published(programme);
  if (seen !== undefined && seen !== published.edition) {
    return { type: 'stale' };
  }
  const versions = nextVersions(cards, scope, published);
  if (versions.length === 0) {
    return { type: 'nothing-to-change' };
  }
  const done = await base.publish(programme, { id: scope.id, after: published.edition, versions });
  return done ? { type: 'published', versions } : { type: 'stale' };
}

function nextVersions(
  cards: readonly CardToPublish[],
  { at, by, origin }: PublishScope,
  { versions }: Published,
): readonly CardVersion[] {
  const latest = latestVersions(versions);
  return cards.flatMap(({ cardId, text, corrects }): readonly CardVersion[] => {
    const before = latest.get(cardId);
    const common = { cardId, version: (before?.version ?? 0) + 1, publishedAt: at, publishedBy: by, origin };
    if (text === undefined) {
      return before === undefined || before.withdrawn === true
        ? []
        : [{ ...common, text: before.text, withdrawn: true, ...(corrects === true && { corrects }) }];
    }
    const same = before !== undefined && before.withdrawn !== true && fieldChanges(before.text, text).length === 0;
    return same ? [] : [{ ...common, text, ...(corrects === true && before !== undefined && { corrects }) }];
  });
}

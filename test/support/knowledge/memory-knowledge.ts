import type { CardDraft } from '../../../domain/knowledge/card.ts';
import type { GridImport, KnowledgeBase, Publication } from '../../../domain/knowledge/knowledge-base.ts';

/** Cards kept in memory, with the promises of the port. */
export function memoryKnowledge(): KnowledgeBase {
  const publications: Publication[] = [];
  const drafts = new Map<string, CardDraft>();
  const imports = new Map<string, GridImport>();
  return {
    published: async () => ({
      edition: publications.length,
      versions: publications.flatMap(({ versions }) => versions),
    }),
    async publish(_, publication) {
      if (publications.some(({ id }) => id === publication.id)) {
        return true;
      }
      if (publication.after !== publications.length) {
        return false;
      }
      publications.push(publication);
      return true;
    },
    drafts: async () => [...drafts.values()],
    async saveDraft(_, draft) {
      if ((drafts.get(draft.cardId)?.revision ?? 0) !== draft.revision - 1) {
        return false;
      }
      drafts.set(draft.cardId, draft);
      return true;
    },
    async dropDraft(_, cardId) {
      drafts.delete(cardId);
    },
    async saveImport(_, grid) {
      imports.set(grid.importId, grid);
    },
    findImport: async (_, importId) => imports.get(importId),
    imports: async () => [...imports.values()].reverse(),
  };
}

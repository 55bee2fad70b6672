import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { latestVersions } from '../../domain/knowledge/cards-in-force.ts';
import { indexCards } from '../../domain/knowledge/search-cards.ts';
import { cardListPage } from '../../pages/card-list-page.ts';
import { pageAnswer } from '../middleware/page-answer.ts';
import { type EditorRequest, frameOf, labelOf, pathOf } from './editor-parts.ts';

/** All cards, or those that a search finds as it does at the desk. */
export async function listShown(
  request: EditorRequest,
  said?: { readonly text: string; readonly fault: boolean },
): Promise<APIGatewayProxyStructuredResultV2> {
  const { event, parts, programme, today } = request;
  const { name } = programme;
  const [{ versions }, drafts, grids] = await Promise.all([
    parts.base.published(name),
    parts.base.drafts(name),
    parts.base.imports(name),
  ]);
  const query = event.queryStringParameters?.['q']?.trim() ?? '';
  const latest = latestVersions(versions);
  const all = [...latest.values()].sort((a, b) => a.text.title.localeCompare(b.text.title, 'fr'));
  const cards =
    query === ''
      ? all
      : indexCards(all)
          .search(query)
          .flatMap((id) => latest.get(id) ?? []);
  return pageAnswer(
    said?.fault === true ? 400 : 200,
    cardListPage({
      ...frameOf(request),
      ...{ today, cards, drafts, grids, query, labelOf: labelOf(request) },
      hrefOf: (cardId) => pathOf('card', name, cardId),
      gridHrefOf: (importId) => pathOf('cardGridPreview', name, importId),
      gridPath: pathOf('cardGrid', name),
      ...(said && { said }),
    }),
  );
}

import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { FileRefused } from '../../domain/import/spreadsheets.ts';
import { latestVersions } from '../../domain/knowledge/cards-in-force.ts';
import { compareCards } from '../../domain/knowledge/compare-cards.ts';
import { importGrid } from '../../domain/knowledge/import-grid.ts';
import { publishCards } from '../../domain/knowledge/publish-cards.ts';
import { shortMoment } from '../../domain/report/french.ts';
import { gridPage } from '../../pages/grid-page.ts';
import { formBody, HttpError } from '../middleware/http.ts';
import { pageAnswer, redirect } from '../middleware/page-answer.ts';
import { type EditorRequest, frameOf, pathOf } from './editor-parts.ts';
import { listShown } from './list-page.ts';
import { placesSent } from './places-sent.ts';
import { sentFile } from './sent-file.ts';

/** A file was sent: it is read at once, since it is small, and its comparison is the next page. */
export async function gridSent(request: EditorRequest): Promise<APIGatewayProxyStructuredResultV2> {
  const { parts, programme, user, at } = request;
  const { bytes, fileName, kind } = await sentFile(request.event);
  try {
    const grid = await parts.grids.read(bytes);
    if (kind === 'places') {
      return await placesSent(grid, request);
    }
    const importId = `${at.slice(0, 19).replaceAll(/[-:]/g, '')}-${parts.random()}`;
    const kept = await importGrid(
      { programme: programme.name, importId, fileName, at, by: user.userName, grid },
      parts,
    );
    return 'refused' in kept
      ? await listShown(request, { text: `« ${fileName} » n’est pas lu : ${kept.refused}`, fault: true })
      : redirect(pathOf('cardGridPreview', programme.name, importId), [], 303);
  } catch (error) {
    if (error instanceof FileRefused) {
      return await listShown(request, { text: `« ${fileName} » n’est pas lu : ${error.message}`, fault: true });
    }
    throw error;
  }
}

export async function gridShown(
  importId: string,
  request: EditorRequest,
  stale = false,
): Promise<APIGatewayProxyStructuredResultV2> {
  const { parts, programme } = request;
  const grid = await gridOf(importId, request);
  const { versions, edition } = await parts.base.published(programme.name);
  const closed =
    grid.publishedAt === undefined
      ? undefined
      : `Cette grille est publiée depuis le ${shortMoment(programme.calendar.timeZone, grid.publishedAt)} : les conseillers la voient. Ci-dessous, ce qui en diffère aujourd’hui.`;
  return pageAnswer(
    stale ? 409 : 200,
    gridPage({
      ...frameOf(request),
      ...{ fileName: grid.fileName, rows: grid.rows, faults: grid.faults, edition },
      notices: stale
        ? [
            'Quelqu’un a publié des fiches entre-temps : rien n’a été changé. Vérifiez la comparaison, puis publiez.',
            ...grid.notices,
          ]
        : grid.notices,
      comparison: compareCards(grid.cards, latestVersions(versions)),
      ...(closed !== undefined && { closed }),
      path: pathOf('cardGridPublish', programme.name, importId),
    }),
  );
}

/** Publishes what was compared, all of it or nothing. */
export async function gridPublished(
  importId: string,
  request: EditorRequest,
): Promise<APIGatewayProxyStructuredResultV2> {
  const { event, parts, programme, user, at } = request;
  const grid = await gridOf(importId, request);
  const form = formBody(event);
  const [corrected, withdrawn] = [form.getAll('corrects'), form.getAll('withdraw')];
  const answer = await publishCards(
    [
      ...grid.cards.map(({ cardId, text }) => ({ cardId, text, corrects: corrected.includes(cardId) })),
      ...withdrawn.map((cardId) => ({ cardId })),
    ],
    {
      ...{ programme: programme.name, at, by: user.userName, origin: 'import', id: `grid-${importId}` },
      seen: Number(form.get('edition')),
    },
    parts.base,
  );
  if (answer.type === 'stale' && grid.publishedAt === undefined) {
    return await gridShown(importId, request, true);
  }
  if (grid.publishedAt === undefined) {
    await parts.base.saveImport(programme.name, { ...grid, publishedAt: at });
  }
  return redirect(pathOf('cardGridPreview', programme.name, importId), [], 303);
}

async function gridOf(importId: string, { parts, programme }: EditorRequest) {
  const grid = await parts.base.findImport(programme.name, importId);
  if (grid === undefined) {
    throw new HttpError(404, 'Cette grille n’existe pas. Renvoyez le fichier.');
  }
  return grid;
}

import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import type { Grid } from '../../domain/knowledge/grid.ts';
import { readPlaces } from '../../domain/place/read-places.ts';
import type { EditorRequest } from './editor-parts.ts';
import { listShown } from './list-page.ts';

/** The client's table of places replaces the one before, when each of its rows can be read: a place that is left out would send nobody there. */
export async function placesSent(grid: Grid, request: EditorRequest): Promise<APIGatewayProxyStructuredResultV2> {
  const { parts, programme, at } = request;
  const before = await parts.content.inForce(programme.name, 'places', at);
  const read = readPlaces(grid, before.communes);
  const fault = (text: string) => listShown(request, { text, fault: true });
  if ('refused' in read) {
    return await fault(`Les lieux ne sont pas lus. ${read.refused}`);
  }
  if (read.faults.length > 0) {
    const some = read.faults
      .slice(0, 10)
      .map(({ row, column, value, reason }) => `ligne ${row}, ${column} « ${value} » : ${reason}`);
    return await fault(
      `Les lieux en vigueur ne changent pas, corrigez le fichier puis renvoyez-le. ${some.join(' ; ')}.`,
    );
  }
  if (read.places.length === 0) {
    return await fault('Ce fichier n’a aucun lieu : les lieux en vigueur ne changent pas.');
  }
  const value = { ...before, places: read.places };
  await parts.versions.add(programme.name, 'places', { validFrom: at, hash: parts.hash(value), origin: 'edit', value });
  const gone = before.places.filter(({ id }) => !read.places.some((place) => place.id === id)).length;
  const text = `${read.places.length} lieux sont publiés, à la place des ${before.places.length} d’avant (${gone} n’y sont plus). Les conseillers les voient dans cinq minutes au plus.`;
  return await listShown(request, { text, fault: false });
}

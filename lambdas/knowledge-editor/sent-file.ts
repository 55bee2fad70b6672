import { type ApiEvent, HttpError } from '../middleware/http.ts';

/** Lambda takes 6 MB in base64. */
const mostBytes = 4_300_000;

/** The file and the choice of a form sent by a browser (`multipart/form-data`). */
export async function sentFile({ body, isBase64Encoded, headers }: ApiEvent) {
  const type = headers['content-type'] ?? '';
  const bytes = Buffer.from(body ?? '', isBase64Encoded ? 'base64' : 'latin1');
  const form = await new Response(bytes, { headers: { 'content-type': type } }).formData().catch(() => {
    throw new HttpError(400, 'Le fichier n’est pas arrivé entier. Renvoyez-le.');
  });
  const file = form.get('file');
  if (!(file instanceof File) || file.size === 0) {
    throw new HttpError(400, 'Choisissez un fichier, puis renvoyez le formulaire.');
  }
  if (file.size > mostBytes) {
    throw new HttpError(400, 'Ce fichier dépasse 4 Mo : ne gardez que la feuille des questions, ou partagez-la.');
  }
  return {
    bytes: new Uint8Array(await file.arrayBuffer()),
    fileName: file.name.slice(0, 120),
    kind: form.get('kind') === 'places' ? ('places' as const) : ('cards' as const),
  };
}

import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { outboundRoutes } from '../../contracts/outbound-routes.ts';
import { routes } from '../../contracts/routes.ts';
import { localIso } from '../../domain/calendar/local-time.ts';
import type { ImportJob } from '../../domain/recipient/import-job.ts';
import { importHomePage } from '../../pages/import-home-page.ts';
import { importPage } from '../../pages/import-page.ts';
import { messagePage } from '../../pages/message-page.ts';
import { type ApiUser, HttpError } from '../middleware/http.ts';
import { pageAnswer, redirect } from '../middleware/page-answer.ts';
import { homePath, importPath, type ListRequest, type RecipientListsParts } from './recipient-lists-parts.ts';

const listed = 50;
/** The function that works on lists has 15 minutes; a run that says nothing for longer than this has died or waits to be tried again. */
const stalledMs = 5 * 60_000;
/** Seconds between two looks at an import under way. */
const refresh = '3';

/** The one programme with a register that the user supervises, or the choice. */
export function programmesPage(user: ApiUser, { programmes }: RecipientListsParts): APIGatewayProxyStructuredResultV2 {
  const own = Object.values(programmes).filter(
    ({ name, outbound }) => outbound !== undefined && user.groups.includes(`${name}:supervisor`),
  );
  const [only] = own;
  if (only === undefined) {
    throw new HttpError(403, 'Votre compte ne permet d’importer de liste dans aucun programme.');
  }
  if (own.length === 1) {
    return redirect(homePath(only.name));
  }
  const text = `Vous supervisez plusieurs programmes : ${own.map(({ title }) => title).join(', ')}.`;
  const link = { href: homePath(only.name), label: `Listes de ${only.title}` };
  return pageAnswer(200, messagePage({ title: 'Listes de personnes', text, link }));
}

/** What has been sent, and the forms that send more. Each opening of the page makes a place for one file. */
export async function home(
  { programme, user }: ListRequest,
  { jobs, files, publicUrl, now, random }: RecipientListsParts,
  said?: string,
): Promise<APIGatewayProxyStructuredResultV2> {
  const { name, title, calendar } = programme;
  const importId = `${localIso('UTC', now()).slice(0, 19).replaceAll(/[-:]/g, '')}-${random()}`;
  const [upload, latest] = await Promise.all([
    files.uploadForm(name, importId, `${publicUrl}${importPath(name, importId)}`),
    jobs.latest(name, listed),
  ]);
  const body = importHomePage({
    programme: title,
    timeZone: calendar.timeZone,
    upload,
    jobs: latest,
    hrefOf: (id) => importPath(name, id),
    departurePath: outboundRoutes.recipientDeparture.path.replace('{programme}', name),
    correctionsPath: outboundRoutes.recipientCorrections.path.replace('{programme}', name),
    ...(said === undefined ? {} : { said }),
    userName: user.displayName,
    signOutPath: routes.signOut.path,
  });
  return pageAnswer(200, body);
}

/** An import as it stands. The browser that has just sent the file lands here: the reading starts then, once. */
export async function shownImport(
  importId: string,
  { programme, user }: ListRequest,
  parts: RecipientListsParts,
): Promise<APIGatewayProxyStructuredResultV2> {
  const { name, title, calendar } = programme;
  const { jobs, files, now } = parts;
  const job = (await jobs.find(name, importId)) ?? (await begun(importId, { programme, user }, parts));
  const path = importPath(name, importId);
  const waiting = job.state === 'reading' || job.state === 'committing' || job.state === 'undoing';
  const answer = pageAnswer(
    200,
    importPage({
      programme: title,
      timeZone: calendar.timeZone,
      job,
      preview: job.state === 'ready' ? await files.preview(name, importId) : undefined,
      stalled: Date.parse(now()) - Date.parse(job.changedAt) > stalledMs,
      homePath: homePath(name),
      stepPath: path,
      errorsPath: outboundRoutes.recipientErrors.path.replace('{programme}', name).replace('{importId}', importId),
      userName: user.displayName,
      signOutPath: routes.signOut.path,
    }),
  );
  return waiting ? { ...answer, headers: { ...answer.headers, refresh } } : answer;
}

async function begun(
  importId: string,
  { programme: { name }, user }: ListRequest,
  { jobs, files, start, now }: RecipientListsParts,
): Promise<ImportJob> {
  if (!(await files.arrived(name, importId))) {
    throw new HttpError(404, 'Cet import n’existe pas, ou son fichier n’est pas arrivé. Renvoyez-le.');
  }
  const at = now();
  const job: ImportJob = {
    ...{ importId, state: 'reading', version: 1, decisions: {} },
    ...{ startedAt: at, startedBy: user.userName, changedAt: at },
  };
  await jobs.save(name, job);
  await start({ programme: name, importId });
  return (await jobs.find(name, importId)) ?? job;
}

export async function errorsOf(
  importId: string,
  { programme: { name } }: ListRequest,
  { jobs, files }: RecipientListsParts,
): Promise<APIGatewayProxyStructuredResultV2> {
  const job = await jobs.find(name, importId);
  if (job?.counts === undefined) {
    throw new HttpError(404, 'Le classeur de cet import n’existe pas encore.');
  }
  return redirect(await files.errorsLink(name, importId, `${name}_import_${importId.slice(0, 8)}_erreurs.xlsx`));
}

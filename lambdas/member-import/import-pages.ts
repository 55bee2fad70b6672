import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { localIso } from '../../domain/calendar/local-time.ts';
import { filesOf } from '../../domain/member-import/import-ports.ts';
import type { MemberImport } from '../../domain/member-import/member-import.ts';
import { importPath, memberImportHomePage } from '../../pages/alertes/import-home-page.ts';
import { memberImportPage } from '../../pages/alertes/import-page.ts';
import { alertAnswer, unknownHere } from '../middleware/alert-page.ts';
import { redirect } from '../middleware/page-answer.ts';
import type { MemberImportRequest } from './member-import-parts.ts';

type Answer = APIGatewayProxyStructuredResultV2;

const listed = 50;
/** The function that works has 15 minutes; a run that says nothing for longer than this has died or waits to be tried again. */
const stalledMs = 3 * 60_000;
/** Seconds between two looks at an import under way. */
const refresh = '3';

/** Each opening of the page makes a place for one file. */
export async function importHome({
  visitor,
  own,
  files,
  publicUrl,
  staff,
  timeZone,
  now,
  random,
}: MemberImportRequest): Promise<Answer> {
  const importId = `${localIso('UTC', now()).slice(0, 19).replaceAll(/[-:]/g, '')}-${random()}`;
  const [upload, jobs] = await Promise.all([
    files.uploadForm(filesOf(visitor.scope), importId, `${publicUrl}${importPath(importId)}`),
    own.latest(listed),
  ]);
  const names = await staff(
    visitor.scope,
    jobs.map(({ startedBy }) => startedBy),
  );
  return alertAnswer(200, memberImportHomePage({ visitor: visitor.page, upload, jobs, timeZone, staff: names }));
}

/** An import as it stands. The browser that has just sent the file lands here: the reading starts then, once. */
export async function shownImport(importId: string, request: MemberImportRequest): Promise<Answer> {
  const { visitor, own, files, members, content, timeZone, now } = request;
  const { scope } = visitor;
  const job = (await own.find(importId)) ?? (await begun(importId, request));
  const at = now();
  const [preview, groups, { consentTexts }] = await Promise.all([
    job.state === 'ready' ? files.preview(filesOf(scope), importId) : undefined,
    members(scope).groups(),
    content.inForce(scope.programme, 'alerts', at),
  ]);
  const author = (await request.staff(scope, [job.startedBy])).get(job.startedBy) ?? job.startedBy;
  const stalled = Date.parse(at) - Date.parse(job.changedAt) > stalledMs;
  const view = { visitor: visitor.page, job, preview, groups, consent: consentTexts[0], timeZone, stalled, author };
  const answer = alertAnswer(200, memberImportPage(view));
  return job.state === 'reading' || job.state === 'committing'
    ? { ...answer, headers: { ...answer.headers, refresh } }
    : answer;
}

async function begun(
  importId: string,
  { visitor, own, files, start, now }: MemberImportRequest,
): Promise<MemberImport> {
  const { scope, userName } = visitor;
  // The place in the bucket is the structure's: whoever guesses the id of another's import finds nothing there.
  if (!(await files.arrived(filesOf(scope), importId))) {
    throw unknownHere();
  }
  const at = now();
  const job: MemberImport = {
    ...{ importId, state: 'reading', version: 1, decisions: {}, groupChoices: {} },
    ...{ startedAt: at, startedBy: userName, changedAt: at },
  };
  await own.save(job);
  await start({ structure: scope.structure, importId });
  return (await own.find(importId)) ?? job;
}

export async function importErrors(importId: string, { visitor, own, files }: MemberImportRequest): Promise<Answer> {
  const job = await own.find(importId);
  if (job?.counts === undefined) {
    throw unknownHere();
  }
  return redirect(
    await files.errorsLink(filesOf(visitor.scope), importId, `import_${importId.slice(0, 8)}_erreurs.xlsx`),
  );
}

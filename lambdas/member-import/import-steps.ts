import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { filesOf } from '../../domain/member-import/import-ports.ts';
import { memberFields } from '../../domain/member-import/member-fields.ts';
import type { MemberImport } from '../../domain/member-import/member-import.ts';
import { importPath } from '../../pages/alertes/import-home-page.ts';
import { unknownHere } from '../middleware/alert-page.ts';
import { HttpError } from '../middleware/http.ts';
import { redirect } from '../middleware/page-answer.ts';
import type { MemberImportRequest } from './member-import-parts.ts';

/** What a person asks of an import, by the form's `step`: `map`, `decide`, `commit`, `resume`. Pressed twice, it is done once. */
export async function steppedImport(
  importId: string,
  form: URLSearchParams,
  request: MemberImportRequest,
): Promise<APIGatewayProxyStructuredResultV2> {
  const { visitor, own, files, start, now } = request;
  const job = await own.find(importId);
  if (job === undefined) {
    throw unknownHere();
  }
  const step = form.get('step') ?? '';
  const pressedAgain = step === 'commit' && (job.state === 'committing' || job.state === 'done');
  // Forgetting a member takes away the files they came by: nothing more can be read of them.
  if (!pressedAgain && !(await files.arrived(filesOf(visitor.scope), importId))) {
    throw new HttpError(409, 'Le fichier de cet import n’est plus gardé. Envoyez-le de nouveau.');
  }
  const resumed = step === 'resume' && (job.state === 'reading' || job.state === 'committing');
  if (!pressedAgain && !resumed) {
    const next = { ...(await after(job, step, form, request)), version: job.version + 1, changedAt: now() };
    if (!(await own.save(next))) {
      throw new HttpError(409, 'Cet import a changé entre-temps. Rouvrez la page, puis recommencez.');
    }
  }
  if (!pressedAgain) {
    await start({ structure: visitor.scope.structure, importId });
  }
  return redirect(importPath(importId), [], 303);
}

async function after(
  job: MemberImport,
  step: string,
  form: URLSearchParams,
  { visitor, content, now }: MemberImportRequest,
): Promise<MemberImport> {
  switch (`${job.state} ${step}`) {
    case 'ready map':
      return { ...job, state: 'reading', mapping: mappingOf(form) };
    case 'ready decide':
      return { ...job, state: 'reading', decisions: { ...job.decisions, ...decisionsOf(form) } };
    case 'ready commit': {
      if (form.get('version') !== String(job.version)) {
        throw new HttpError(409, 'L’aperçu a changé entre-temps. Rouvrez la page et vérifiez-le avant d’inscrire.');
      }
      const at = now();
      const { consentTexts } = await content.inForce(visitor.scope.programme, 'alerts', at);
      const read = consentTexts.find(({ version }) => version === form.get('consentText'));
      return {
        ...job,
        ...{ state: 'committing', committedAt: at, committedBy: visitor.userName },
        groupChoices: groupChoicesOf(form),
        ...(read && { consentText: read.version }),
      };
    }
    default:
      throw new HttpError(
        409,
        'Cette action n’est plus possible pour cet import. Rouvrez la page pour voir où il en est.',
      );
  }
}

function mappingOf(form: URLSearchParams): NonNullable<MemberImport['mapping']> {
  const columns = Number(form.get('columns'));
  if (!Number.isInteger(columns) || columns < 1 || columns > 500) {
    throw new HttpError(400, 'Le formulaire des colonnes est incomplet. Rouvrez la page, puis recommencez.');
  }
  return Array.from({ length: columns }, (_, column) => {
    const code = form.get(`c${column}`);
    return memberFields.find((field) => field.code === code)?.code;
  });
}

function decisionsOf(form: URLSearchParams): MemberImport['decisions'] {
  const decided = [...form].flatMap(([name, value]) =>
    name.startsWith('d-') && (value === 'same' || value === 'different') ? [[name.slice(2), value] as const] : [],
  );
  return Object.fromEntries(decided);
}

/** A structure has 200 groups at most, each named in 60 characters. */
const mostChoices = 400;
const longestChoice = 64;

/** Ids of groups are looked up again when the file is committed: what is not the structure's is no group. */
function groupChoicesOf(form: URLSearchParams): MemberImport['groupChoices'] {
  const chosen = [...form].flatMap(([name, value]) =>
    name.startsWith('g-') && name.length <= longestChoice ? [[name.slice(2), value.slice(0, longestChoice)]] : [],
  );
  return Object.fromEntries(chosen.slice(0, mostChoices));
}

import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { localTime } from '../../domain/calendar/local-time.ts';
import { acceptedDays, readDay } from '../../domain/import/read-day.ts';
import type { ImportJob } from '../../domain/recipient/import-job.ts';
import { listFields } from '../../domain/recipient/recipient-fields.ts';
import { removeRecipient } from '../../domain/recipient/remove-recipient.ts';
import { HttpError } from '../middleware/http.ts';
import { redirect } from '../middleware/page-answer.ts';
import { home } from './list-pages.ts';
import { importPath, type ListRequest, type RecipientListsParts } from './recipient-lists-parts.ts';

/** What a person asks of an import, by the form's `step`: `map`, `decide`, `commit`, `resume`, `undo`. */
export async function stepped(
  importId: string,
  form: URLSearchParams,
  { programme: { name } }: ListRequest,
  { jobs, start, now }: RecipientListsParts,
): Promise<APIGatewayProxyStructuredResultV2> {
  const job = await jobs.find(name, importId);
  if (job === undefined) {
    throw new HttpError(404, 'Cet import n’existe pas.');
  }
  const next = after(job, form);
  if (next !== undefined && !(await jobs.save(name, { ...next, version: job.version + 1, changedAt: now() }))) {
    throw new HttpError(409, 'Cet import a changé entre-temps. Rouvrez la page, puis recommencez.');
  }
  await start({ programme: name, importId });
  return redirect(importPath(name, importId), [], 303);
}

/** The job that the step makes; undefined when only the run is to be started again. */
function after(job: ImportJob, form: URLSearchParams): ImportJob | undefined {
  const step = form.get('step') ?? '';
  const key = `${job.state} ${step}`;
  switch (key) {
    case 'reading resume':
    case 'committing resume':
    case 'undoing resume':
      return undefined;
    case 'ready map':
      return { ...job, state: 'reading', mapping: mappingOf(form) };
    case 'ready decide':
      return { ...job, state: 'reading', decisions: { ...job.decisions, ...decisionsOf(form) } };
    case 'ready commit':
      if (form.get('version') !== String(job.version)) {
        throw new HttpError(409, 'L’aperçu a changé entre-temps. Rouvrez la page et vérifiez-le avant d’inscrire.');
      }
      return { ...job, state: 'committing' };
    case 'done undo':
      return { ...job, state: 'undoing' };
    default:
      throw new HttpError(
        409,
        'Cette action n’est plus possible pour cet import. Rouvrez la page pour voir où il en est.',
      );
  }
}

function mappingOf(form: URLSearchParams): NonNullable<ImportJob['mapping']> {
  const columns = Number(form.get('columns'));
  if (!Number.isInteger(columns) || columns < 1 || columns > 500) {
    throw new HttpError(400, 'Le formulaire des colonnes est incomplet. Rouvrez la page, puis recommencez.');
  }
  return Array.from({ length: columns }, (_, column) => {
    const code = form.get(`c${column}`);
    return listFields(true).find((field) => field.code === code)?.code;
  });
}

function decisionsOf(form: URLSearchParams): ImportJob['decisions'] {
  const decided = [...form].flatMap(([name, value]) =>
    name.startsWith('d-') && (value === 'same' || value === 'different') ? [[name.slice(2), value] as const] : [],
  );
  return Object.fromEntries(decided);
}

const reasons = ['asked', 'moved', 'deceased'] as const;

/** Someone leaves the register, at once (REFLEX-25). */
export async function departed(
  form: URLSearchParams,
  request: ListRequest,
  parts: RecipientListsParts,
): Promise<APIGatewayProxyStructuredResultV2> {
  const { programme, user } = request;
  const text = (name: string) => form.get(name)?.trim() ?? '';
  const [lastName, firstName, externalId] = [text('lastName'), text('firstName'), text('externalId')];
  const why = reasons.find((one) => one === text('why'));
  const birth = text('birthDate') === '' ? undefined : readDay(text('birthDate'));
  if (lastName === '' || firstName === '' || why === undefined) {
    throw new HttpError(400, 'Le nom, le prénom et le motif sont nécessaires.');
  }
  if (birth !== undefined && 'problem' in birth) {
    throw new HttpError(400, `Date de naissance : ${birth.problem} ; formes acceptées : ${acceptedDays}.`);
  }
  if (birth === undefined && externalId === '') {
    throw new HttpError(400, 'La date de naissance ou l’identifiant est nécessaire : des homonymes existent.');
  }
  const at = parts.now();
  const left = await removeRecipient(
    {
      ...{ programme: programme.name, lastName, firstName, why, at, by: user.userName },
      timeZone: programme.calendar.timeZone,
      ...(birth && { birthDate: birth.day }),
      ...(externalId !== '' && { externalId }),
    },
    { register: parts.register, hash: await parts.hash(), journal: parts.journal },
  );
  const said =
    left.length === 0
      ? `Personne de ce nom n’est au registre, ou elle en est déjà sortie. Vérifiez l’orthographe et la date, telles que dans la liste.`
      : `Sortie du registre à ${localTime(programme.calendar.timeZone, at)} : cette personne ne sera plus appelée.`;
  return await home(request, parts, said);
}

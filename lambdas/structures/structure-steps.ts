import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { alertRoutes } from '../../contracts/alert-routes.ts';
import { createStructure } from '../../domain/structure/create-structure.ts';
import { renameStructure } from '../../domain/structure/rename-structure.ts';
import { noticeOf } from '../../pages/alertes/notices.ts';
import { structuresPage } from '../../pages/alertes/structures-page.ts';
import { alertAnswer, done, operationOf } from '../middleware/alert-page.ts';
import { type ApiEvent, formBody, HttpError } from '../middleware/http.ts';
import type { GeneralVisitor } from '../middleware/structure-visitor.ts';
import { type AccessRequest, accesses } from './access-steps.ts';
import type { StructuresParts } from './structures-parts.ts';

type Answer = APIGatewayProxyStructuredResultV2;

export async function structureList(
  event: ApiEvent,
  { page }: GeneralVisitor,
  parts: StructuresParts,
  refused?: { readonly fault: string; readonly typed: string; readonly operation: string },
): Promise<Answer> {
  const [structures, accounts] = await Promise.all([parts.structures.all(), parts.accounts.all()]);
  const active = accounts.filter(({ disabledAt }) => disabledAt === undefined);
  const view = structuresPage({
    visitor: page,
    structures: structures.map((structure) => ({
      structure,
      accesses: active.filter((account) => account.structure === structure.id).length,
    })),
    operation: parts.operation(),
    ...refused,
    ...noticeOf(event.queryStringParameters?.['fait']),
  });
  return alertAnswer(refused === undefined ? 200 : 400, view);
}

export async function structureCreated(
  event: ApiEvent,
  visitor: GeneralVisitor,
  parts: StructuresParts,
): Promise<Answer> {
  const form = formBody(event);
  const operation = operationOf(form);
  const name = nameOf(form);
  const refuse = (fault: string) => structureList(event, visitor, parts, { fault, typed: name, operation });
  if (!isName(name)) {
    return await refuse(nameFault);
  }
  const id = parts.hash(['structure', operation]).slice(0, 12);
  const { programme, userName: by } = visitor;
  const order = { id, name, programme, timeZone: parts.timeZone, by, at: parts.now() };
  return (await createStructure(order, parts)) === 'taken'
    ? await refuse(takenFault(name))
    : done(alertRoutes.structure.path.replace('{structure}', id), 'structure-creee');
}

/** Renames the structure of a page of accesses, over the name that the page said. */
export async function structureRenamed(
  event: ApiEvent,
  request: AccessRequest,
  parts: StructuresParts,
): Promise<Answer> {
  const form = formBody(event);
  const name = nameOf(form);
  const refuse = (fault: string) => accesses(event, request, parts, { naming: { typed: name, fault } });
  if (!isName(name)) {
    return await refuse(nameFault);
  }
  const { programme, structure, by, path } = request;
  const order = { programme, structure, name, before: form.get('before') ?? '', timeZone: parts.timeZone, by };
  switch (await renameStructure({ ...order, at: parts.now() }, parts)) {
    case 'renamed':
      return done(path, 'structure-renommee');
    case 'taken':
      return await refuse(takenFault(name));
    default:
      throw new HttpError(
        409,
        'Cette structure a été renommée par une autre personne. Rouvrez la page, puis recommencez.',
      );
  }
}

const nameFault = 'Le nom de la structure a de 2 à 80 caractères.';

function takenFault(name: string): string {
  return `Une structure s’appelle déjà « ${name} ».`;
}

function nameOf(form: URLSearchParams): string {
  return (form.get('name') ?? '').trim().replace(/\s+/g, ' ');
}

function isName(name: string): boolean {
  return name.length >= 2 && name.length <= 80;
}

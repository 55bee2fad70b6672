import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { alertRoutes } from '../../contracts/alert-routes.ts';
import { createStructure } from '../../domain/structure/create-structure.ts';
import { noticeOf } from '../../pages/alertes/notices.ts';
import { structuresPage } from '../../pages/alertes/structures-page.ts';
import { alertAnswer, done, operationOf } from '../middleware/alert-page.ts';
import { type ApiEvent, formBody } from '../middleware/http.ts';
import type { GeneralVisitor } from '../middleware/structure-visitor.ts';
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
  const name = (form.get('name') ?? '').trim().replace(/\s+/g, ' ');
  const refuse = (fault: string) => structureList(event, visitor, parts, { fault, typed: name, operation });
  if (name.length < 2 || name.length > 80) {
    return await refuse('Le nom de la structure a de 2 à 80 caractères.');
  }
  const id = parts.hash(['structure', operation]).slice(0, 12);
  const { programme, userName: by } = visitor;
  const order = { id, name, programme, timeZone: parts.timeZone, by, at: parts.now() };
  return (await createStructure(order, parts)) === 'taken'
    ? await refuse(`Une structure s’appelle déjà « ${name} ».`)
    : done(alertRoutes.structure.path.replace('{structure}', id), 'structure-creee');
}

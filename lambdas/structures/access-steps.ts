import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { alertRoutes } from '../../contracts/alert-routes.ts';
import { giveAccess, switchAccess } from '../../domain/structure/give-access.ts';
import type { Structure, StructureRole } from '../../domain/structure/structure.ts';
import { type AccessTyped, accessesPage, type StructureNaming } from '../../pages/alertes/accesses-page.ts';
import type { AlertVisitor } from '../../pages/alertes/frame.ts';
import { noticeOf } from '../../pages/alertes/notices.ts';
import { alertAnswer, done, operationOf, unknownHere } from '../middleware/alert-page.ts';
import { type ApiEvent, formBody, HttpError, pathParameter } from '../middleware/http.ts';
import type { GeneralVisitor, StructureVisitor } from '../middleware/structure-visitor.ts';
import type { StructuresParts } from './structures-parts.ts';

type Answer = APIGatewayProxyStructuredResultV2;

/** Whose accesses a request is about, once it is known that the visitor may. */
export interface AccessRequest {
  readonly programme: string;
  readonly structure: Pick<Structure, 'id' | 'name'>;
  readonly by: string;
  readonly page: AlertVisitor;
  /** Path of the page of accesses, and of the form that gives one. */
  readonly path: string;
  readonly formPath: string;
  /** Gives and takes also administrators' accesses. */
  readonly anyRole: boolean;
}

/** The structure of whoever asks. */
export function ownRequest({ scope, structureName, userName, page }: StructureVisitor): AccessRequest {
  const { path } = alertRoutes.structureUsers;
  const structure = { id: scope.structure, name: structureName };
  return { programme: scope.programme, structure, by: userName, page, path, formPath: path, anyRole: false };
}

/** The structure that a general administrator names. */
export async function generalRequest(
  event: ApiEvent,
  { programme, userName, page }: GeneralVisitor,
  { structures }: StructuresParts,
): Promise<AccessRequest> {
  const structure = await structures.find(pathParameter(event, 'structure'));
  if (structure === undefined) {
    throw unknownHere();
  }
  const path = alertRoutes.structure.path.replace('{structure}', structure.id);
  return { programme, structure, by: userName, page, path, formPath: `${path}/acces`, anyRole: true };
}

export async function accesses(
  event: ApiEvent,
  request: AccessRequest,
  parts: StructuresParts,
  refused: {
    readonly typed?: AccessTyped;
    readonly naming?: Pick<StructureNaming, 'typed' | 'fault'>;
  } = {},
): Promise<Answer> {
  const { structure, page, path, formPath, anyRole } = request;
  const { typed, naming } = refused;
  const all = await parts.accounts.all();
  const view = accessesPage({
    title: anyRole ? structure.name : 'Utilisateurs',
    visitor: page,
    active: anyRole ? 'structures' : 'users',
    accounts: all.filter((account) => account.structure === structure.id),
    path: formPath,
    operation: parts.operation(),
    anyRole,
    ...(anyRole ? { naming: { path: `${path}/nom`, name: structure.name, ...naming } } : {}),
    ...(typed === undefined ? {} : { typed }),
    ...noticeOf(event.queryStringParameters?.['fait']),
  });
  return alertAnswer(typed === undefined && naming === undefined ? 200 : 400, view);
}

/** Back to the home page, as after any registration (ALERTES-15); to the structure for who manages several. */
export async function accessGiven(event: ApiEvent, request: AccessRequest, parts: StructuresParts): Promise<Answer> {
  const form = formBody(event);
  const operation = operationOf(form);
  const text = (name: string) => (form.get(name) ?? '').trim().replace(/\s+/g, ' ');
  const [displayName, email, role] = [text('displayName'), text('email'), text('role')];
  const refuse = (fault: string) => accesses(event, request, parts, { typed: { displayName, email, role, fault } });
  if (displayName.length < 2 || displayName.length > 80) {
    return await refuse('Le prénom et le nom ont de 2 à 80 caractères.');
  }
  if (!/^[^\s@<>]+@[^\s@<>]+\.[^\s@<>.]+$/.test(email) || email.length > 120) {
    return await refuse(`« ${email} » n’est pas une adresse de courriel ; exemple : prenom.nom@centre.fr.`);
  }
  const { programme, structure, by } = request;
  const given = await giveAccess(
    {
      programme,
      structure,
      userName: parts.hash(['access', structure.id, operation]),
      displayName,
      email,
      role: grantable(role, request),
      timeZone: parts.timeZone,
      by,
      at: parts.now(),
    },
    parts,
  );
  if (given === 'refused') {
    return await refuse(
      'Cette adresse ne peut pas recevoir d’accès. Vérifiez-la ; si elle est juste, adressez-vous à l’administrateur général.',
    );
  }
  return done(request.anyRole ? request.path : alertRoutes.alertHome.path, 'acces-cree');
}

function grantable(role: string, { anyRole }: AccessRequest): StructureRole {
  return anyRole && role === 'admin' ? 'admin' : 'user';
}

export async function accessSwitched(event: ApiEvent, request: AccessRequest, parts: StructuresParts): Promise<Answer> {
  const account = await parts.accounts.find(pathParameter(event, 'userName'));
  // An account of another structure is as unknown as one that does not exist.
  if (account === undefined || account.structure !== request.structure.id) {
    throw unknownHere();
  }
  if (account.role === 'admin' && !request.anyRole) {
    throw new HttpError(403, 'L’accès d’un administrateur se retire auprès de l’administrateur général.');
  }
  const action = formBody(event).get('action');
  if (action !== 'desactiver' && action !== 'reactiver') {
    throw new HttpError(400, 'Le formulaire ne dit pas s’il faut désactiver ou réactiver l’accès.');
  }
  const enabled = action === 'reactiver';
  const { programme, by } = request;
  const order = { programme, timeZone: parts.timeZone, by, at: parts.now(), account, enabled };
  if (!(await switchAccess(order, parts))) {
    throw new HttpError(409, 'Cet accès a changé entre-temps. Rouvrez la page, puis recommencez.');
  }
  return done(request.path, enabled ? 'acces-reactive' : 'acces-desactive');
}

import { generalRole } from '../../contracts/alert-routes.ts';
import type { Funding } from '../../domain/programme/alert-content.ts';
import type { Programme } from '../../domain/programme/programme.ts';
import type { StructureRole } from '../../domain/structure/structure.ts';
import type { StructureScope } from '../../domain/structure/structure-scope.ts';
import type { AlertVisitor } from '../../pages/alertes/frame.ts';
import { deployedProgrammes } from './deployed-programmes.ts';
import { type ApiEvent, HttpError, userOf } from './http.ts';

/** Who acts in their own structure. */
export interface StructureVisitor {
  readonly scope: StructureScope;
  readonly structureName: string;
  readonly role: StructureRole;
  readonly userName: string;
  /** What pages show of them. */
  readonly page: AlertVisitor;
}

/** Who manages structures and accesses: no scope, hence no member's data. */
export interface GeneralVisitor {
  readonly programme: string;
  readonly userName: string;
  readonly page: AlertVisitor;
}

/** The one programme of this deployment by which structures write; throws where there is none. */
export function alertProgramme(): Programme & { readonly alerts: NonNullable<Programme['alerts']> } {
  for (const programme of Object.values(deployedProgrammes())) {
    const { alerts } = programme;
    if (alerts !== undefined) {
      return { ...programme, alerts };
    }
  }
  throw new Error('This deployment has no programme with alerts, and a function that serves them');
}

/**
 * Who asks and in which structure, by what the authorizer read of their account; nothing of the request is looked at. Throws 401 without a session, 403
 * without an access, or when `least` is `admin` and they are not.
 */
export function structureVisitor(event: ApiEvent, least: StructureRole): StructureVisitor {
  const { name } = alertProgramme();
  const page = alertVisitor(event);
  const { structure, structureName, structureRole } = contextOf(event);
  if (structure === '' || page.role === undefined) {
    throw new HttpError(403, 'Votre compte n’est rattaché à aucune structure, ou son accès a été désactivé.');
  }
  if (least === 'admin' && structureRole !== 'admin') {
    throw new HttpError(403, 'Cette page est réservée à l’administrateur de votre structure.');
  }
  const { userName } = userOf(event);
  return { scope: { programme: name, structure }, structureName, role: page.role, userName, page };
}

/** Throws 401 without a session, 403 unless they are a general administrator. */
export function generalVisitor(event: ApiEvent): GeneralVisitor {
  const page = alertVisitor(event);
  if (!page.general) {
    throw new HttpError(403, 'Cette page est réservée aux administrateurs généraux.');
  }
  return { programme: alertProgramme().name, userName: userOf(event).userName, page };
}

/** Whoever is signed in, of a structure or general; throws 401 without a session. */
export function alertVisitor(event: ApiEvent): AlertVisitor {
  const { displayName, groups } = userOf(event);
  const programme = alertProgramme();
  const { structureName, structureRole } = contextOf(event);
  return {
    ...anonymous(programme.title, programme.alerts.funding),
    displayName,
    ...(structureName === '' ? {} : { structureName }),
    ...(structureRole === 'admin' || structureRole === 'user' ? { role: structureRole } : {}),
    general: groups.includes('administrator') || groups.includes(`${programme.name}:${generalRole}`),
  };
}

/** Whoever may not be known: of public pages and refusals. */
export function anonymous(title: string, funding: Funding): AlertVisitor {
  return { service: title, funding, general: false };
}

function contextOf(event: ApiEvent): { structure: string; structureName: string; structureRole: string } {
  const { structure, structureName, structureRole } = event.requestContext.authorizer?.lambda ?? {};
  const text = (value: unknown) => (typeof value === 'string' ? value : '');
  return {
    structure: text(structure),
    structureName: text(structureName),
    structureRole: text(structureRole),
  };
}

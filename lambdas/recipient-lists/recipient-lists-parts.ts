import { outboundRoutes } from '../../contracts/outbound-routes.ts';
import type { Journal } from '../../domain/journal/journal.ts';
import type { Programme } from '../../domain/programme/programme.ts';
import type { KeyedHash } from '../../domain/recipient/identity-keys.ts';
import type { ImportFiles } from '../../domain/recipient/import-files.ts';
import type { ImportJobs } from '../../domain/recipient/import-job.ts';
import type { RecipientRegister } from '../../domain/recipient/recipient-register.ts';
import { type ApiEvent, type ApiUser, HttpError, pathParameter, requireRole } from '../middleware/http.ts';

export interface RecipientListsParts {
  readonly programmes: Readonly<Record<string, Programme>>;
  readonly jobs: ImportJobs;
  readonly files: ImportFiles;
  readonly register: RecipientRegister;
  readonly journal: Pick<Journal, 'append'>;
  readonly hash: () => Promise<KeyedHash>;
  /** Starts the function that reads and writes lists. */
  readonly start: (order: { readonly programme: string; readonly importId: string }) => Promise<void>;
  /** Public base URL, without a trailing slash. */
  readonly publicUrl: string;
  readonly now: () => string;
  /** Eight random small letters and digits. */
  readonly random: () => string;
}

/** What a request is about, once it is known that its user may. */
export interface ListRequest {
  readonly programme: Programme;
  readonly user: ApiUser;
}

/** Only supervisors of the programme see or send lists: they hold everybody's name and door code. */
export function listRequest(event: ApiEvent, user: ApiUser, parts: RecipientListsParts): ListRequest {
  const name = pathParameter(event, 'programme');
  requireRole(user, name, ['supervisor']);
  const programme = parts.programmes[name];
  if (programme?.outbound === undefined) {
    throw new HttpError(404, `Le programme « ${name} » n’a pas de registre ici.`);
  }
  return { programme, user };
}

export function importIdOf(event: ApiEvent): string {
  const importId = pathParameter(event, 'importId');
  if (!/^\d{8}T\d{6}-[a-z0-9]{8}$/.test(importId)) {
    throw new HttpError(404, 'Cet import n’existe pas.');
  }
  return importId;
}

export function homePath(programme: string): string {
  return outboundRoutes.recipientLists.path.replace('{programme}', programme);
}

export function importPath(programme: string, importId: string): string {
  return outboundRoutes.recipientImport.path.replace('{programme}', programme).replace('{importId}', importId);
}

import { knowledgeRoutes } from '../../contracts/knowledge-routes.ts';
import { routes } from '../../contracts/routes.ts';
import { localDay } from '../../domain/calendar/local-time.ts';
import type { Content } from '../../domain/content/content.ts';
import type { ContentVersions } from '../../domain/content/content-versions.ts';
import type { Journal } from '../../domain/journal/journal.ts';
import type { Grids } from '../../domain/knowledge/grid.ts';
import type { KnowledgeBase } from '../../domain/knowledge/knowledge-base.ts';
import type { MotiveDefinition, Programme, SchemeDefinition } from '../../domain/programme/programme.ts';
import { type ApiEvent, type ApiUser, HttpError, pathParameter, requireRole } from '../middleware/http.ts';

export interface EditorParts {
  readonly base: KnowledgeBase;
  readonly content: Content;
  readonly versions: ContentVersions;
  readonly journal: Pick<Journal, 'read'>;
  readonly grids: Grids;
  readonly programmes: Readonly<Record<string, Programme>>;
  /** Hash of a value, the same for the same content. */
  readonly hash: (value: unknown) => string;
  readonly now: () => string;
  /** Eight random small letters and digits. */
  readonly random: () => string;
}

/** What a request is about, once it is known that its user may. */
export interface EditorRequest {
  readonly event: ApiEvent;
  readonly parts: EditorParts;
  readonly programme: Programme;
  readonly user: ApiUser;
  readonly at: string;
  /** Local day. */
  readonly today: string;
  readonly schemes: readonly SchemeDefinition[];
  readonly motives: readonly MotiveDefinition[];
}

/** Those who answer for what agents say: supervisors and the client. */
export async function editorRequest(event: ApiEvent, user: ApiUser, parts: EditorParts): Promise<EditorRequest> {
  const name = pathParameter(event, 'programme');
  requireRole(user, name, ['supervisor', 'client']);
  const programme = parts.programmes[name];
  if (programme?.knowledge === undefined) {
    throw new HttpError(404, `Le programme « ${name} » n’a pas de fiches ici.`);
  }
  const at = parts.now();
  const [schemes, motives] = await Promise.all([
    parts.content.inForce(name, 'schemes', at),
    parts.content.inForce(name, 'motives', at),
  ]);
  return { event, parts, programme, user, at, today: localDay(programme.calendar.timeZone, at), schemes, motives };
}

/** What every page of the editor has. */
export function frameOf({ programme, user }: EditorRequest) {
  return {
    programme: programme.title,
    timeZone: programme.calendar.timeZone,
    listPath: pathOf('cardList', programme.name),
    userName: user.displayName,
    signOutPath: routes.signOut.path,
  };
}

export function labelOf({ schemes, motives }: EditorRequest): (code: string | undefined) => string {
  return (code) => [...schemes, ...motives].find((one) => one.code === code)?.label ?? code ?? 'Toutes';
}

export function pathOf(route: keyof typeof knowledgeRoutes, programme: string, last = ''): string {
  const place = { '{programme}': programme, '{card}': last, '{importId}': last };
  return Object.entries(place).reduce(
    (path, [name, value]) => path.replace(name, encodeURIComponent(value)),
    String(knowledgeRoutes[route].path),
  );
}

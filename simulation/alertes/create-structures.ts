import { alertRoutes } from '../../contracts/alert-routes.ts';
import { type AlertesWorld, generalAdministrator, type Visited } from './open-alertes.ts';
import { formsOf, standingFields } from './page-forms.ts';

export interface PlannedStructure {
  readonly name: string;
  readonly people: readonly { readonly displayName: string; readonly email: string; readonly role: 'admin' | 'user' }[];
}

export interface CreatedStructure {
  readonly id: string;
  readonly name: string;
  /** In the order planned. */
  readonly users: readonly CreatedUser[];
}

export interface CreatedUser {
  readonly userName: string;
  readonly displayName: string;
  readonly role: 'admin' | 'user';
}

/** The general administrator creates a structure and its accesses, from the pages (ALERTES-02, ALERTES-37). Throws what a page said instead. */
export async function createStructure(
  world: AlertesWorld,
  { name, people }: PlannedStructure,
): Promise<CreatedStructure> {
  const by = generalAdministrator.username;
  const list = await world.visit(by, { method: 'GET', path: alertRoutes.structures.path });
  const created = await submit(world, by, list, alertRoutes.structureCreation.path, { name });
  const path = pathOf(created);
  const id = path.slice(path.lastIndexOf('/') + 1);
  const users: CreatedUser[] = [];
  for (const person of people) {
    const before = await world.visit(by, { method: 'GET', path });
    await submit(world, by, before, `${path}/acces`, person);
    const after = await world.visit(by, { method: 'GET', path });
    const known = new Set(userNamesOf(before.text));
    const userName = userNamesOf(after.text).find((one) => !known.has(one));
    if (userName === undefined) throw new Error(`${person.displayName} has no access to ${name} after it was created`);
    users.push({ userName, displayName: person.displayName, role: person.role });
  }
  return { id, name, users };
}

/** Fills the form of a page that has this action, and sends it. Throws unless it leads elsewhere. */
async function submit(
  world: AlertesWorld,
  user: string,
  page: Visited,
  action: string,
  values: Readonly<Record<string, string>>,
): Promise<Visited> {
  const form = formsOf(page.text).find((one) => one.action === action && one.method === 'POST');
  if (form === undefined) throw new Error(`the page (${page.status}) has no form ${action}`);
  const standing = standingFields(form).filter(([name]) => !(name in values));
  const answer = await world.visit(user, {
    method: 'POST',
    path: action,
    form: [...standing, ...Object.entries(values)],
  });
  if (answer.status !== 303) {
    const said = /role="alert"[^>]*>([^<]*)/.exec(answer.text)?.[1] ?? answer.text.slice(0, 200);
    throw new Error(`${user}: POST ${action} was answered ${answer.status}: ${said}`);
  }
  return answer;
}

function pathOf({ headers }: Visited): string {
  return (headers['location'] ?? '').split('?')[0] ?? '';
}

function userNamesOf(page: string): readonly string[] {
  return formsOf(page).flatMap(({ action }) => /\/acces\/([0-9a-f]{32})$/.exec(action)?.[1] ?? []);
}

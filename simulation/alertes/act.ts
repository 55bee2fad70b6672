import { alertRoutes } from '../../contracts/alert-routes.ts';
import { deriveUuid } from '../../local/kernel/random.ts';
import type { AlertesWorld, Visited } from './open-alertes.ts';
import { formsOf, linksOf, standingFields } from './page-forms.ts';

type Values = Readonly<Record<string, string | readonly string[]>>;

/** What somebody of a structure writes in the form of a member. */
export interface NewMember {
  readonly lastName: string;
  readonly firstName: string;
  /** `jj/mm/aaaa`. */
  readonly birthDate: string;
  readonly phone: string;
  /** Names, made where they are not. */
  readonly groups: readonly string[];
  readonly consent: boolean;
}

/** Registers members by the form, some at once, once their groups are there. Throws what a page said instead. */
export async function registerMembers(world: AlertesWorld, user: string, members: readonly NewMember[]): Promise<void> {
  const page = await world.visit(user, { method: 'GET', path: alertRoutes.memberForm.path });
  const known = choicesOf(page.text, 'groups');
  const forms = members.map(({ consent, groups, ...fields }): [string, string][] => [
    ['operation', deriveUuid('registration', user, fields.phone, fields.lastName, fields.firstName)],
    ...Object.entries(fields),
    ...groups.map((name): [string, string] => ['groups', known.get(name) ?? '']),
    ...(consent
      ? ([
          ['consentText', 'v1'],
          ['consent', 'oui'],
        ] as [string, string][])
      : []),
  ]);
  const { path } = alertRoutes.memberCreation;
  const answers = await world.visitTogether(
    user,
    forms.map((form) => ({ method: 'POST', path, form })),
  );
  for (const [index, { status, text }] of answers.entries()) {
    if (status !== 303) throw new Error(`member ${index} was answered ${status}: ${saidIn(text)}`);
  }
}

/** Registers a member by the form, as a referent does. Throws what the page said instead. */
export async function registerMember(world: AlertesWorld, user: string, member: NewMember): Promise<void> {
  const page = await world.visit(user, { method: 'GET', path: alertRoutes.memberForm.path });
  const known = choicesOf(page.text, 'groups');
  const isKnown = (name: string) => known.has(name);
  const { lastName, firstName, birthDate, phone, groups, consent } = member;
  await send(world, user, page, alertRoutes.memberCreation.path, {
    ...{ lastName, firstName, birthDate, phone },
    groups: groups.filter(isKnown).map((name) => known.get(name) ?? ''),
    newGroups: groups.filter((name) => !isKnown(name)),
    ...(consent ? { consent: 'oui' } : {}),
  });
}

export interface NewAlert {
  readonly title: string;
  /** Code. */
  readonly category: string;
  readonly text: string;
  /** Names. */
  readonly groups: readonly string[];
  /** Local day `jj/mm/aaaa` and time `HH:MM`; absent: now. */
  readonly at?: readonly [day: string, time: string];
}

/** Plans a message by the form and its preview, and answers its id. Throws what the page said instead. */
export async function planAlert(world: AlertesWorld, user: string, alert: NewAlert): Promise<string> {
  const { title, category, text, groups, at } = alert;
  const page = await world.visit(user, { method: 'GET', path: alertRoutes.alertForm.path });
  const known = choicesOf(page.text, 'groupes');
  const values = {
    ...{ titre: title, categorie: category, texte: text },
    groupes: groups.map((name) => known.get(name) ?? name),
    ...(at === undefined ? { quand: 'maintenant' } : { quand: 'plus-tard', jour: at[0], heure: at[1] }),
  };
  const preview = await send(world, user, page, alertRoutes.alertPreview.path, values, 200);
  const planned = { ...values, action: 'programmer' };
  const done = await send(
    world,
    user,
    preview,
    alertRoutes.alertPreview.path,
    planned,
    303,
    alertRoutes.alertCreation.path,
  );
  const path = (done.headers['location'] ?? '').split('?')[0] ?? '';
  return path.slice(path.lastIndexOf('/') + 1);
}

/** Notes a date of the first member of the list. Throws what the page said instead. */
export async function noteDate(world: AlertesWorld, user: string, kind: string, day: string): Promise<void> {
  const list = await world.visit(user, { method: 'GET', path: alertRoutes.members.path });
  const member = linksOf(list.text).flatMap((path) => /\/adherents\/([\w-]{20,})$/.exec(path)?.[1] ?? [])[0];
  const path = `${alertRoutes.memberDates.path}?adherent=${member}`;
  const page = await world.visit(user, { method: 'GET', path });
  await send(world, user, page, alertRoutes.memberDateCreation.path, { kind, day });
}

/** Sends a list as a browser does, straight to the bucket, and answers the path of its import once it was read. */
export async function sendList(world: AlertesWorld, user: string, content: string): Promise<string> {
  const page = await world.visit(user, { method: 'GET', path: alertRoutes.memberImports.path });
  const form = formsOf(page.text).find(({ encoding }) => encoding === 'multipart/form-data');
  const fields = new Map(form && standingFields(form));
  const bucket = /([^/]+)\/?$/.exec(form?.action ?? '')?.[1] ?? '';
  await world.cloud.storage.putObject(bucket, fields.get('key') ?? '', Buffer.from(content), {});
  const path = new URL(fields.get('success_action_redirect') ?? '').pathname;
  await world.visit(user, { method: 'GET', path });
  await world.runUntil(world.cloud.kernel.now() + 60_000);
  return path;
}

/** Sends the form of a page as it stands but for these values, to its own address or that of a button of it. */
async function send(
  world: AlertesWorld,
  user: string,
  page: Visited,
  action: string,
  values: Values,
  expected = 303,
  to = action,
): Promise<Visited> {
  const form = formsOf(page.text).find((one) => one.action === action && one.method === 'POST');
  if (form === undefined) throw new Error(`the page (${page.status}) has no form ${action}`);
  const given = Object.entries(values).flatMap(([name, value]) =>
    (typeof value === 'string' ? [value] : value).map((one): [string, string] => [name, one]),
  );
  const standing = standingFields(form).filter(([name]) => !(name in values));
  const answer = await world.visit(user, { method: 'POST', path: to, form: [...standing, ...given] });
  if (answer.status !== expected) {
    throw new Error(`${user}: POST ${to} was answered ${answer.status}: ${saidIn(answer.text)}`);
  }
  return answer;
}

function saidIn(page: string): string {
  return [...page.matchAll(/class="fault"[^>]*>(?:<span>)?([^<]*)/g)].map(([, text = '']) => text).join(' / ');
}

/** Value by label of the boxes of this name. */
function choicesOf(page: string, name: string): ReadonlyMap<string, string> {
  const boxes = page.matchAll(
    new RegExp(`<input\\b[^>]*name="${name}"[^>]*value="([^"]*)"[^>]*>(?:<[^>]*>|\\s)*([^<]*)`, 'g'),
  );
  return new Map([...boxes].map(([, value = '', label = '']) => [label.trim(), value]));
}

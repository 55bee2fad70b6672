import { describe, expect, it } from 'vitest';
import { type LocalCloud, type LocalUser, startLocalCloud } from '../../local/index.ts';
import { sessionCookies } from '../../simulation/session-cookies.ts';
import { assembly, scratch } from '../support/assembly.ts';
import { reflexAssembly } from '../support/reflex-assembly.ts';
import { suiviAssembly } from '../support/suivi-assembly.ts';
import { type Access, hidden, routeAccess } from './route-access.ts';

const cell = 'sociale';
const roles = ['agent', 'supervisor', 'client', 'cell', 'administrator'] as const;
type Who = (typeof roles)[number] | 'nobody';

interface Answer {
  readonly route: string;
  readonly who: Who;
  readonly status: number;
  readonly location: string;
}

/** Every route of the deployment, asked by everybody; what is asked is unknown or badly formed, so that nothing changes. */
async function matrixOf(folder: string, programme: string, hasCells: boolean): Promise<readonly Answer[]> {
  const groups: Readonly<Record<string, string>> = {
    ...Object.fromEntries(['agent', 'supervisor', 'client'].map((role) => [role, `${programme}:${role}`])),
    ...(hasCells ? { cell: `${programme}:cell:${cell}` } : {}),
    administrator: 'administrator',
  };
  const user = (username: string, group: string): LocalUser => ({
    ...{ username, givenName: username, familyName: 'Essai' },
    ...{ email: `${username}@exemple.test`, groups: [group] },
  });
  const cloud = await startLocalCloud({
    assembly: folder,
    state: scratch(`matrix-${programme}`),
    seed: 1,
    start: '2025-07-04T00:00:00.000Z',
    users: Object.entries(groups).map(([name, group]) => user(name, group)),
    inProcess: {},
  });
  try {
    const answers: Answer[] = [];
    const cookieOf = sessionCookies(cloud);
    for (const route of routesOf(cloud)) {
      for (const who of [...roles, 'nobody' as const]) {
        if (who !== 'nobody' && groups[who] === undefined) continue;
        const cookie = who === 'nobody' ? {} : { cookie: cookieOf(who) };
        const { status, headers } = await ask(cloud, route, programme, cookie);
        answers.push({ route, who, status, location: headers['location'] ?? '' });
      }
    }
    return answers;
  } finally {
    await cloud.stop();
  }
}

function routesOf({ resources }: LocalCloud): readonly string[] {
  return resources
    .filter(({ type }) => type === 'AWS::ApiGatewayV2::Route')
    .map(({ properties }) => String(properties['RouteKey']))
    .filter((key) => !key.startsWith('$'));
}

async function ask(cloud: LocalCloud, route: string, programme: string, cookie: Readonly<Record<string, string>>) {
  const [method = '', template = ''] = route.split(' ');
  const path = template
    .replace('{programme}', programme)
    .replace('{cell}', cell)
    .replaceAll(/\{\w+\}/g, 'inconnu');
  const type = path.startsWith('/api/') ? 'application/json' : 'application/x-www-form-urlencoded';
  const lane = `${route}/${cookie['cookie'] ?? ''}`;
  const asked = Promise.withResolvers<Awaited<ReturnType<typeof cloud.http.request>>>();
  cloud.kernel.after(1, lane, async () => {
    const body = Buffer.from(method === 'GET' ? '' : path.startsWith('/api/') ? '{}' : 'x=1');
    asked.resolve(await cloud.http.request({ method, path, headers: { ...cookie, 'content-type': type }, body }, lane));
  });
  await cloud.kernel.runUntil(cloud.kernel.now() + 2);
  return asked.promise;
}

function mayPass(access: Access, who: Who): boolean {
  if (access === 'anyone') return true;
  if (who === 'nobody') return false;
  return access === 'signed-in' || access.some((role) => role === who);
}

/** Refused by the authorizer or the function; whoever is nobody is led from a page to sign in. */
function wasRefused({ status, location, who }: Answer): boolean {
  return status === 401 || status === 403 || (who === 'nobody' && status === 302 && location.startsWith('/connexion'));
}

describe('COMMON-18, COMMON-19: each route of the templates, asked with each role', { timeout: 240_000 }, () => {
  it.each([
    ['samps', () => assembly(), false],
    ['reflex', () => reflexAssembly(), true],
    ['suivi', () => suiviAssembly(), false],
  ] as const)('%s lets those pass who may, and nobody else', async (programme, folder, hasCells) => {
    const answers = await matrixOf(folder(), programme, hasCells);
    expect(answers.length).toBeGreaterThan(100);
    const unsaid = [...new Set(answers.map(({ route }) => route))].filter((route) => routeAccess[route] === undefined);
    const wrong = answers.filter((answer) => {
      const access = routeAccess[answer.route];
      const may = access === undefined || mayPass(access, answer.who);
      return wasRefused(answer) || (!may && hidden.has(answer.route) && answer.status === 404) ? may : !may;
    });
    const broken = answers.filter(({ status }) => status >= 500);
    const said = (some: readonly Answer[]) =>
      some.map(({ route, who, status }) => `${who}: ${route} was answered ${status}`);
    expect({ unsaid, wrong: said(wrong), broken: said(broken) }).toEqual({ unsaid: [], wrong: [], broken: [] });
  });
});

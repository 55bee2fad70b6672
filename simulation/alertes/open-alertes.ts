import { resolve } from 'node:path';
import { type InProcessOptions, type LocalCloud, type LocalUser, startLocalCloud } from '../../local/index.ts';
import { portsFrom } from '../ports-from.ts';
import { sessionCookies } from '../session-cookies.ts';

export const alertesDeployment = resolve(import.meta.dirname, '../../deployments/alertes-demo.json');

/** Whoever manages structures, in every world. */
export const generalAdministrator: LocalUser = {
  username: 'administration',
  givenName: 'Camille',
  familyName: 'Delattre',
  email: 'camille.delattre@centres.example',
  groups: ['alertes:general'],
};

export interface AlertesOptions {
  readonly assembly: string;
  readonly state: string;
  readonly seed: number;
  /** Virtual start, ISO instant. */
  readonly start: string;
  readonly port?: number;
  readonly fresh?: boolean;
  readonly inProcess?: InProcessOptions;
}

export interface Visit {
  readonly method: 'GET' | 'POST';
  /** With its query. */
  readonly path: string;
  readonly form?: readonly (readonly [string, string])[];
  /** Site that the request says it comes from; absent: none is said. */
  readonly origin?: string;
}

export interface Visited {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
  readonly bytes: Buffer;
}

/** The application of the structures, and browsers of whoever is signed in. */
export interface AlertesWorld {
  readonly cloud: LocalCloud;
  /** One request, in virtual time, which stands still but for what it takes. `user`: user name; absent: nobody is signed in. */
  visit(user: string | undefined, visit: Visit): Promise<Visited>;
  /** Several requests at one instant; answers in their order. */
  visitTogether(user: string | undefined, visits: readonly Visit[]): Promise<readonly Visited[]>;
  /** Everything due until this instant (milliseconds) happens. */
  runUntil(until: number): Promise<void>;
}

export async function openAlertes(options: AlertesOptions): Promise<AlertesWorld> {
  const { assembly, state, seed, start, port, fresh, inProcess } = options;
  const cloud = await startLocalCloud({
    assembly,
    state,
    seed,
    start,
    concurrency: 4,
    // Every function has its environment: pages lead from one to the next.
    workers: 24,
    users: [generalAdministrator],
    quotas: { messagesPerSecond: 5, messageSpendUsd: 200 },
    ...(port === undefined ? {} : { ports: portsFrom(port) }),
    ...(fresh === undefined ? {} : { fresh }),
    ...(inProcess === undefined ? {} : { inProcess }),
  });
  const { kernel } = cloud;
  const cookieOf = sessionCookies(cloud);
  let count = 0;
  async function visitTogether(user: string | undefined, visits: readonly Visit[]): Promise<readonly Visited[]> {
    const answers = new Map<number, Visited>();
    for (const [index, visit] of visits.entries()) {
      count += 1;
      const lane = `visit/${count}`;
      kernel.after(1, lane, async () => {
        const { status, headers, body } = await cloud.http.request(requestOf(visit, user && cookieOf(user)), lane);
        answers.set(index, { status, headers, text: body.toString('utf8'), bytes: body });
      });
    }
    await kernel.runUntil(kernel.now() + 2);
    return visits.flatMap((_, index) => answers.get(index) ?? []);
  }
  return {
    cloud,
    runUntil: (until) => kernel.runUntil(until),
    async visit(user, visit) {
      const [answer] = await visitTogether(user, [visit]);
      if (answer === undefined) throw new Error(`${visit.method} ${visit.path} was not answered`);
      return answer;
    },
    visitTogether,
  };
}

function requestOf({ method, path, form, origin }: Visit, cookie: string | undefined) {
  const [rawPath = '', query = ''] = path.split('?');
  return {
    method,
    path: rawPath,
    query,
    headers: {
      host: 'alertes.example',
      ...(cookie === undefined ? {} : { cookie }),
      ...(origin === undefined ? {} : { origin }),
      ...(form === undefined ? {} : { 'content-type': 'application/x-www-form-urlencoded' }),
    },
    body: Buffer.from(
      form === undefined
        ? ''
        : new URLSearchParams(form.map(([name, value]): [string, string] => [name, value])).toString(),
    ),
  };
}

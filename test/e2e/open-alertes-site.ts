import type { BrowserContext, Page } from 'playwright-core';
import { alertRoutes } from '../../contracts/alert-routes.ts';
import { sessionCookie } from '../../contracts/routes.ts';
import { type CreatedStructure, createStructure } from '../../simulation/alertes/create-structures.ts';
import { type AlertesWorld, openAlertes } from '../../simulation/alertes/open-alertes.ts';
import { alertesAssembly } from '../support/alertes-assembly.ts';
import { scratch } from '../support/assembly.ts';

/** The application of the structures, time running. */
export interface AlertesSite {
  readonly url: string;
  readonly world: AlertesWorld;
  /** An administrator and a referent each. */
  readonly structures: readonly CreatedStructure[];
  /** A page of somebody who is signed in, with the session cookie and no more. */
  signedIn(context: BrowserContext, userName: string): Promise<Page>;
  stop(): Promise<void>;
}

/** Friday, 10:00 in Paris. */
const start = '2026-11-20T09:00:00.000Z';
const centres = [
  ['Centre social Lazare Garreau', 'Nadia Benali', 'Paul Roussel'],
  ['Centre social du Chemin Rouge', 'Hélène Vasseur', 'Karim Haddad'],
  ['Centre social de l’Arbrisseau', 'Yanis Lemaire', 'Odile Roux'],
  ['Centre social Mosaïque', 'Aïcha Traoré', 'Luc Delattre'],
] as const;

/** `before`: what is done in virtual time before people come. */
export async function openAlertesSite(
  before: (world: AlertesWorld, structures: AlertesSite['structures']) => Promise<void>,
): Promise<AlertesSite> {
  const world = await openAlertes({ assembly: alertesAssembly(), state: scratch('alertes-e2e'), seed: 1, start });
  const structures: CreatedStructure[] = [];
  for (const [index, [name, admin, referent]] of centres.entries()) {
    const people = [
      { displayName: admin, email: `admin${index}@centre.example`, role: 'admin' },
      { displayName: referent, email: `referent${index}@centre.example`, role: 'user' },
    ] as const;
    structures.push(await createStructure(world, { name, people }));
  }
  await before(world, structures);
  const { cloud } = world;
  const running = cloud.kernel.runRealTime();
  return {
    url: cloud.http.url,
    world,
    structures,
    async signedIn(context, userName) {
      await context.addCookies([{ name: sessionCookie, value: cloud.http.idToken(userName), url: cloud.http.url }]);
      const page = await context.newPage();
      // The first page of each function starts it.
      page.setDefaultTimeout(40_000);
      await page.goto(`${cloud.http.url}${alertRoutes.alertHome.path}`);
      return page;
    },
    async stop() {
      cloud.kernel.stop();
      await running;
      await cloud.stop();
    },
  };
}

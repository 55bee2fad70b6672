import type { BrowserContext, Page } from 'playwright-core';
import { alertRoutes } from '../../contracts/alert-routes.ts';
import { sessionCookie } from '../../contracts/routes.ts';
import { type CreatedStructure, createStructure } from '../../simulation/alertes/create-structures.ts';
import { type AlertesWorld, openAlertes } from '../../simulation/alertes/open-alertes.ts';

import { alertesAssembly } from '../support/alertes-assembly.ts';
import { scratch } from '../support/assembly.ts';

/** The application of the structures with two centres, time running. */
export interface AlertesSite {
  readonly url: string;
  readonly world: AlertesWorld;
  /** An administrator and a referent each. */
  readonly structures: readonly [CreatedStructure, CreatedStructure];
  /** A page of somebody who is signed in, with the session cookie and no more. */
  signedIn(context: BrowserContext, userName: string): Promise<Page>;
  stop(): Promise<void>;
}

/** Friday, 10:00 in Paris. */
const start = '2026-11-20T09:00:00.000Z';

/** `before`: what is done in virtual time before people come. */
export async function openAlertesSite(
  before: (world: AlertesWorld, structures: AlertesSite['structures']) => Promise<void> = async () => undefined,
): Promise<AlertesSite> {
  const assembly = alertesAssembly();
  const world = await openAlertes({ assembly, state: scratch('alertes-e2e'), seed: 1, start });
  const structures = [
    await createStructure(world, {
      name: 'Centre social Lazare Garreau',
      people: [
        { displayName: 'Nadia Benali', email: 'nadia.benali@garreau.example', role: 'admin' },
        { displayName: 'Paul Roussel', email: 'paul.roussel@garreau.example', role: 'user' },
      ],
    }),
    await createStructure(world, {
      name: 'Centre social du Chemin Rouge',
      people: [
        { displayName: 'Hélène Vasseur', email: 'helene.vasseur@cheminrouge.example', role: 'admin' },
        { displayName: 'Karim Haddad', email: 'karim.haddad@cheminrouge.example', role: 'user' },
      ],
    }),
  ] as const;
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
      page.setDefaultTimeout(10_000);
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

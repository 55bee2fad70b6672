import type { Browser, BrowserContext, Page } from 'playwright-core';
import { openReflex } from '../../simulation/reflex/open-reflex.ts';
import { sessionCookies } from '../../simulation/session-cookies.ts';
import { scratch } from '../support/assembly.ts';
import { reflexAssembly } from '../support/reflex-assembly.ts';
import { openBuiltPage } from './built-pages.ts';

const minute = 60_000;

/**
 * A centre of REFLEX in this thread, its register sent, no level declared; agents at home wait for calls, cells for referrals. Pages of the web app as built,
 * whose requests and socket lead to it. Time stands but for what is asked.
 */
export async function openCampaignSite(browser: Browser) {
  const { cloud, world, declaredAt } = await openReflex({
    assembly: reflexAssembly(),
    state: scratch('campaign-pages'),
    ...{ seed: 3, people: 40, agents: 3, date: '2026-07-06', hours: 48, concurrency: 1 },
    ...{ undeclared: true, cellsAway: ['sanitaire'], inProcess: {} },
  });
  const { kernel } = cloud;
  const cookieOf = sessionCookies(cloud);
  let asked = 0;
  let turn = Promise.resolve();
  /** One thing after the other: nothing happens in the centre meanwhile. */
  const inTurn = <T>(run: () => Promise<T>): Promise<T> => {
    const done = turn.then(run);
    turn = done.then(
      () => {},
      () => {},
    );
    return done;
  };
  const play = (ms: number) => inTurn(() => kernel.runUntil(kernel.now() + ms));
  /** Does it in an event of the kernel, and lets a moment pass. */
  const within = <T>(name: string, run: (lane: string) => Promise<T>): Promise<T> =>
    inTurn(async () => {
      asked += 1;
      const lane = `page/${asked}/${name}`;
      const done = Promise.withResolvers<T>();
      kernel.after(1, lane, () => run(lane).then(done.resolve, done.reject));
      await kernel.runUntil(kernel.now() + 50);
      return await done.promise;
    });

  const connect = async (context: BrowserContext, userName: string) => {
    const cookie = cookieOf(userName);
    await context.route('**/api/**', async (route) => {
      const request = route.request();
      const { pathname: path, search } = new URL(request.url());
      const { status, headers, body } = await within(path, (lane) =>
        cloud.http.request(
          {
            ...{ method: request.method(), path, query: search.slice(1) },
            headers: { ...request.headers(), cookie },
            body: request.postDataBuffer() ?? Buffer.alloc(0),
          },
          lane,
        ),
      );
      await route.fulfill({ status, headers, body });
    });
    await context.routeWebSocket('**/temps-reel', async (socket) => {
      const headers = { cookie, origin: cloud.http.url };
      const live = await within('live', (lane) => cloud.http.openLive(headers, (text) => socket.send(text), lane));
      socket.onClose(() => void within('left', () => live.close()));
    });
  };

  await inTurn(() => kernel.runUntil(Date.parse(declaredAt)));
  return {
    world,
    /** Their page, on `path`, as they have it open. */
    page: (userName: string, path: string, width: number): Promise<Page> =>
      openBuiltPage(browser, path, {}, { width, height: 900 }, { prepare: (context) => connect(context, userName) }),
    /** What the API answers to `userName`. */
    ask: (userName: string, path: string, body?: object) =>
      within(path, (lane) =>
        body === undefined
          ? world.browser.call(userName, path, undefined, lane)
          : world.browser.call(userName, path, body, lane),
      ),
    play: (minutes: number) => play(minutes * minute),
    async stop() {
      await turn;
      await cloud.stop();
    },
  };
}

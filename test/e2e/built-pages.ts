import { existsSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import type { Browser, BrowserContext, Page, Request, Route } from 'playwright-core';
import { webPages } from '../../contracts/web-pages.ts';
import { buildWeb } from '../../lib/bundling/build-web.ts';
import { contentSecurityPolicy } from '../../lib/web/page-policy.ts';

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
};

/** The policy that the template gives the pages. */
const policy = contentSecurityPolicy({ signInUrl: 'http://connexion.test', instanceUrls: ['http://connect.test'] });

export type Answer = (request: Request) => unknown;

/** An answer that throws is no answer: the API is out of reach. */
async function answered(route: Route, answer: Answer): Promise<void> {
  let json: unknown;
  try {
    json = await answer(route.request());
  } catch {
    await route.abort();
    return;
  }
  await route.fulfill({ json });
}

/** A page of the web app as built, in a site that is this test alone: `answers` says what its API answers by path, asked each time. `prepare`: before the page opens. */
export async function openBuiltPage(
  browser: Browser,
  path: string,
  answers: Readonly<Record<string, Answer>>,
  viewport = { width: 1440, height: 900 },
  {
    clock = false,
    prepare = async () => {},
  }: { readonly clock?: boolean; readonly prepare?: (context: BrowserContext) => Promise<unknown> } = {},
): Promise<Page> {
  const site = await buildWeb({ root: join(import.meta.dirname, '..', '..') });
  const context = await browser.newContext({ viewport, locale: 'fr-FR', timezoneId: 'Europe/Paris' });
  await context.route('**/*', async (route) => {
    const { pathname } = new URL(route.request().url());
    const answer = answers[pathname];
    if (answer !== undefined) {
      await answered(route, answer);
      return;
    }
    const built = Object.values(webPages).find((one) => one.path === pathname);
    const file = join(site, built === undefined ? pathname : `${built.file}.html`);
    await (existsSync(file) && extname(file) !== ''
      ? route.fulfill({
          body: readFileSync(file),
          headers: {
            'content-type': types[extname(file)] ?? 'application/octet-stream',
            'content-security-policy': policy,
          },
        })
      : route.fulfill({ status: 404, json: { error: 'Cette page n’existe pas.' } }));
  });
  await prepare(context);
  const page = await context.newPage();
  // Time is then the test's own, from now on.
  if (clock) await page.clock.install();
  page.on('console', (said) => {
    if (/Content Security Policy/i.test(said.text()) && !said.text().includes('inline script')) {
      throw new Error(`${path}: ${said.text().slice(0, 300)}`);
    }
  });
  await page.goto(`http://site.test${path}`);
  return page;
}

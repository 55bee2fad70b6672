import { existsSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { webPages } from '../../contracts/web-pages.ts';
import { buildWeb } from '../../lib/bundling/build-web.ts';

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
};

/** A page of the web app as built, in a site that is this test alone: `answers` says what its API answers by path, asked each time. */
export async function openBuiltPage(
  browser: Browser,
  path: string,
  answers: Readonly<Record<string, () => unknown>>,
  viewport = { width: 1440, height: 900 },
): Promise<Page> {
  const site = await buildWeb({ root: join(import.meta.dirname, '..', '..') });
  const context = await browser.newContext({ viewport, locale: 'fr-FR', timezoneId: 'Europe/Paris' });
  await context.route('**/*', async (route) => {
    const { pathname } = new URL(route.request().url());
    const answer = answers[pathname];
    if (answer !== undefined) {
      await route.fulfill({ json: answer() });
      return;
    }
    const built = Object.values(webPages).find((one) => one.path === pathname);
    const file = join(site, built === undefined ? pathname : `${built.file}.html`);
    await (existsSync(file) && extname(file) !== ''
      ? route.fulfill({ body: readFileSync(file), contentType: types[extname(file)] ?? 'application/octet-stream' })
      : route.fulfill({ status: 404, json: { error: 'Cette page n’existe pas.' } }));
  });
  const page = await context.newPage();
  await page.goto(`http://site.test${path}`);
  return page;
}

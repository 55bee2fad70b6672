import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Browser, Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import type { CreatedStructure } from '../../../simulation/alertes/create-structures.ts';
import { findFaults } from '../find-faults.ts';
import type { AlertesSite } from '../open-alertes-site.ts';
import type { LivedCentre } from './live-centres.ts';

/** Screenshots of all that is looked at, in a folder. */
const shots = process.env['PERMANENCE_SCREENSHOTS'];
/** Pictures of the notice are taken anew with PERMANENCE_PICTURES=1: `npm test` then says that they are of the pages as they are. */
const taking = process.env['PERMANENCE_PICTURES'] === '1';
const pictureFolder = resolve(import.meta.dirname, '../../../lambdas/alert-home/assets');
const heights = { 1440: 900, 360: 740 } as const;
/** 1440 px at 200 % are 720; 360 at 112 % are 320, the narrowest that is promised (ALERTES-01). */
const narrower = { 1440: 720, 360: 320 } as const;

/** Somebody of a centre who walks through its pages on one screen. */
export interface Walker extends LivedCentre {
  readonly site: AlertesSite;
  readonly centre: CreatedStructure;
  /** Another centre, and what it sent. */
  readonly other: LivedCentre;
  readonly role: 'user' | 'admin';
  readonly width: 1440 | 360;
  readonly page: Page;
}

const looked = new Set<string>();

/**
 * Judges the page that is shown: the publicity, the logo that leads home, the weight, nothing beside the screen. The first time on a screen of this width, no
 * fault that axe can see, and nothing lost when it is narrower or twice as large.
 */
export async function look({ page, width }: Pick<Walker, 'page' | 'width'>, name: string): Promise<void> {
  const at = `${name} ${width}`;
  expect(await page.evaluate(facts), at).toEqual({
    funding: "Ce projet est cofinancé par l'Union Européenne avec le FEDER",
    emblem: true,
    seenAtOnce: true,
    home: '/alertes',
    logo: 'Centres sociaux connectés, accueil',
    beside: 0,
    isLight: true,
  });
  if (looked.has(at)) return;
  looked.add(at);
  expect(await findFaults(page), at).toEqual([]);
  const words = await wordsOf(page);
  await page.setViewportSize({ width: narrower[width], height: heights[width] });
  expect(await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth'), at).toBe(
    0,
  );
  expect(await wordsOf(page), at).toBe(words);
  await page.setViewportSize({ width, height: heights[width] });
  if (shots !== undefined) {
    mkdirSync(shots, { recursive: true });
    await page.screenshot({ path: join(shots, `${name}-${width}.png`), fullPage: true });
  }
}

const facts = `(() => {
  const funding = document.querySelector('.feder span');
  const place = funding?.getBoundingClientRect();
  const logo = document.querySelector('header .logo');
  const { scrollWidth, clientWidth, outerHTML } = document.documentElement;
  return {
    funding: funding?.textContent,
    emblem: /Union européenne/.test(document.querySelector('.feder svg')?.getAttribute('aria-label') ?? ''),
    seenAtOnce: place !== undefined && place.width > 0 && place.bottom + scrollY < innerHeight,
    home: logo?.getAttribute('href'),
    logo: logo?.getAttribute('aria-label'),
    beside: scrollWidth - clientWidth,
    isLight: outerHTML.length < 100000,
  };
})()`;

async function wordsOf(page: Page): Promise<string> {
  return String(await page.evaluate("document.querySelector('main').innerText")).replaceAll(/\s+/g, '');
}

/** The words of the pages that the notice shows, by picture: what somebody reads there, not who is listed nor what was counted. */
export const pictured: Record<string, string> = {};

/** Somebody comes to the page of a picture of the notice, as its section says. */
export async function picture({ page, width, role }: Walker, name: string, of: Walker['role'] = 'user'): Promise<void> {
  if (width !== 1440 || role !== of) return;
  const shown = await page.locator('main :is(h1,h2,h3,label,legend,button,thead th)').allInnerTexts();
  const words = shown.join(' ').replace(/\d+/g, '0').replace(/\s+/g, ' ');
  pictured[name] = createHash('sha256').update(words).digest('hex').slice(0, 16);
  if (!taking) return;
  mkdirSync(pictureFolder, { recursive: true });
  await page.setViewportSize({ width: 1100, height: 800 });
  const height = Math.min(1100, Number(await page.evaluate('document.documentElement.scrollHeight')));
  await page.setViewportSize({ width: 1100, height });
  const session = await page.context().newCDPSession(page);
  const { data } = await session.send('Page.captureScreenshot', { format: 'webp', quality: 70 });
  writeFileSync(`${pictureFolder}/${name}.webp`, Buffer.from(data, 'base64'));
  await page.setViewportSize({ width, height: heights[width] });
}

export async function go({ page, site }: Pick<Walker, 'page' | 'site'>, path: string): Promise<void> {
  await page.goto(`${site.url}${path}`);
}

/** What the page says, its blanks as one. */
export async function said({ page }: Pick<Walker, 'page'>, where = 'main'): Promise<string> {
  return ((await page.locator(where).textContent()) ?? '').replaceAll(/\s+/g, ' ');
}

/** A page of somebody at a screen of this width; a telephone's width is a telephone's. */
export async function openPage(
  browser: Browser,
  site: AlertesSite,
  userName: string,
  width: 1440 | 360,
): Promise<Page> {
  const viewport = { width, height: heights[width] };
  const context = await browser.newContext({ baseURL: site.url, locale: 'fr-FR', viewport });
  return await site.signedIn(context, userName);
}

export async function press(within: Page | Locator, name: string | RegExp): Promise<void> {
  await within.getByRole('button', { name }).last().click();
}

export async function follow(within: Page | Locator, name: string | RegExp): Promise<void> {
  await within
    .getByRole('link', { name, exact: typeof name === 'string' })
    .first()
    .click();
}

export async function waitFor(page: Page, text: string | RegExp): Promise<void> {
  await page
    .getByText(text)
    .first()
    .waitFor()
    .catch(async (error: unknown) => {
      const shown = await said({ page });
      throw new Error(`${String(text)} is not said at ${page.url()}, but: ${shown.slice(0, 600)}`, { cause: error });
    });
}

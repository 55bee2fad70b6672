/**
 * The desk on a local centre, with the processor of the browser throttled four times: from the navigation to the first control that can be used, and from the ring
 * to what is to be said and written down, on a processor that is not throttled. `npx node bench/desk.ts`. Prints; nothing is asserted.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { HomeSite } from '../simulation/home/home-site.ts';
import { openCentre } from '../simulation/open-centre.ts';
import { programmeWorld } from '../simulation/programme-world.ts';
import { synthesize } from '../simulation/synthesize.ts';
import { openChromium } from './open-chromium.ts';

process.env['TZ'] = 'UTC';
const [loads, rings, throttled] = [7, 5, 4];
const promised = { usableMs: 2_000, scriptMs: 300 };
/** Announcements pass faster; requests do not. */
const speed = 10;
const scratch = mkdtempSync(join(tmpdir(), 'permanence-desk-'));

/** Writes down when a control can first be used, and when a script is there: epoch milliseconds of the browser, whose clock is this machine's. */
const watch = `
  const seen = (globalThis.seenAt = {});
  const look = () => {
    const status = document.querySelector('button[aria-haspopup]:not([disabled])');
    const isUsable = [...document.querySelectorAll('button')].some((one) => !one.disabled && /Absent|Disponible/.test(one.textContent));
    if (seen.usable === undefined && status !== null && isUsable) seen.usable = performance.now();
    const isScript = [...document.querySelectorAll('legend')].some((one) => one.textContent === 'Motif');
    if (!isScript) delete seen.script;
    else seen.script ??= Date.now();
    requestAnimationFrame(look);
  };
  look();
`;

const centre = await openCentre({
  ...{ world: programmeWorld('samps'), assembly: synthesize(join(scratch, 'cdk.out')), state: join(scratch, 'cloud') },
  ...{ seed: 1, date: '2025-07-04', days: 1, agents: 1, volume: 0, concurrency: 4 },
});
centre.cloud.connect.configure({ acceptSeconds: 3_600 });
const home = new HomeSite(centre);
const { kernel } = centre.cloud;
await kernel.runUntil(Date.parse(centre.days[0]?.open?.from ?? '') + 1);
home.goLive();
const running = kernel.runRealTime(speed);
const browser = await openChromium();
try {
  const context = await browser.newContext({ baseURL: centre.cloud.http.url, locale: 'fr-FR' });
  const page = await context.newPage();
  page.setDefaultTimeout(120_000);
  await page.addInitScript(watch);
  await page.goto('/poste');
  await page.getByRole('link', { name: 'Se connecter' }).click();
  await page.getByRole('button', { name: 'Jeanne Poithily' }).click();
  await page.waitForURL('**/poste');
  await usableAfter(page);

  const devtools = await context.newCDPSession(page);
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: throttled });
  // As on the first morning: nothing of the page is there yet.
  await devtools.send('Network.setCacheDisabled', { cacheDisabled: true });
  const times: number[] = [];
  for (let nth = 0; nth < loads; nth += 1) {
    await page.goto('/poste');
    times.push(await usableAfter(page));
  }
  tell(`from navigation to the first usable control, processor ÷ ${throttled}`, times, promised.usableMs);

  await devtools.send('Emulation.setCPUThrottlingRate', { rate: 1 });
  const waits: number[] = [];
  for (let nth = 0; nth < rings; nth += 1) waits.push(await scriptAfterRing(page));
  tell('from the ring to the script on screen', waits, promised.scriptMs);
} finally {
  await browser.close();
  home.close();
  kernel.stop();
  await running;
  await centre.cloud.stop();
  rmSync(scratch, { recursive: true });
}

async function usableAfter(page: Page): Promise<number> {
  return await noted(page, 'usable');
}

/** What the page has written down, once it has. The page is asked rarely: it writes the moment down by itself. */
async function noted(page: Page, what: 'usable' | 'script'): Promise<number> {
  for (let tries = 0; tries < 1_200; tries += 1) {
    const at: unknown = await page.evaluate(`globalThis.seenAt?.${what} ?? null`);
    if (typeof at === 'number') return at;
    await page.waitForTimeout(100);
  }
  throw new Error(`the page was not ${what} within two minutes`);
}

async function scriptAfterRing(page: Page): Promise<number> {
  const { deskPhones } = centre.cloud;
  const [seat] = deskPhones.taken();
  if (seat === undefined) throw new Error('nobody sits at the desk');
  const rang = new Promise<number>((resolve) => {
    const stop = deskPhones.watch(seat.agent, () => {
      if (deskPhones.view(seat.agent).contact === undefined) return;
      stop();
      resolve(Date.now());
    });
  });
  await page.request.post('/_local/people/ring', { data: {} });
  // Whoever was declined before waits still, and rings first.
  await page.getByRole('button', { name: /Statut/ }).click();
  await page.getByRole('option', { name: 'Disponible' }).click();
  const at = await rang;
  const after = (await noted(page, 'script')) - at;
  await page.getByRole('button', { name: 'Refuser' }).click();
  await page.getByText('Appel manqué').waitFor();
  await page.getByRole('button', { name: /Statut/ }).click();
  await page.getByRole('option', { name: 'Absent' }).click();
  await page.getByText('Aucun appel ne vous sera présenté.').waitFor();
  await page.getByText('Motif', { exact: true }).waitFor({ state: 'detached' });
  return after;
}

function tell(what: string, times: readonly number[], most: number): void {
  const sorted = times.toSorted((a, b) => a - b);
  const [least = 0, median = 0, worst = 0] = [sorted[0], sorted[Math.floor(sorted.length / 2)], sorted.at(-1)];
  const figures = `min ${least.toFixed(0)} ms, median ${median.toFixed(0)} ms, max ${worst.toFixed(0)} ms of ${sorted.length}`;
  console.log(`${what}: ${figures}; median / ${most} ms promised: ${(median / most).toFixed(2)}`);
}

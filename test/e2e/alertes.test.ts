import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { notice } from '../../programmes/alertes/notice.ts';
import { type LivedCentre, liveCentres } from './alertes/live-centres.ts';
import { generalStages } from './alertes/walk-general.ts';
import { clickingStage, keyboardStage } from './alertes/walk-hands.ts';
import { memberStages } from './alertes/walk-members.ts';
import { messageStages } from './alertes/walk-messages.ts';
import { structureStages } from './alertes/walk-structure.ts';
import { openPage, pictured, type Walker } from './alertes/walker.ts';
import { type AlertesSite, openAlertesSite } from './open-alertes-site.ts';
import { openBrowser } from './open-browser.ts';

/** A stage is some ten pages. */
const stageMs = 120_000;
const stages = [...memberStages, ...messageStages, ...structureStages];

let site: AlertesSite;
let browser: Browser;
let lived: readonly LivedCentre[];

beforeAll(async () => {
  [site, browser] = await Promise.all([
    openAlertesSite(async (world, structures) => {
      lived = await liveCentres(world, structures);
    }),
    openBrowser(),
  ]);
}, 240_000);
afterAll(async () => {
  await browser?.close();
  await site?.stop();
});

async function walkerOf(rank: number, role: Walker['role'], width: Walker['width']): Promise<Walker> {
  const [centre, own, other] = [site.structures[rank], lived[rank], lived[(rank + 1) % lived.length]];
  const userName = centre?.users[role === 'admin' ? 0 : 1]?.userName;
  if (centre === undefined || own === undefined || other === undefined || userName === undefined) {
    throw new Error(`centre ${rank} did not live; there are ${lived.length}`);
  }
  return { ...own, site, centre, other, role, width, page: await openPage(browser, site, userName, width) };
}

/** Each in a centre of their own: what one writes is in nobody else's way, and is never shown to them. */
describe.each([
  [0, 'user', 1440],
  [1, 'user', 360],
  [2, 'admin', 1440],
  [3, 'admin', 360],
] as const)(
  'ALERTES-01, ALERTES-13, ALERTES-24, ALERTES-35, ALERTES-36, COMMON-31: centre %i, as %s at %i px',
  (rank, role, width) => {
    let walker: Walker;
    beforeAll(async () => {
      walker = await walkerOf(rank, role, width);
    }, 60_000);
    afterAll(() => walker?.page.context().close());

    for (const { title, walk } of stages) {
      it(title, { timeout: stageMs }, () => walk(walker));
    }
  },
);

describe.each([1440, 360] as const)('a general administrator at %i px', (width) => {
  for (const { title, walk } of generalStages) {
    it(title, { timeout: stageMs }, () => walk(site, browser, width));
  }
});

describe('hands of a referent', () => {
  for (const { title, walk } of [clickingStage, keyboardStage]) {
    it(title, { timeout: stageMs }, async () => {
      const walker = await walkerOf(0, 'user', 1440);
      await walk(walker);
      await walker.page.context().close();
    });
  }
});

it('ALERTES-33: the pictures of the notice show the words that the pages show', async () => {
  const named = notice.sections.flatMap(({ picture }) => (picture === undefined ? [] : [picture.name]));
  expect(Object.keys(pictured).toSorted()).toEqual(named.toSorted());
  await expect(`${JSON.stringify(pictured, null, 2)}\n`).toMatchFileSnapshot('pictures.json');
});

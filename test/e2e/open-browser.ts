import { type Browser, chromium } from 'playwright-core';
import { findBrowser } from './find-browser.ts';

/** A headless Chromium that asks nothing of the network by itself. */
export async function openBrowser(): Promise<Browser> {
  const executablePath = findBrowser();
  if (executablePath === undefined) throw new Error('no browser; vitest.config.ts leaves these tests out without one');
  return chromium.launch({
    executablePath,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}

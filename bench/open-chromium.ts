import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

const places = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** A headless Chromium of this machine, or the one that PERMANENCE_CHROMIUM names. */
export async function openChromium(): Promise<Browser> {
  const executablePath = process.env['PERMANENCE_CHROMIUM'] ?? places.find(existsSync);
  if (executablePath === undefined) {
    throw new Error(`no Chromium; accepted: PERMANENCE_CHROMIUM, or one of ${places.join(', ')}`);
  }
  return await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu', '--no-first-run'] });
}

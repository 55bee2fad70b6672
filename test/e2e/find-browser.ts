import { existsSync } from 'node:fs';

const places = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

/** Path of a Chromium on this machine; undefined when there is none. Throws when PERMANENCE_CHROMIUM names one that is not there. */
export function findBrowser(): string | undefined {
  const named = process.env['PERMANENCE_CHROMIUM'] ?? '';
  if (named === '') return places.find(existsSync);
  if (!existsSync(named)) throw new Error(`PERMANENCE_CHROMIUM is "${named}", where there is no file`);
  return named;
}

import { defineConfig } from 'vitest/config';
import { findBrowser } from './test/e2e/find-browser.ts';

const browser = findBrowser();
if (browser === undefined) {
  console.log(
    'No Chromium on this machine (PERMANENCE_CHROMIUM can name one): the tests of test/e2e are not among those run.',
  );
}

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts', 'flow-engine/test/**/*.test.ts'],
    exclude: browser === undefined ? ['test/e2e/**'] : [],
    env: { TZ: 'UTC' },
    testTimeout: 20_000,
    hookTimeout: 60_000,
    maxWorkers: 2,
  },
});

import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';
import { findBrowser } from './test/e2e/find-browser.ts';

const browser = findBrowser();
if (browser === undefined) {
  console.log(
    'No Chromium on this machine (PERMANENCE_CHROMIUM can name one): the tests of test/e2e are not among those run.',
  );
}

/** Days of the whole centre begin first: started last, the longest would be played alone while the other core waits. */
class DaysFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification) => (/\/test\/(days|reflex|suivi)\//.test(moduleId) ? 0 : 1);
    const seeded = ({ moduleId }: TestSpecification) => (moduleId.endsWith('seeded-days.test.ts') ? 0 : 1);
    return (await super.sort(files)).sort((one, other) => rank(one) - rank(other) || seeded(one) - seeded(other));
  }
}

/** Files of these folders leave nothing behind in their process, so that one process can play them all; the rest, where clients are mocked, has one each. */
const folders = ['architecture', 'domain', 'flows', 'infra', 'lambdas', 'local'];
folders.push('pages', 'programmes', 'questionnaire', 'simulation', 'web');
const together = [...folders.map((folder) => `test/${folder}/**/*.test.ts`), 'flow-engine/test/**/*.test.ts'];
/** Of those folders: they mock clients, weigh the heap, or start timers of a library that outlive them. */
const alone = [
  'test/lambdas/survey/**',
  'test/local/small-heap.test.ts',
  'test/web/softphone/streams-softphone.test.ts',
];

const e2e = browser === undefined ? [] : ['test/e2e/**/*.test.ts'];

export default defineConfig({
  test: {
    env: { TZ: 'UTC' },
    testTimeout: 20_000,
    hookTimeout: 60_000,
    maxWorkers: 2,
    // A centre in one thread makes garbage by the gigabyte: twice Node's young generation halves what collecting it takes.
    execArgv: ['--max-semi-space-size=32'],
    globalSetup: 'test/support/run-folder.ts',
    setupFiles: 'test/support/file-folder.ts',
    sequence: { sequencer: DaysFirst },
    projects: [
      { extends: true, test: { name: 'together', include: together, exclude: alone, isolate: false } },
      {
        extends: true,
        test: {
          name: 'apart',
          include: ['test/{adapters,alertes,days,reflex,roles,suivi}/**/*.test.ts', ...alone, ...e2e],
        },
      },
    ],
  },
});

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Flows and test cases published by others, kept outside the repository; tests that read them skip where they are absent. */
const root = fileURLToPath(new URL('../../../../shared/corpus', import.meta.url));

export const hasCorpus = existsSync(root);

export interface CorpusFile {
  readonly name: string;
  readonly text: string;
}

const read = (folder: string): readonly CorpusFile[] =>
  readdirSync(folder, { withFileTypes: true })
    .toSorted((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      return entry.isDirectory() ? read(path) : [{ name: basename(path, '.json'), text: readFileSync(path, 'utf8') }];
    });

export const corpusFlows = (): readonly CorpusFile[] => (hasCorpus ? read(join(root, 'flows')) : []);
export const corpusTestCases = (): readonly CorpusFile[] => (hasCorpus ? read(join(root, 'test-cases')) : []);

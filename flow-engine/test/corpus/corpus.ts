import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Flows and test cases published by others, kept outside the repository: tests of them exist where they do. */
const published = fileURLToPath(new URL('../../../../shared/corpus', import.meta.url));
/** One of each of our own, in the form of a console export: tried everywhere. */
const own = fileURLToPath(new URL('own', import.meta.url));

export const hasCorpus = existsSync(published);

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

const readAll = (folder: string): readonly CorpusFile[] =>
  [own, ...(hasCorpus ? [published] : [])].flatMap((root) => read(join(root, folder)));

export const corpusFlows = (): readonly CorpusFile[] => readAll('flows');
export const corpusTestCases = (): readonly CorpusFile[] => readAll('test-cases');

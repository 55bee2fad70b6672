import { type CaseFile, type CaseFiles, sameReference } from './case-file.ts';

/** Files that come with the programme, where there is no PAM to ask: a demonstration, a training. */
export function embeddedCases(files: readonly CaseFile[]): CaseFiles {
  return { find: async (reference) => files.find((file) => sameReference(file.reference, reference)) };
}

import type { RegisteredSubject, SubjectKind } from './register.ts';

/** A file of a person, as a list gives it (SAMPS-30): kept with who they are. Days are local, `YYYY-MM-DD`. */
export interface PersonFile {
  readonly scheme: string;
  readonly kind: SubjectKind;
  /** Import that last named it. */
  readonly list: string;
  readonly missingDocuments: readonly string[];
  readonly admittedOn?: string;
  /** By when it must be renewed or complete: as the list says, else by the rules of the scheme (SAMPS-33). */
  readonly dueOn?: string;
}

/** Files as a newer list has them: one of each scheme and kind, those that it does not name left as they are. */
export function mergedFiles(known: readonly PersonFile[], newer: readonly PersonFile[]): readonly PersonFile[] {
  const files = new Map([...known, ...newer].map((file) => [`${file.scheme} ${file.kind}`, file]));
  return [...files].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, file]) => file);
}

/** What the register keeps of them. */
export function subjectsOf(files: readonly PersonFile[]): readonly RegisteredSubject[] {
  return files.map(({ scheme, kind, list, dueOn }) => ({ scheme, kind, list, ...(dueOn !== undefined && { dueOn }) }));
}

import type { Scheme } from '../journal/entry.ts';

/** What the client's software says of somebody's file (SAMPS-28): nothing that names them. */
export interface CaseFile {
  /** As people read it on their letters. */
  readonly reference: string;
  readonly scheme: Scheme;
  readonly status: 'received' | 'incomplete' | 'accepted' | 'refused' | 'closed';
  /** Names of the documents that miss, exactly as the client writes them (SAMPS-14). */
  readonly missing: readonly string[];
  /** Local day until which they may be sent. */
  readonly deadline?: string;
  /** Explained by a card, never by us (SAMPS-15). */
  readonly refusalCode?: string;
  /** Local day on which the rights are to be renewed. */
  readonly renewalOn?: string;
}

/**
 * Port: the client's files, « PAM » at Province Sud, to be read and never written: there is no method that could (SAMPS-28). Three adapters give the same
 * behaviour, held by one suite (test/adapters/case): what comes with the programme, a file left on S3, and HTTP.
 */
export interface CaseFiles {
  /** Undefined when there is no such file. */
  find(reference: string): Promise<CaseFile | undefined>;
}

/** References are compared without blanks, hyphens and case: people read them aloud. */
export function sameReference(one: string, other: string): boolean {
  return bareReference(one) === bareReference(other);
}

export function bareReference(reference: string): string {
  return reference.toUpperCase().replaceAll(/[^A-Z0-9]/g, '');
}

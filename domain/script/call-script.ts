import type { SubjectKind } from '../recipient/register.ts';

/**
 * What an agent follows on a call about files (SAMPS-31, SAMPS-34), as data. French texts; `{person}`, `{scheme}`, `{date}`, `{documents}` and `{upload}`
 * are filled from the person's files.
 */
export interface CallScript {
  readonly id: string;
  readonly title: string;
  /** Said first; nothing of the file is shown until it is ticked. */
  readonly identity: {
    readonly text: string;
    /** What the person is asked, and what of their profile the agent compares it with. */
    readonly checks: readonly { readonly label: string; readonly field: 'name' | 'birthDate' | 'city' }[];
    readonly tick: string;
  };
  /** Why we call, by kind of file. */
  readonly subjects: Readonly<Record<SubjectKind, string>>;
  /** In the order they are said. */
  readonly points: readonly ScriptPoint[];
  /** Where documents are sent. */
  readonly uploadAddress: string;
  /** What the person will do: the closed list that ends the call. */
  readonly outcomes: readonly { readonly code: string; readonly label: string }[];
}

export interface ScriptPoint {
  readonly code: string;
  readonly text: string;
  /** Said only when a file lacks documents. */
  readonly whenDocumentsMiss?: boolean;
  /** What the agent may start from here. */
  readonly button?: { readonly label: string; readonly action: 'booking' };
}

import type { DeskDraft } from '../../contracts/desk-context.ts';

/** What an agent wrote of one contact with a person. Sealed where it is kept: agents write what they hear. */
export interface DeskNote extends DeskDraft {
  readonly contactId: string;
  readonly agent: string;
  /** ISO instants: of the first writing, and of the last. */
  readonly at: string;
  readonly savedAt: string;
}

/** Whose notes: a number's, a recipient's of campaigns, or those of one call from nobody known. */
export type NoteHolder = `number#${string}` | `recipient#${string}` | `call#${string}`;

/** Port: notes of the last contacts with a person. */
export interface DeskNotes {
  /** Newest first. */
  of(programme: string, holder: NoteHolder): Promise<readonly DeskNote[]>;
  /** Keeps it, unless a greater revision of the same contact is there; answers the one that is kept. */
  keep(programme: string, holder: NoteHolder, note: DeskNote): Promise<DeskNote>;
}

/** A person's notes beyond these are forgotten. */
const mostNotes = 12;

/** Notes with one more, newest first: the greatest revision of a contact counts, and its first moment stays. */
export function withNote(notes: readonly DeskNote[], note: DeskNote): readonly DeskNote[] {
  const before = notes.find(({ contactId }) => contactId === note.contactId);
  const kept = before === undefined ? note : before.revision >= note.revision ? before : { ...note, at: before.at };
  return [kept, ...notes.filter((one) => one !== before)]
    .toSorted((a, b) => (a.at > b.at ? -1 : a.at < b.at ? 1 : 0))
    .slice(0, mostNotes);
}

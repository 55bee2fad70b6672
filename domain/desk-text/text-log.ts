/** A text that an agent had sent to a person. */
export interface LoggedText {
  readonly messageId: string;
  /** What it was: see `textOfCode`. */
  readonly code: string;
  /** When it was asked for. */
  readonly at: string;
}

/** Port: texts that agents had sent, by person, to be shown at their next call. */
export interface TextLog {
  /** The same message is one line, however often it is noted. */
  note(programme: string, personId: string, text: LoggedText): Promise<void>;
  /** The last of them, some ten at most, newest first. */
  of(programme: string, personId: string): Promise<readonly LoggedText[]>;
}

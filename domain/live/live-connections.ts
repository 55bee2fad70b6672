/** A page that is open, as its connection says. */
export interface LiveConnection {
  readonly connectionId: string;
  /** Of the person in the programme. */
  readonly roles: readonly string[];
  /** ISO instant. */
  readonly since: string;
}

/** Pages that are open, by programme. */
export interface LiveConnections {
  add(programme: string, connection: LiveConnection): Promise<void>;
  /** Of all these programmes; those it is not in are no fault. */
  remove(programmes: readonly string[], connectionId: string): Promise<void>;
  list(programme: string): Promise<readonly LiveConnection[]>;
}

/** The way to one page. */
export interface LiveLine {
  /** False when the page is gone. Throws when it is not known what became of the message. */
  send(connectionId: string, text: string): Promise<boolean>;
}

/** Port: files that the client's software and ours leave for each other. */
export interface ClientFiles {
  /** The text of a file; undefined when there is none. */
  read(name: string): Promise<string | undefined>;
  write(name: string, text: string): Promise<void>;
}

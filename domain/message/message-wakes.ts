/** Port: has the dispatcher of messages go on with a chain of runs. */
export interface MessageWakes {
  /** After so many whole seconds, 0 to 900. A repeat only makes it run once more. */
  wake(programme: string, chain: number, afterSeconds: number): Promise<void>;
}

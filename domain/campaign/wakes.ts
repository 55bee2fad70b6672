/** Port: has the dispatcher run again. */
export interface Wakes {
  /** After so many whole seconds, 0 to 900. A repeat only makes it run once more. */
  wake(programme: string, kind: 'tick' | 'wake', afterSeconds: number): Promise<void>;
}

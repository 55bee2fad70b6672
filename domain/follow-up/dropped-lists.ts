/** What became of a list of people to follow. French words are for who sent it. */
export interface ListAnswer {
  /** Name of the file, without its folder. */
  readonly list: string;
  /** ISO instant. */
  readonly readAt: string;
  readonly state: 'done' | 'refused';
  /** Why the whole file is refused. */
  readonly refusal?: string;
  readonly rows: number;
  /** People whose follow-up begins. */
  readonly included: number;
  /** Rows of people who are followed already, or were: nothing changes for them. */
  readonly alreadyFollowed: readonly number[];
  readonly refused: number;
  readonly faults: number;
  /** Resembling people, taken for two until somebody says otherwise. */
  readonly doubts: number;
  /** Included after the list of the day was settled (ARS-36). */
  readonly afterFreeze: boolean;
}

/** Port: lists that were dropped for a programme, and what is answered to each. */
export interface DroppedLists {
  /** Names of those that wait, the oldest first. */
  waiting(programme: string): Promise<readonly string[]>;
  drop(programme: string, list: string, bytes: Uint8Array): Promise<void>;
  read(programme: string, list: string): Promise<Uint8Array>;
  /** Puts the answer and the workbook of errors back beside; the list then waits no more. A repeat is a success. */
  answer(programme: string, answer: ListAnswer, errors: Uint8Array): Promise<void>;
  /** Undefined while it waits, and for one that never came. */
  answerTo(programme: string, list: string): Promise<ListAnswer | undefined>;
}

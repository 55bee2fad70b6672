import type { Alert, SelectedLine } from './alert.ts';

/** Port: sendings of one structure. It exists through a structure's scope only, so that nothing here names one. */
export interface AlertRegister {
  /** Strongly consistent. */
  read(alertId: string): Promise<Alert | undefined>;
  /** Writes only over the version that was read (1 = none yet); false when another writer came first. */
  write(alert: Alert): Promise<boolean>;
  /** Newest first, after that one, at most `limit`. */
  list(limit: number, after?: string): Promise<readonly Alert[]>;
  /** Who was chosen at an instant, some hundred lines a page: a choice that came to nothing is never read as another's. */
  savePages(alertId: string, at: string, pages: readonly (readonly SelectedLine[])[]): Promise<void>;
  pages(alertId: string, at: string): Promise<readonly (readonly SelectedLine[])[]>;
  /**
   * Holds the place of one message of one day for an alert, so that two users who send the same make one; answers who holds it. `instead`: takes it over
   * from that one only.
   */
  claim(key: string, alertId: string, instead?: string): Promise<string>;
  /** Which alert holds a place, if any. */
  holder(key: string): Promise<string | undefined>;
}

/** What the clock has to look at, at an instant: a hint, checked against what it names. */
export interface DueItem {
  /** ISO instant. */
  readonly at: string;
  readonly structure: string;
  readonly subject:
    | { readonly type: 'alert'; readonly alertId: string }
    | { readonly type: 'date'; readonly dateId: string };
}

/** Port: what is due in all structures of the programme, ids only. A repeat is a success. */
export interface AlertQueue {
  add(items: readonly DueItem[]): Promise<void>;
  /** Ascending, at most `limit`. Strongly consistent. */
  due(until: string, limit: number): Promise<readonly DueItem[]>;
  remove(items: readonly DueItem[]): Promise<void>;
}

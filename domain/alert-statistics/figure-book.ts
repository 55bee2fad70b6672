import type { AlertFigures } from './alert-figures.ts';

/** Port: figures of the months of one structure that are over, kept so that no day of them is read again. */
export interface FigureBook {
  /** By month YYYY-MM, both included; months that were never counted are absent. */
  read(from: string, to: string): Promise<ReadonlyMap<string, AlertFigures>>;
  /** The same again changes nothing. */
  save(month: string, figures: AlertFigures): Promise<void>;
}

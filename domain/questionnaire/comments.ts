import type { RecordKey } from './questionnaire-record.ts';

/** Port: free comments of agents about people, each under a key that is forgotten with the person (design decision 16). */
export interface Comments {
  /** The last one said of a person and cycle is kept; a repeat is a success. */
  keep(programme: string, key: RecordKey, text: string): Promise<void>;
  /** Undefined when there is none, or the person was forgotten. */
  of(programme: string, key: RecordKey): Promise<string | undefined>;
}

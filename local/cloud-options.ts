import type { LocalUser, Unfriendly } from './cloud.ts';
import type { InProcessOptions } from './in-process/in-process.ts';

export interface LocalCloudOptions {
  /** Folder of the synthesized assembly (`cdk.out`). */
  readonly assembly: string;
  /** Folder of everything that survives `kill -9`. */
  readonly state: string;
  readonly seed: string | number;
  /** Virtual start, ISO instant with `Z` or an offset. */
  readonly start: string;
  /** Events in flight at once. @default 1 */
  readonly concurrency?: number;
  /** Fixed ports by part; absent = any free one. */
  readonly ports?: Readonly<Record<string, number>>;
  /** Each absent one is that of `unfriendlyByDefault`. */
  readonly unfriendly?: Partial<Unfriendly>;
  readonly quotas?: Readonly<Record<string, number>>;
  readonly users?: readonly LocalUser[];
  /** Starts clean: deletes what an earlier run left in `state`. @default false */
  readonly fresh?: boolean;
  /** Lambda worker threads alive at once. @default 10 */
  readonly workers?: number;
  /** Real time an invocation may take, as a multiple of its timeout. @default 4 */
  readonly patience?: number;
  /** Every request to an endpoint waits 0 to this many real milliseconds. @default 0 */
  readonly endpointDelayMs?: number;
  /** Ids of IAM statements left out, for the soak that removes each in turn. */
  readonly withoutStatements?: readonly string[];
  /** Everything in this thread, without sockets, and nothing kept: the in-process simulator. Absent: a thread for each environment and for storage. */
  readonly inProcess?: InProcessOptions;
}

/** A few deliveries doubled, lost or late, as in any real month. */
export const unfriendlyByDefault: Unfriendly = { duplicate: 0.02, lose: 0.01, reorder: 0.02, scheduleDelayMs: 3000 };
export const friendly: Unfriendly = { duplicate: 0, lose: 0, reorder: 0, scheduleDelayMs: 0 };

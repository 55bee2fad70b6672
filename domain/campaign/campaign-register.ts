import type { Campaign } from './campaign.ts';
import type { DueLine, Recipient } from './recipient.ts';

/** A line of the due index; may be stale: the item itself decides (design decision 13). */
export interface DueRecipient {
  readonly recipientId: string;
  readonly due: DueLine;
  /** Position in its partition, to go on from. */
  readonly position: string;
}

/** One partition of the due index of a cycle. */
export interface DuePartition {
  /** `<campaign>-<cycle>`. */
  readonly cycle: string;
  readonly rank: number;
  readonly shard: number;
}

/** Port: campaigns, their cycles, and the people in them. */
export interface CampaignRegister {
  /**
   * The last campaign of each type of the programme. Strongly consistent, unless `holding` names a cycle of which only what never changes is wanted: then
   * they may be as an earlier read found them.
   */
  campaigns(
    programme: string,
    holding?: { readonly campaign: string; readonly cycle: number },
  ): Promise<readonly Campaign[]>;
  /** Writes only over the version that was read (1 = none yet, or that of a campaign that is over); false when another writer came first. */
  saveCampaign(programme: string, campaign: Campaign): Promise<boolean>;
  /** Adds recipients of one cycle, each unless it is there: loading again changes nothing. */
  add(programme: string, recipients: readonly Recipient[], shards: number): Promise<void>;
  /** Those of these ids that are in the cycle, in any order. Strongly consistent, in as few requests as can be. */
  read(programme: string, cycle: string, recipientIds: readonly string[]): Promise<readonly Recipient[]>;
  /** Writes only over the version that was read; false when another writer came first. */
  write(programme: string, recipient: Recipient, shards: number): Promise<boolean>;
  /** Lines of one partition due up to `until`, ascending, after a position. Eventually consistent. */
  due(
    programme: string,
    partition: DuePartition,
    range: { readonly until: string; readonly after?: string; readonly limit: number },
  ): Promise<readonly DueRecipient[]>;
  /** Recipients of the cycle who have this number (REFLEX-34). */
  ofNumber(programme: string, cycle: string, numberKey: string): Promise<readonly string[]>;
}

/** What dispatchers tell each other: a hint for pacing, never what protects a person. */
export interface DispatchState {
  /** When dials that may still be ringing were placed: ISO instants, ascending. */
  readonly flights: readonly string[];
  /** In each partition of the due index (`<cycle>#<rank>#<shard>`), how far it has been dialled since the last tick. */
  readonly positions: Readonly<Record<string, string>>;
  readonly version: number;
}

/** Port: the pacing of a programme. */
export interface DispatchBoard {
  readState(programme: string): Promise<DispatchState>;
  /** Writes only over the version that was read. */
  writeState(programme: string, state: DispatchState): Promise<boolean>;
}

import type { Message } from './message.ts';
import type { MessagePage } from './message-page.ts';

/** Messages that left, to be looked at once a receipt should have come. */
export interface SettlePage {
  /** ISO instant. */
  readonly settleAt: string;
  readonly pageId: string;
  /** `accepted`: the provider took it; else nobody knows. */
  readonly lines: readonly { readonly id: string; readonly n: number; readonly accepted: boolean }[];
}

/** The runs that follow each other while messages are due: one chain at a time. */
export interface DispatchChain {
  /** Alive until then, ISO instant. */
  readonly until: string;
  readonly version: number;
}

/** Port: messages, planned and begun. */
export interface MessageRegister {
  /** Writes pages of the queue; a repeat is a success. */
  plan(programme: string, pages: readonly MessagePage[]): Promise<void>;
  /** Pages due up to `until`, ascending, at most `limit`. Strongly consistent. */
  due(programme: string, until: string, limit: number): Promise<readonly MessagePage[]>;
  /** Takes a page out of the queue; a repeat is a success. */
  remove(programme: string, page: MessagePage): Promise<void>;
  addSettle(programme: string, page: SettlePage): Promise<void>;
  /** Pages to settle up to `until`, ascending, at most `limit`. */
  settling(programme: string, until: string, limit: number): Promise<readonly SettlePage[]>;
  removeSettled(programme: string, pages: readonly SettlePage[]): Promise<void>;
  /** Those of these ids of which something was decided, in any order. Strongly consistent. */
  read(programme: string, ids: readonly string[]): Promise<readonly Message[]>;
  /** Writes only over the version that was read (1 = none yet); false when another writer came first. */
  write(programme: string, message: Message): Promise<boolean>;
  /** Those of these numbers (keys) that nothing can be sent to. */
  badNumbers(programme: string, numberKeys: readonly string[]): Promise<ReadonlySet<string>>;
  markBad(programme: string, numberKey: string, since: { readonly at: string; readonly cause: string }): Promise<void>;
  readChain(programme: string): Promise<DispatchChain | undefined>;
  /** Writes only over the version that was read (1 = none yet). */
  writeChain(programme: string, chain: DispatchChain): Promise<boolean>;
}

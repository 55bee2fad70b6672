import type { CallbackRegister, DueNumber, NumberLock } from '../callback/callback-register.ts';
import type { Rules } from '../callback/rules.ts';
import type { People } from '../caller/people.ts';
import type { Content } from '../content/content.ts';
import type { Journal } from '../journal/journal.ts';

/** Port: numbers that people dial by hand. */
export interface ManualNumbers {
  /** Those due up to this instant, ascending, some fifty at most. May be stale: the item itself decides. */
  manualUntil(programme: string, until: string): Promise<readonly DueNumber[]>;
}

export interface ManualCallPorts {
  readonly register: CallbackRegister & ManualNumbers;
  readonly lock: NumberLock;
  readonly people: Pick<People, 'reveal'>;
  readonly content: Content;
  readonly journal: Pick<Journal, 'append'>;
}

/** Who asks, and when. */
export interface ManualCallScope {
  readonly programme: string;
  /** User name. */
  readonly agent: string;
  readonly at: string;
}

export async function manualRules({ programme, at }: ManualCallScope, { content }: ManualCallPorts): Promise<Rules> {
  const [calendar, callbackPolicy] = await Promise.all([
    content.inForce(programme, 'calendar', at),
    content.inForce(programme, 'callbackPolicy', at),
  ]);
  return { calendar, callbackPolicy };
}

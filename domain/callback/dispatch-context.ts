import type { Appointments } from '../appointment/appointments.ts';
import type { Contacts } from '../call/contacts.ts';
import type { People } from '../caller/people.ts';
import type { Content } from '../content/content.ts';
import type { Journal } from '../journal/journal.ts';
import type { SchemeDefinition } from '../programme/programme.ts';
import type { CallbackRegister, NumberLock } from './callback-register.ts';
import type { Dialler, DispatchTurn, QueueState } from './dialler.ts';
import { withNext } from './learn.ts';
import { mergeFacts } from './merge-facts.ts';
import { type NumberFacts, noFacts } from './number-facts.ts';
import type { Rules } from './rules.ts';
import type { VoiceReach } from './voice-reach.ts';

export interface DispatchPorts {
  readonly register: CallbackRegister;
  readonly lock: NumberLock;
  readonly turn: DispatchTurn;
  readonly queues: QueueState;
  readonly dialler: Dialler;
  readonly contacts: Pick<Contacts, 'describe'>;
  readonly people: Pick<People, 'reveal'>;
  readonly content: Content;
  readonly journal: Journal;
  /** Absent where no appointments are given. */
  readonly appointments?: Pick<Appointments, 'find'>;
}

export interface DispatchRun {
  readonly programme: string;
  /** ISO instant. */
  readonly at: string;
  /** Request id of the invocation: the same again after a crash goes on with what it claimed. */
  readonly owner: string;
  readonly voiceReach: VoiceReach;
}

/** All that one run works with. */
export interface DispatchContext extends DispatchRun {
  readonly ports: DispatchPorts;
  readonly rules: Rules;
  readonly schemes: readonly SchemeDefinition[];
}

/**
 * Brings the due line of a number back in line with its facts, when a line was stale, its callback is over, or what is `told` moves it. When
 * another writer comes first the line stays: the next tick finds it.
 */
export async function refreshDue(
  numberKey: string,
  { ports, programme, rules, at }: DispatchContext,
  told: NumberFacts = noFacts,
): Promise<void> {
  const item = await ports.register.read(programme, numberKey);
  const fresh = withNext(mergeFacts(item.facts, told), item.version + 1, rules, at);
  if (fresh.next?.at !== item.next?.at || fresh.next?.type !== item.next?.type) {
    await ports.register.write(programme, numberKey, fresh);
  }
}

import type { Contacts, DescribedContact } from '../../../domain/call/contacts.ts';
import type { CallbackRegister, NumberItem, NumberLock } from '../../../domain/callback/callback-register.ts';
import { noFacts } from '../../../domain/callback/number-facts.ts';
import type { IdentifyPorts } from '../../../domain/caller/identify.ts';
import type { Content, ContentOf } from '../../../domain/content/content.ts';
import type { JournalEntry } from '../../../domain/journal/entry.ts';
import type { Journal } from '../../../domain/journal/journal.ts';
import type { ContentKind } from '../../../domain/programme/programme.ts';
import { samps } from '../../../programmes/samps/programme.ts';

/** Ports in memory that honour conditional writes, keys and repeats as the real ones do. */
export class MemoryJournal implements Journal {
  readonly entries = new Map<string, JournalEntry>();

  async append(entries: readonly JournalEntry[]): Promise<void> {
    for (const entry of entries) {
      this.entries.set([entry.programme, entry.day, entry.time, entry.id].join(' '), structuredClone(entry));
    }
  }

  async read(programme: string, day: string): Promise<readonly JournalEntry[]> {
    return this.all().filter((entry) => entry.programme === programme && entry.day === day);
  }

  all(): readonly JournalEntry[] {
    return [...this.entries].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, entry]) => entry);
  }
}

export class MemoryRegister implements CallbackRegister, NumberLock {
  readonly items = new Map<string, NumberItem>();
  readonly locks = new Map<string, { readonly owner: string; readonly until: string }>();

  async read(programme: string, numberKey: string): Promise<NumberItem> {
    return structuredClone(this.items.get(`${programme} ${numberKey}`) ?? { facts: noFacts, version: 0 });
  }

  async write(programme: string, numberKey: string, item: NumberItem): Promise<boolean> {
    const kept = this.items.get(`${programme} ${numberKey}`)?.version ?? 0;
    if (item.version !== kept + 1) {
      return false;
    }
    this.items.set(`${programme} ${numberKey}`, structuredClone(item));
    return true;
  }

  async dueUntil(programme: string, until: string) {
    return this.#due(programme, until, false);
  }

  async manualUntil(programme: string, until: string) {
    return this.#due(programme, until, true);
  }

  #due(programme: string, until: string, isManual: boolean) {
    return [...this.items]
      .flatMap(([key, { next }]) => (next === undefined ? [] : [{ key, next }]))
      .filter(
        ({ key, next }) => key.startsWith(`${programme} `) && next.at <= until && (next.type === 'manual') === isManual,
      )
      .map(({ key, next }) => ({ numberKey: key.slice(programme.length + 1), next }))
      .sort((a, b) => (a.next.at < b.next.at ? -1 : 1));
  }

  async acquire(numberKey: string, owner: string, until: string, now: string): Promise<boolean> {
    const held = this.locks.get(numberKey);
    if (held !== undefined && held.owner !== owner && held.until >= now) {
      return false;
    }
    this.locks.set(numberKey, { owner, until });
    return true;
  }

  async release(numberKey: string, owner: string): Promise<void> {
    if (this.locks.get(numberKey)?.owner === owner) {
      this.locks.delete(numberKey);
    }
  }
}

export class MemoryContent implements Content {
  readonly values: Partial<{ [K in ContentKind]: ContentOf[K] }>;

  constructor(values: Partial<{ [K in ContentKind]: ContentOf[K] }> = {}) {
    const { calendar, schemes, motives, callbackPolicy, texts, answerRateObjective, outbound } = samps;
    const objectives = { answerRate: answerRateObjective };
    this.values = { calendar, schemes, motives, callbackPolicy, texts, objectives, ...outbound, ...values };
  }

  async inForce<K extends ContentKind>(_programme: string, kind: K): Promise<ContentOf[K]> {
    const value = this.values[kind];
    if (value === undefined) {
      throw new Error(`No content "${kind}"; accepted: ${Object.keys(this.values).join(', ')}`);
    }
    return value;
  }
}

export class MemoryContacts implements Contacts {
  readonly known = new Map<string, DescribedContact>();
  readonly stopped: string[] = [];

  async describe(contactId: string): Promise<DescribedContact | undefined> {
    return this.known.get(contactId);
  }

  async stop(contactId: string): Promise<void> {
    this.stopped.push(contactId);
  }
}

/** People by number; the key of a number is the number written backwards. */
export function memoryPeople(): IdentifyPorts & { readonly numbers: Map<string, string> } {
  const numbers = new Map<string, string>();
  const firstCalls = new Map<string, string>();
  const personOf = (key: string) => ({ personId: `person-${key}`, firstCallId: firstCalls.get(key) ?? '' });
  const keep = (key: string, e164: string, callId: string) => {
    if (numbers.has(key)) return;
    numbers.set(key, e164);
    firstCalls.set(key, callId);
  };
  return {
    numbers,
    numberKeyOf: async (e164) => keyOf(e164),
    people: {
      find: async (_programme, key) => (numbers.has(key) ? personOf(key) : undefined),
      add: async (_programme, key, e164, callId) => {
        keep(key, e164, callId);
        return personOf(key);
      },
      addAll: async (_programme, added, callId) => {
        for (const { numberKey, e164 } of added) keep(numberKey, e164, callId);
      },
      reveal: async (_programme, key) => {
        const e164 = numbers.get(key);
        return e164 === undefined ? undefined : { ...personOf(key), e164 };
      },
    },
  };
}

export function keyOf(e164: string): string {
  return [...e164.slice(1)].reverse().join('');
}

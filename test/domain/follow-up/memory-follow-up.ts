import type { Content } from '../../../domain/content/content.ts';
import type { FollowUpEntry } from '../../../domain/follow-up/follow-up-entry.ts';
import type { CallProgress, FollowUpPorts, MomentCall, MomentText } from '../../../domain/follow-up/follow-up-ports.ts';
import type { FollowedPerson, MessageEnd } from '../../../domain/follow-up/followed-person.ts';
import type { JournalEntry } from '../../../domain/journal/entry.ts';
import { rules } from './suivi-world.ts';

/** What people who are followed live, in memory: SMS that leave or not, calls in hand. */
export interface FollowUpWorld {
  readonly ports: FollowUpPorts;
  readonly people: Map<string, FollowedPerson>;
  readonly entries: FollowUpEntry[];
  readonly texts: Map<string, MomentText & { plannedAt: string }>;
  /** What became of each text; one that is absent has not left. */
  readonly ends: Map<string, MessageEnd>;
  /** By `<moment> <recipientId>`. */
  readonly calls: Map<string, MomentCall & CallProgress>;
  readonly withdrawn: Set<string>;
  readonly silent: Set<string>;
}

export function followUpWorld(): FollowUpWorld {
  const people = new Map<string, FollowedPerson>();
  const byId = new Map<string, FollowUpEntry>();
  const entries: FollowUpEntry[] = [];
  const texts: FollowUpWorld['texts'] = new Map();
  const ends: FollowUpWorld['ends'] = new Map();
  const calls: FollowUpWorld['calls'] = new Map();
  const withdrawn = new Set<string>();
  const silent = new Set<string>();
  const content = {
    inForce: async (_: string, kind: string) => (kind === 'protocol' ? rules.protocol : rules.calendar),
  } as Content;
  const ports: FollowUpPorts = {
    content,
    journal: {
      append: async (more: readonly JournalEntry[]) => {
        for (const entry of more) {
          if (entry.kind === 'follow-up' && !byId.has(`${entry.day} ${entry.id}`)) {
            byId.set(`${entry.day} ${entry.id}`, entry);
            entries.push(entry);
          }
        }
      },
    },
    followed: {
      read: async (_, ids) => ids.flatMap((id) => people.get(id) ?? []),
      add: async (_, more) => {
        const there = more.filter(({ recipientId }) => people.has(recipientId));
        for (const one of more.filter(({ recipientId }) => !people.has(recipientId))) {
          people.set(one.recipientId, one);
        }
        return there.map(({ recipientId }) => recipientId);
      },
      write: async (_, person) => {
        const isNext = (people.get(person.recipientId)?.version ?? 0) === person.version - 1;
        if (isNext) {
          people.set(person.recipientId, person);
        }
        return isNext;
      },
      due: async (_, until, limit) =>
        [...people.values()]
          .filter(({ due }) => due !== undefined && due <= until)
          .map(({ recipientId }) => recipientId)
          .slice(0, limit),
    },
    texts: {
      plan: async (_, list) => {
        for (const text of list.filter(({ id }) => !texts.has(id))) {
          texts.set(text.id, { ...text, plannedAt: text.at });
        }
      },
      withdraw: async (_, list) => list.forEach(({ id }) => void (ends.has(id) || withdrawn.add(id))),
      silence: async (_, ids) => ids.forEach((id) => void silent.add(id)),
      states: async (_, ids) => new Map(ids.map((id) => [id, ends.get(id) ?? 'unsent'])),
    },
    calls: {
      hand: async (_, list) => {
        for (const call of list) {
          const key = `${call.moment} ${call.recipientId}`;
          calls.set(key, calls.get(key) ?? { ...call, attempted: false });
        }
      },
      withdraw: async (_, list) => list.forEach((one) => void withdrawn.add(`${one.moment} ${one.recipientId}`)),
      progress: async (_, moment, ids) =>
        new Map(ids.map((id) => [id, calls.get(`${moment} ${id}`) ?? { attempted: false }])),
    },
  };
  return { ports, people, entries, texts, ends, calls, withdrawn, silent };
}

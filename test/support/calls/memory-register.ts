import { createHmac } from 'node:crypto';
import type { KeptProfile, Profiles } from '../../../domain/recipient/profiles.ts';
import type { Departure, RecipientRegister } from '../../../domain/recipient/recipient-register.ts';
import { lineOf, type RegisterEntry } from '../../../domain/recipient/register-entry.ts';
import { memoryPeople } from './memory-ports.ts';

export const keyedHash = (text: string): string =>
  createHmac('sha256', 'a key of tests').update(text).digest('base64url').slice(0, 22);

/** A register and profiles in memory, for rules that need no engine. */
export function memoryRegister() {
  const entries = new Map<string, RegisterEntry>();
  const left = new Map<string, Departure>();
  const kept = new Map<string, KeptProfile>();
  const register: RecipientRegister = {
    async *inForce(_programme, at, after = '') {
      for (const entry of [...entries.values()].sort((a, b) => (a.recipientId < b.recipientId ? -1 : 1))) {
        if (entry.recipientId > after && entry.validFrom <= at && !left.has(entry.recipientId)) {
          yield lineOf(entry, at.slice(0, 10), (day) => `${day}T22:00:00.000Z`);
        }
      }
    },
    removed: async (_programme, recipientId) => left.has(recipientId),
    entries: async () => [...entries.values()],
    find: async (_programme, recipientId) => entries.get(recipientId),
    async write(_programme, written) {
      for (const entry of written) {
        entries.set(entry.recipientId, structuredClone(entry));
      }
    },
    departures: async () => [...left.values()],
    async leave(_programme, departure) {
      left.set(departure.recipientId, left.get(departure.recipientId) ?? departure);
    },
    async stay(_programme, recipientId, attemptId) {
      if (left.get(recipientId)?.attemptId === attemptId) left.delete(recipientId);
    },
    async erase(_programme, ids) {
      for (const id of ids) {
        entries.delete(id);
      }
    },
  };
  const profiles: Profiles = {
    async save(_programme, saved) {
      for (const [id, profile] of saved) {
        kept.set(id, structuredClone(profile));
      }
    },
    reveal: async (_programme, ids) =>
      new Map(ids.flatMap((id) => [kept.get(id)].flatMap((one) => (one === undefined ? [] : [[id, one] as const])))),
    async erase(_programme, ids) {
      for (const id of ids) {
        kept.delete(id);
      }
    },
  };
  return { register, profiles, kept, ...memoryPeople() };
}

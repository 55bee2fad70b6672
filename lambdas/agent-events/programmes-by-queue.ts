import type { Programme } from '../../domain/programme/programme.ts';

/** Programmes that an agent serves, by the queues of their routing profile. Where there is only one programme, every agent is of it. */
export function programmesByQueue(
  programmes: Readonly<Record<string, Programme>>,
): (queues: readonly string[]) => readonly string[] {
  const all = Object.values(programmes);
  return (queues) =>
    all
      .filter(({ schemes = [] }) => all.length === 1 || schemes.some(({ queue }) => queues.includes(queue)))
      .map(({ name }) => name);
}

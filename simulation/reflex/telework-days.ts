import type { AgentDay } from '../desk-agent.ts';

const minute = 60_000;

/** The days of each agent over the opening hours of a cycle, epoch milliseconds: pauses and lunches staggered, so that somebody always calls. */
export function teleworkDays(
  count: number,
  hours: readonly { readonly from: number; readonly to: number }[],
): readonly (readonly AgentDay[])[] {
  return Array.from({ length: count }, (_, rank) =>
    hours.map(({ from, to }) => {
      const at = (minutes: number) => from + minutes * minute;
      // Lunches from 11:30 to 14:15, in waves of a quarter of an hour.
      const wave = rank % 9;
      const breaks: AgentDay['breaks'] = [
        { at: at(75 + wave * 8), minutes: 12, status: 'Pause' },
        { at: at(150 + wave * 15), minutes: 45, status: 'Déjeuner' },
        { at: at(390 + wave * 10), minutes: 12, status: 'Pause' },
      ];
      return {
        from: from - (4 * minute - (rank % 20) * 5_000),
        // Who is on a call at closing ends it.
        to: to + (rank % 10) * 1_000,
        breaks: breaks.filter((one) => one.at + one.minutes * minute < to),
      };
    }),
  );
}

import type { PresenceBoard, PresentAgent } from './presence.ts';

/**
 * A board read once for each agent, then known from what was kept through it: an execution environment reads one shard, in order, so what it kept
 * last is what is there. Should another environment have kept something in between, its later event still wins (writes are conditional), and
 * what this one takes for no news is written again with the next refresh, within minutes.
 */
export function rememberedBoard(board: PresenceBoard): PresenceBoard {
  const known = new Map<string, PresentAgent>();
  return {
    async find(programme, agent) {
      const key = `${programme}#${agent}`;
      const found = known.get(key) ?? (await board.find(programme, agent));
      if (found !== undefined) {
        known.set(key, found);
      }
      return found;
    },

    async keep(programme, present) {
      await board.keep(programme, present);
      known.set(`${programme}#${present.agent}`, present);
    },
  };
}

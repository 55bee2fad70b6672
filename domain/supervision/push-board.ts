import type { LiveBoard } from '../../contracts/live-board.ts';
import { type LivePorts, pushLive } from '../live/push-live.ts';
import type { ReportedProgramme } from '../report/report-subject.ts';
import { type BoardPorts, liveBoard } from './live-board.ts';

/** Roles that watch the board. */
export const boardRoles = ['supervisor', 'client'] as const;

/** Seconds between two boards that are pushed. */
export const boardSeconds = 10;

/** Port: which chain of pushes goes on for a programme: the last that was begun, so that there is one however many pages open. */
export interface BoardChains {
  begin(programme: string, chain: string): Promise<void>;
  current(programme: string): Promise<string | undefined>;
}

/** Port: what wakes the next push of a chain. */
export interface BoardWakes {
  wake(programme: string, chain: string, afterSeconds: number): Promise<void>;
}

export interface PushBoardPorts extends BoardPorts {
  readonly live: LivePorts;
  readonly chains: Pick<BoardChains, 'current'>;
  readonly wakes: BoardWakes;
}

/**
 * Pushes the board to all pages that watch it, made once for all of them, and again in some seconds (COMMON-44). While nobody watches there is no chain
 * and nothing is made. A push that fails is made again by the queue that woke it. `at`: ISO instant.
 */
export async function pushBoard(
  { programme, chain, at }: { readonly programme: ReportedProgramme; readonly chain: string; readonly at: string },
  ports: PushBoardPorts,
): Promise<void> {
  const { name } = programme;
  if ((await ports.chains.current(name)) !== chain) {
    return;
  }
  const open = await ports.live.connections.list(name);
  if (!open.some(({ roles }) => boardRoles.some((role) => roles.includes(role)))) {
    return;
  }
  const board = await liveBoard({ programme, at, withAgents: true }, ports);
  const message = { programme: name, topic: 'board', at } as const;
  // Whoever is both hears the client's first, and keeps the one with the agents.
  const told = await pushLive({ ...message, data: withoutAgents(board) }, ['client'], ports.live);
  const toldAll = await pushLive({ ...message, data: board }, ['supervisor'], ports.live);
  if (told.reached + toldAll.reached > 0) {
    await ports.wakes.wake(name, chain, boardSeconds);
  }
}

function withoutAgents({ agents: _, ...board }: LiveBoard): LiveBoard {
  return board;
}

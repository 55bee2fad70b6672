import type { LiveBoard } from '../../contracts/live-board.ts';
import { type LivePorts, pushLive } from '../live/push-live.ts';
import type { ReportedProgramme } from '../report/report-subject.ts';
import { type BoardPorts, liveBoard } from './live-board.ts';
import { pushCampaigns, type ReadCampaigns } from './push-campaigns.ts';

/** Roles that watch the board. */
export const boardRoles = ['supervisor', 'client'] as const;

/** Seconds between two boards that are pushed. */
export const boardSeconds = 10;

/** Of so many steps, one pushes campaigns too, which take the reading of days: once a minute. A page that opens has asked for them itself. */
const campaignSteps = { every: 6, at: 1 };

/** One push of a chain; steps count from 0. */
export interface BoardStep {
  readonly chain: string;
  readonly step: number;
}

/** Port: which chain of pushes goes on for a programme: the last that was begun, so that there is one however many pages open. */
export interface BoardChains {
  /** The chain begins at step 0, in the place of the one before. */
  begin(programme: string, chain: string): Promise<void>;
  current(programme: string): Promise<BoardStep | undefined>;
  /** From this step to the next; false when the chain is elsewhere already. */
  advance(programme: string, from: BoardStep): Promise<boolean>;
}

/** Port: what wakes a push of a chain. */
export interface BoardWakes {
  wake(programme: string, step: BoardStep, afterSeconds: number): Promise<void>;
}

export interface PushBoardPorts extends BoardPorts {
  readonly live: LivePorts;
  readonly chains: Pick<BoardChains, 'current' | 'advance'>;
  readonly wakes: BoardWakes;
  readonly readCampaigns: ReadCampaigns;
}

/**
 * Pushes the board to all pages that watch it, made once for all of them, and again in some seconds (COMMON-44). While nobody watches there is no chain
 * and nothing is made. Answers the board that it made. A push that fails is made again by the queue that woke it; a wake that comes twice goes on once. `at`: ISO instant.
 */
export async function pushBoard(
  { programme, step, at }: { readonly programme: ReportedProgramme; readonly step: BoardStep; readonly at: string },
  ports: PushBoardPorts,
): Promise<LiveBoard | undefined> {
  const { name } = programme;
  const current = await ports.chains.current(name);
  if (current?.chain !== step.chain || current.step !== step.step) {
    return undefined;
  }
  const open = await ports.live.connections.list(name);
  if (!open.some(({ roles }) => boardRoles.some((role) => roles.includes(role)))) {
    return undefined;
  }
  const board = await liveBoard({ programme, at, withAgents: true }, ports);
  const message = { programme: name, topic: 'board', at } as const;
  // Whoever is both hears the client's first, and keeps the one with the agents.
  const told = await pushLive({ ...message, data: withoutAgents(board) }, ['client'], ports.live);
  const toldAll = await pushLive({ ...message, data: board }, ['supervisor'], ports.live);
  if (told.reached + toldAll.reached > 0 && (await ports.chains.advance(name, step))) {
    await ports.wakes.wake(name, { ...step, step: step.step + 1 }, boardSeconds);
    if (step.step % campaignSteps.every === campaignSteps.at) {
      await pushCampaigns({ programme: name, at, roles: boardRoles }, ports);
    }
  }
  return board;
}

function withoutAgents({ agents: _, ...board }: LiveBoard): LiveBoard {
  return board;
}

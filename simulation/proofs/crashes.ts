import { type LaneRandom, laneRandom } from '../../local/kernel/random.ts';
import { filedReports } from './filed-reports.ts';
import { cloudState, type EndedProcess, runStart, type StartProcess } from './start-process.ts';

export interface CrashesProved {
  readonly kills: number;
  readonly last: EndedProcess;
  readonly reports: Readonly<Record<string, string>>;
}

/**
 * Plays days in processes that are killed at random instants and started again on the same state and ports, then lets the last one
 * finish. `lifetimeMs` bounds how long each lives, so that some die while the stacks come up, while an earlier run is replayed and
 * amid the day. Throws when a process ended badly by itself.
 */
export async function playThroughCrashes(
  options: StartProcess,
  kills: number,
  lifetimeMs: readonly [number, number],
  onKill: (nth: number) => void = () => {},
): Promise<CrashesProved> {
  const random: LaneRandom = laneRandom(options.seed, 'kill -9');
  const [least, most] = lifetimeMs;
  let killed = 0;
  for (;;) {
    const killAfterMs = killed < kills ? least + random.next() * (most - least) : undefined;
    const run = await runStart({ ...options, ...(killAfterMs === undefined ? {} : { killAfterMs }) });
    if (run.ended) {
      if (run.exitCode !== 0 || run.journalHash === undefined) {
        throw new Error(`After ${killed} kills, npm start ended with ${run.exitCode}:\n${run.output}`);
      }
      return { kills: killed, last: run, reports: filedReports(cloudState(options)) };
    }
    killed += 1;
    onKill(killed);
  }
}

import { spawn } from 'node:child_process';
import { join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '../..');

/** `npm start -- --once` in a process of its own. */
export interface StartProcess {
  readonly assembly: string;
  /** As `--state`: the cloud's own state is in its folder `cloud`. */
  readonly state: string;
  readonly seed: number;
  readonly date: string;
  readonly days: number;
  readonly agents: number;
  readonly volume: number;
  /** People of each order of outbound calls. @default 0 */
  readonly orderPeople?: number;
  readonly concurrency: number;
  readonly port: number;
  /** Environment variables beside those of this process, e.g. another time zone. */
  readonly environment?: Readonly<Record<string, string>>;
  /** `kill -9` after this many milliseconds, unless it has ended by itself. */
  readonly killAfterMs?: number;
}

/** `npm run simulate -- reflex --once` in a process of its own. */
export interface CycleProcess extends Omit<StartProcess, 'days' | 'volume' | 'orderPeople' | 'killAfterMs'> {
  readonly people: number;
  readonly hours: number;
  /** `kill -9` once it has printed this. */
  readonly killOn?: string;
}

export interface EndedProcess {
  /** False when it was killed. */
  readonly ended: boolean;
  readonly exitCode: number | null;
  /** Hash of the journal that it printed. */
  readonly journalHash: string | undefined;
  readonly output: string;
}

const noKill: { readonly killAfterMs?: number; readonly killOn?: string } = {};

/** Runs it to its end or to its death. */
export function runStart({ orderPeople = 0, ...options }: StartProcess): Promise<EndedProcess> {
  return runScript(['start', '--order-people', String(orderPeople)], options);
}

/** Runs it to its end or to its death. */
export function runCycle(options: CycleProcess): Promise<EndedProcess> {
  return runScript(['simulate', 'reflex'], options);
}

function runScript(script: readonly string[], options: StartProcess | CycleProcess): Promise<EndedProcess> {
  const { assembly, environment, state, killAfterMs, killOn, ...numbers } = { ...noKill, ...options };
  const flags = Object.entries(numbers).flatMap(([name, value]) => [`--${name}`, String(value)]);
  const child = spawn(
    process.execPath,
    [join(root, 'scripts/run.mjs'), ...script, '--once', '--assembly', assembly, '--state', state, ...flags],
    { cwd: root, env: { ...process.env, ...environment }, stdio: ['ignore', 'pipe', 'pipe'] },
  );
  const killer = killAfterMs === undefined ? undefined : setTimeout(() => child.kill('SIGKILL'), killAfterMs);
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      output += text;
      if (killOn !== undefined && output.includes(killOn)) child.kill('SIGKILL');
    });
  }
  return new Promise((fulfil, reject) => {
    child.once('error', reject);
    child.once('close', (exitCode, signal) => {
      clearTimeout(killer);
      fulfil({
        ended: signal === null,
        exitCode,
        journalHash: /SHA-256 ([0-9a-f]{64})/.exec(output)?.[1],
        output,
      });
    });
  });
}

/** The `cloud` folder of a process's state. */
export function cloudState({ state }: Pick<StartProcess, 'state'>): string {
  return join(state, 'cloud');
}

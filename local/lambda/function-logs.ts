import { closeSync, mkdirSync, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';

/** Lines kept in memory per function. */
const kept = 5000;

/** What functions print: `<state>/logs/<function>.log`, and the last lines for tests. */
export class FunctionLogs {
  readonly #folder: string;
  readonly #files = new Map<string, number>();
  readonly #lines = new Map<string, string[]>();

  constructor(stateFolder: string) {
    this.#folder = join(stateFolder, 'logs');
    mkdirSync(this.#folder, { recursive: true });
  }

  write(functionName: string, text: string): void {
    let file = this.#files.get(functionName);
    if (file === undefined) {
      file = openSync(join(this.#folder, `${functionName}.log`), 'a');
      this.#files.set(functionName, file);
    }
    writeSync(file, text);
    const lines = this.#lines.get(functionName) ?? [];
    this.#lines.set(functionName, lines);
    for (const line of text.split('\n')) if (line !== '') lines.push(line);
    if (lines.length > 2 * kept) lines.splice(0, lines.length - kept);
  }

  /** Lines of one function since this process started, oldest first. */
  lines(functionName: string): readonly string[] {
    return this.#lines.get(functionName) ?? [];
  }

  /** Names of the functions that printed something. */
  functions(): readonly string[] {
    return [...this.#lines.keys()];
  }

  close(): void {
    for (const file of this.#files.values()) closeSync(file);
    this.#files.clear();
  }
}

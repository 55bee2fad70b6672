import { appendFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

export interface Problem {
  /** Virtual ISO instant. */
  readonly at: string;
  readonly where: string;
  readonly problem: string;
}

/** What AWS would lose in silence; begun anew with the process. */
export class Problems {
  readonly #file: string;
  readonly #all: Problem[] = [];

  constructor(file: string) {
    this.#file = file;
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, '');
  }

  get all(): readonly Problem[] {
    return this.#all;
  }

  add(at: string, where: string, problem: unknown): void {
    const entry: Problem = { at, where, problem: problem instanceof Error ? problem.message : String(problem) };
    this.#all.push(entry);
    appendFileSync(this.#file, `${JSON.stringify(entry)}\n`);
  }
}

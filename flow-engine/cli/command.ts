/** One sub-command. It answers an exit code: 0 fine, 1 findings or failures, 2 wrong use. */
export interface Command {
  readonly name: string;
  readonly usage: string;
  run(args: readonly string[], print: (text: string) => void): number | Promise<number>;
}

/** Wrong use of a command: shown with its usage, exit code 2. */
export class UsageError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'UsageError';
  }
}

import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { type Command, UsageError } from './command.ts';
import { flowOptions } from './flow-options.ts';
import { pickFlow } from './pick-flow.ts';
import { terminalPhone } from './terminal-phone.ts';
import { loadWorld } from './world-file.ts';

const attributesOf = (pairs: readonly string[]): Record<string, string> =>
  Object.fromEntries(
    pairs.map((pair): [string, string] => {
      const at = pair.indexOf('=');
      if (at < 1) throw new UsageError(`--attribute is "${pair}"; accepted: name=value`);
      return [pair.slice(0, at), pair.slice(at + 1)];
    }),
  );

export const runCommand: Command = {
  name: 'run',
  usage:
    'run <flow> [--name <flow in it>] [--with <file|folder>…] [--world <file>] [--attribute name=value…] [--trace]\n    an interactive phone: type keys, Enter for silence, h to hang up',
  async run(args, print) {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        ...flowOptions,
        attribute: { type: 'string', short: 'a', multiple: true, default: [] },
        trace: { type: 'boolean', short: 't', default: false },
      },
    });
    const { flow, library } = pickFlow(positionals[0], values.with, values.name);
    const world = loadWorld(values.world, library);
    const lines = createInterface({ input: process.stdin, terminal: false });
    const typed = lines[Symbol.asyncIterator]();
    const ask = async (question: string): Promise<string | undefined> => {
      process.stdout.write(question);
      const { value, done } = await typed.next();
      // A person sees what was typed; a log of piped keys should too.
      if (process.stdin.isTTY !== true) print(value ?? '');
      return done === true ? undefined : value;
    };
    try {
      const end = await terminalPhone({
        ...world,
        flow,
        attributes: attributesOf(values.attribute),
        trace: values.trace,
        ask,
        print,
      });
      return end.kind === 'ended' && end.error !== undefined ? 1 : 0;
    } finally {
      lines.close();
    }
  },
};

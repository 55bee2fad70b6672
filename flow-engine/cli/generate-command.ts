import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { generateTestCases } from '../src/index.ts';
import type { Command } from './command.ts';
import { flowOptions } from './flow-options.ts';
import { pickFlow } from './pick-flow.ts';
import { loadWorld } from './world-file.ts';

export const generateCommand: Command = {
  name: 'generate',
  usage:
    'generate <flow> [--out <folder>] [--name <flow in it>] [--with <file|folder>…] [--world <file>] [--seed <n>]\n    few native test cases that take every branch such cases can take, each run and passing',
  run(args, print) {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        ...flowOptions,
        seed: { type: 'string', default: '1' },
        out: { type: 'string', short: 'o' },
      },
    });
    const { flow, library } = pickFlow(positionals[0], values.with, values.name);
    const { host } = loadWorld(values.world, library);
    const others = library.filter((each) => each !== flow);
    const { cases, coverage, missed } = generateTestCases(flow, { host, library: others, seed: Number(values.seed) });
    for (const { name, content, attributes, adds } of cases) {
      const request = { Name: name, Content: content, InitializationData: { Attributes: attributes } };
      const file = `${name.replace(/[^\p{L}\p{N}._-]+/gu, '-')}.json`;
      if (values.out !== undefined) {
        mkdirSync(values.out, { recursive: true });
        writeFileSync(join(values.out, file), `${JSON.stringify(request, null, 2)}\n`);
      }
      print(`${file}: ${adds} new branches`);
    }
    if (values.out === undefined) print('nothing written: --out <folder> keeps them');
    for (const { flow: name, covered, total } of coverage) print(`${name}: ${covered} of ${total} branches`);
    for (const { label, reason } of missed) print(`  missed  ${label}: ${reason}`);
    if (flow.isModule || (flow.type !== undefined && flow.type !== 'CONTACT_FLOW'))
      print(
        `A test case on the service enters at an inbound flow: those of ${flow.isModule ? 'a module' : flow.type} run here only.`,
      );
    return 0;
  },
};

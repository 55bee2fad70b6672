import { parseArgs } from 'node:util';
import { coverageText, explainFlow, exploreFlow } from '../src/index.ts';
import type { Command } from './command.ts';
import { loadFlows } from './load-flows.ts';
import { pickFlow } from './pick-flow.ts';

export const explainCommand: Command = {
  name: 'explain',
  usage:
    'explain <flow> [--name <flow in it>] [--with <file|folder>…] [--explore]\n    a flow in words; --explore adds the inputs that lead to each branch',
  run(args, print) {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        name: { type: 'string', short: 'n' },
        with: { type: 'string', multiple: true, default: [] },
        explore: { type: 'boolean' },
      },
    });
    const { flow } = pickFlow(positionals[0], [], values.name);
    print(explainFlow(flow));
    if (values.explore !== true) return 0;
    const library = loadFlows(values.with).flatMap((loaded) => loaded.flow ?? []);
    const { coverage, discoveries, runs } = exploreFlow(flow, { library });
    print(`\n${runs} imagined contacts; those that found something new:`);
    for (const { choices, discovered, ended } of discoveries) {
      const end = `${ended.reason}${ended.error === undefined ? '' : `: ${ended.error.message}`}`;
      print(`\n  ${discovered} new branches, then ${end}\n${choices.map((choice) => `    ${choice}`).join('\n')}`);
    }
    print(`\n${coverageText(coverage, [flow, ...library])}`);
    return 0;
  },
};

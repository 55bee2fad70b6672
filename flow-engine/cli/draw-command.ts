import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { drawMermaid, drawSvg, exploreFlow } from '../src/index.ts';
import { type Command, UsageError } from './command.ts';
import { pickFlow } from './pick-flow.ts';

export const drawCommand: Command = {
  name: 'draw',
  usage:
    'draw <flow> [--name <flow in it>] [--format svg|mermaid] [--explored] [--out <file>]\n    a picture of a flow; --explored colours the branches that some input can cause',
  run(args, print) {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        name: { type: 'string', short: 'n' },
        format: { type: 'string', default: 'svg' },
        explored: { type: 'boolean' },
        out: { type: 'string', short: 'o' },
      },
    });
    const { flow } = pickFlow(positionals[0], [], values.name);
    if (values.format !== 'svg' && values.format !== 'mermaid')
      throw new UsageError(`--format is "${values.format}"; accepted: svg, mermaid`);
    const [coverage] = values.explored === true ? exploreFlow(flow).coverage : [];
    const picture =
      values.format === 'mermaid' ? drawMermaid(flow) : drawSvg(flow, coverage === undefined ? {} : { coverage });
    if (values.out === undefined) print(picture);
    else writeFileSync(values.out, picture);
    return 0;
  },
};

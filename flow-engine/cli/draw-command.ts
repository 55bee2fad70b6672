import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { drawMermaid, drawSvg, exploreFlow } from '../src/index.ts';
import { type Command, UsageError } from './command.ts';
import { pickFlow } from './pick-flow.ts';

export const drawCommand: Command = {
  name: 'draw',
  usage:
    'draw <flow> [--name <flow in it>] [--format svg|mermaid] [--explored] [--columns <number>] [--out <file>]\n    a picture of a flow; --explored colours the branches that some input can cause;\n    --columns goes on underneath after that many blocks side by side',
  run(args, print) {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        name: { type: 'string', short: 'n' },
        format: { type: 'string', default: 'svg' },
        explored: { type: 'boolean' },
        columns: { type: 'string' },
        out: { type: 'string', short: 'o' },
      },
    });
    const { flow } = pickFlow(positionals[0], [], values.name);
    if (values.format !== 'svg' && values.format !== 'mermaid')
      throw new UsageError(`--format is "${values.format}"; accepted: svg, mermaid`);
    const columns = values.columns === undefined ? undefined : Number(values.columns);
    if (columns !== undefined && !(Number.isInteger(columns) && columns > 0))
      throw new UsageError(`--columns is "${values.columns}"; accepted: a whole number above 0`);
    const [coverage] = values.explored === true ? exploreFlow(flow).coverage : [];
    const options = { ...(coverage === undefined ? {} : { coverage }), ...(columns === undefined ? {} : { columns }) };
    const picture = values.format === 'mermaid' ? drawMermaid(flow) : drawSvg(flow, options);
    if (values.out === undefined) print(picture);
    else {
      writeFileSync(values.out, picture);
      print(`wrote ${values.out}`);
    }
    return 0;
  },
};

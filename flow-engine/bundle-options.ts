import { join } from 'node:path';
import type { BuildOptions } from 'esbuild';

const here = import.meta.dirname;

/** What the package is made with: one file of library, one of command line, and what they share; nothing is left outside. */
export const bundleOptions = {
  entryPoints: [
    { in: join(here, 'src/index.ts'), out: 'index' },
    { in: join(here, 'bin/connect-flow.ts'), out: 'connect-flow' },
  ],
  outdir: join(here, 'dist'),
  bundle: true,
  splitting: true,
  chunkNames: 'engine-[hash]',
  minify: true,
  // Words that nothing outside the package sees, most of them of the table of actions: two kilobytes.
  mangleProps:
    /^(required|optionalErrors|unconfirmed|origin|exactlyOne|atMostOne|atLeastOne|flowTypes|channels|firstDigitSeconds|interDigitSeconds|canCancel|moduleDepth|doubts|remarks|oneOf|needed|leaveOut|doubtTheUnread|isUsedBy|setBy|branches|accepts|waiting)$/,
  charset: 'utf8',
  platform: 'node',
  format: 'esm',
  target: 'node20',
} satisfies BuildOptions;

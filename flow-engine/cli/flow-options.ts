import type { ParseArgsOptionsConfig } from 'node:util';

/** Options of the commands that make a flow meet a world. */
export const flowOptions = {
  name: { type: 'string', short: 'n' },
  with: { type: 'string', multiple: true, default: [] },
  world: { type: 'string', short: 'w' },
} satisfies ParseArgsOptionsConfig;

import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { notices } from '../../programmes/index.ts';
import { requireEnv } from '../middleware/require-env.ts';
import { alertProgramme } from '../middleware/structure-visitor.ts';
import { alertHomeHandler } from './handler.ts';

/** Pictures lie beside the code of the function. */
const folder = join(requireEnv('LAMBDA_TASK_ROOT'), 'assets');
const { name } = alertProgramme();
const notice = notices[name];
if (notice === undefined) {
  throw new Error(`Programme "${name}" has alerts and no notice; accepted: one in programmes/index.ts`);
}

export const handler = alertHomeHandler({
  notice,
  async picture(file) {
    try {
      return await readFile(join(folder, `${file}.webp`));
    } catch (error) {
      if (error instanceof Error && 'code' in error && error.code === 'ENOENT') {
        return undefined;
      }
      throw error;
    }
  },
});

import { join } from 'node:path';
import { suiviDeployment } from '../../simulation/suivi/open-suivi.ts';
import { synthesize } from '../../simulation/synthesize.ts';
import { scratch } from './assembly.ts';

let folder: string | undefined;

/** The deployment of the follow-up, synthesized once for all tests of a file. */
export function suiviAssembly(): string {
  folder ??= synthesize(join(scratch('suivi-assembly'), 'cdk.out'), suiviDeployment);
  return folder;
}

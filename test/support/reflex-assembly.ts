import { join } from 'node:path';
import { reflexDeployment } from '../../simulation/reflex/open-reflex.ts';
import { synthesize } from '../../simulation/synthesize.ts';
import { scratch } from './assembly.ts';

let folder: string | undefined;

/** The deployment of REFLEX, synthesized once for all tests of a file. */
export function reflexAssembly(): string {
  folder ??= synthesize(join(scratch('reflex-assembly'), 'cdk.out'), reflexDeployment);
  return folder;
}

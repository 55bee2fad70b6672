import { join } from 'node:path';
import { alertesDeployment } from '../../simulation/alertes/open-alertes.ts';
import { synthesize } from '../../simulation/synthesize.ts';
import { scratch } from './assembly.ts';

let folder: string | undefined;

/** The deployment of the structures, synthesized once for all tests of a file. */
export function alertesAssembly(): string {
  folder ??= synthesize(join(scratch('alertes-assembly'), 'cdk.out'), alertesDeployment);
  return folder;
}

import { reflexDeployment } from '../../simulation/reflex/open-reflex.ts';
import { sharedAssembly } from './shared-assembly.ts';

/** The deployment of REFLEX, synthesized once for all tests. */
export function reflexAssembly(): string {
  return sharedAssembly(reflexDeployment);
}

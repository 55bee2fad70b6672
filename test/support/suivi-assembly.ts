import { suiviDeployment } from '../../simulation/suivi/open-suivi.ts';
import { sharedAssembly } from './shared-assembly.ts';

/** The deployment of the follow-up, synthesized once for all tests. */
export function suiviAssembly(): string {
  return sharedAssembly(suiviDeployment);
}

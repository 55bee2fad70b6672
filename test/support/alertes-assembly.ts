import { alertesDeployment } from '../../simulation/alertes/open-alertes.ts';
import { sharedAssembly } from './shared-assembly.ts';

/** The deployment of the structures, synthesized once for all tests. */
export function alertesAssembly(): string {
  return sharedAssembly(alertesDeployment);
}

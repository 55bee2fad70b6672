import { localLine } from './local-line.ts';
import { localSoftphone } from './local-softphone.ts';
import type { Softphone } from './softphone.ts';

/** Only the local Connect serves its softphone there. */
const localPath = '/_local/softphone';

/** The softphone of the instance at this address: Amazon's own in AWS, whose library is only loaded there. */
export async function openSoftphone(accessUrl: string): Promise<Softphone> {
  if (new URL(accessUrl).pathname === localPath) {
    return localSoftphone(localLine(localPath));
  }
  const { openStreamsSoftphone } = await import('./open-streams-softphone.ts');
  return openStreamsSoftphone(accessUrl);
}

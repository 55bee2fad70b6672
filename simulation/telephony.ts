import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';

/** What the account and the carriers allow, which no template can say: AWS grants it to the account beside the deployment. */
export interface Telephony {
  /** Calls at once granted to the instance. */
  readonly concurrentCalls: number;
  /** Prefixes that may be dialled: Amazon Connect's default list for Frankfurt, and those the deployment file says are confirmed. */
  readonly allowedPrefixes: readonly string[];
}

const defaultPrefixes = ['+44', '+39', '+33', '+353', '+1'];

/** Reads it from the deployment file that the stacks were synthesized from; infrastructure has checked the file. */
export function telephonyOf(
  deploymentFile = resolve(import.meta.dirname, '../deployments/samps-demo.json'),
): Telephony {
  const deployment: {
    readonly quotas: { readonly concurrentCalls: number };
    readonly voiceReach: Record<string, string>;
  } = JSON.parse(readFileSync(deploymentFile, 'utf8'));
  const confirmed = Object.entries(deployment.voiceReach).filter(([, reach]) => reach === 'confirmed');
  return {
    concurrentCalls: deployment.quotas.concurrentCalls,
    allowedPrefixes: [...defaultPrefixes, ...confirmed.map(([prefix]) => prefix)],
  };
}

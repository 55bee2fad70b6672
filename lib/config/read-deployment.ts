import { readFileSync } from 'node:fs';
import type { Deployment } from './deployment.ts';
import { type Known, parseDeployment } from './parse-deployment.ts';

/** A deployment file that cannot be used; the message lists every field, its value and what is accepted. */
export class ConfigError extends Error {}

/** Reads and checks a file of `deployments/`. Throws ConfigError. */
export function readDeployment(file: string, known: Known): Deployment {
  let value: unknown;
  try {
    value = JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new ConfigError(`${file} cannot be read as JSON: ${reason}`, { cause: error });
  }
  const { deployment, refusals } = parseDeployment(value, known);
  if (deployment === undefined) {
    const lines = refusals.map(
      ({ field, value: held, accepted }) =>
        `  ${field || '(the whole file)'}: ${held === undefined ? 'is missing' : `${JSON.stringify(held)} is not accepted`}; accepted: ${accepted}`,
    );
    throw new ConfigError(`${file} is refused (${lines.length}):\n${lines.join('\n')}`);
  }
  return deployment;
}

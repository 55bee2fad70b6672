import { env } from '../../contracts/env.ts';
import type { Programme } from '../../domain/programme/programme.ts';
import { programmes } from '../../programmes/index.ts';
import { requireEnvList } from './require-env.ts';

/** Programmes of this deployment, by name; throws naming one that the code does not have. */
export function deployedProgrammes(): Readonly<Record<string, Programme>> {
  return Object.fromEntries(
    requireEnvList(env.programmes).map((name) => {
      const programme = programmes[name];
      if (programme === undefined) {
        throw new Error(
          `Environment variable ${env.programmes} names "${name}"; accepted: ${Object.keys(programmes).join(', ')}`,
        );
      }
      return [name, programme];
    }),
  );
}

import { createHash } from 'node:crypto';
import type { Assembly } from './assembly.ts';

/** Hash of all templates: assets are in it by their content hash. */
export function assemblyFingerprint(assembly: Assembly): string {
  const hash = createHash('sha256');
  for (const { template } of assembly.stacks) {
    hash.update(JSON.stringify([template.stack, [...template.resources], template.outputs, template.parameters]));
  }
  return hash.digest('hex').slice(0, 32);
}

/** The one account and region of the stacks. */
export function assemblyPlace(assembly: Assembly): { account: string; region: string } {
  const places = new Set(assembly.stacks.map(({ account, region }) => `${account ?? ''}/${region ?? ''}`));
  const [place = '/', ...others] = places;
  if (others.length > 0) {
    throw new Error(
      `The stacks live in several places (${[...places].join(', ')}); the local cloud has one account and one region`,
    );
  }
  const [account = '', region = ''] = place.split('/');
  return { account: account || '000000000000', region: region || 'eu-central-1' };
}

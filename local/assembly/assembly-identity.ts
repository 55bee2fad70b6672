import { createHash } from 'node:crypto';
import type { Assembly } from './assembly.ts';

/** `<stack>=<hash of its template>` of every stack, separated by spaces: assets are in it by their content hash. */
export function assemblyFingerprint(assembly: Assembly): string {
  const prints = assembly.stacks.map(({ template: { stack, resources, outputs, parameters } }) => {
    const hash = createHash('sha256').update(JSON.stringify([[...resources], outputs, parameters]));
    return `${stack}=${hash.digest('hex').slice(0, 16)}`;
  });
  return prints.join(' ');
}

/** Stacks that are not the same in both, by their fingerprints. */
export function changedStacks(before: string, after: string): readonly string[] {
  const [old, now] = [before.split(' '), after.split(' ')];
  const differ = [...old.filter((print) => !now.includes(print)), ...now.filter((print) => !old.includes(print))];
  return [...new Set(differ.map((print) => print.split('=', 1)[0] ?? print))].sort();
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

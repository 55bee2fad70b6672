import type { LocalCloud } from '../local/index.ts';

/** The number of the programme, E.164, from the registry that the deployment wrote. Throws when it has none. */
export function centreNumber(cloud: LocalCloud, programme: string): string {
  for (const { value } of cloud.context.parameters.values()) {
    const registry: unknown = value.startsWith('{') ? JSON.parse(value) : undefined;
    if (typeof registry !== 'object' || registry === null || !('numbers' in registry)) continue;
    const found = Object.entries(registry.numbers ?? {}).find(([, owner]) => owner === programme);
    if (found !== undefined) return found[0];
  }
  throw new Error(`the deployment's registry has no number for programme "${programme}"`);
}

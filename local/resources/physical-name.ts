import type { ResolvedResource } from '../assembly/resource.ts';
import { derive } from '../kernel/random.ts';

type Identity = Pick<ResolvedResource, 'stack' | 'logicalId'>;

/** The name of a resource that the template does not name, as CloudFormation makes them: stack, logical id and a suffix, at most `limit` characters. */
export function physicalName(resource: Identity, limit = 64): string {
  const suffix = derive('physical-name', resource.stack, resource.logicalId).slice(0, 12).toUpperCase();
  const room = limit - suffix.length - 1;
  const stack = resource.stack.slice(0, Math.max(8, Math.floor(room / 2) - 1));
  return `${`${stack}-${resource.logicalId}`.slice(0, room)}-${suffix}`;
}

/** The same for what only takes small letters (buckets), at most 63 characters. */
export function lowerCaseName(resource: Identity): string {
  return physicalName(resource, 63).toLowerCase();
}

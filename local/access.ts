import type { CloudContext } from './cloud.ts';
import type { AccessRequest } from './principal.ts';
import { ServiceError } from './service-error.ts';

/** Throws AccessDeniedException when the request is not allowed. */
export function requireAccess(cloud: Pick<CloudContext, 'iam'>, request: AccessRequest): void {
  const decision = cloud.iam.authorize(request);
  if (!decision.allowed) throw new ServiceError('AccessDeniedException', decision.message, 403);
}

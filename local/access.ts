import type { CloudContext } from './cloud.ts';
import type { AccessRequest } from './principal.ts';
import { ServiceError } from './service-error.ts';

/** Throws AccessDeniedException when the request is not allowed. */
export function requireAccess(cloud: Pick<CloudContext, 'iam'>, request: AccessRequest): void {
  const decision = cloud.iam.authorize(request);
  if (!decision.allowed) throw new ServiceError('AccessDeniedException', decision.message, 403);
}

/** Throws when `service` may not assume the role, then when the role may not do `action`. */
export function requireAccessThroughRole(
  cloud: Pick<CloudContext, 'iam' | 'account'>,
  role: { readonly arn: string; readonly service: string; readonly sourceArn: string },
  request: Omit<AccessRequest, 'principal'>,
): void {
  const { arn, service, sourceArn } = role;
  requireAccess(cloud, {
    principal: { type: 'service', service, sourceArn, sourceAccount: cloud.account },
    action: 'sts:AssumeRole',
    resource: arn,
    conditions: { 'aws:SourceArn': sourceArn, 'aws:SourceAccount': cloud.account },
  });
  requireAccess(cloud, { ...request, principal: { type: 'role', roleArn: arn, assumedBy: sourceArn } });
}

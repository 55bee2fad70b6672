import type { AccessRequest, Principal } from '../principal.ts';

/** AWS's words for a refusal: they name principal, action and resource. */
export function denialMessage(request: AccessRequest, reason: string): string {
  return `User: ${principalArn(request.principal)} is not authorized to perform: ${request.action} on resource: ${request.resource} ${reason}`;
}

function principalArn(principal: Principal): string {
  switch (principal.type) {
    case 'function':
      return sessionArn(principal.roleArn, principal.functionName);
    case 'role':
      return sessionArn(principal.roleArn, principal.assumedBy);
    case 'service':
      return `${principal.service} (for ${principal.sourceArn})`;
    case 'administrator':
      return 'administrator';
  }
}

/** `arn:aws:iam::1:role/R` assumed as S is `arn:aws:sts::1:assumed-role/R/S`. */
function sessionArn(roleArn: string, session: string): string {
  const role = roleArn.slice(roleArn.lastIndexOf('/') + 1);
  return `${roleArn.replace(/:iam:/, ':sts:').replace(/:role\/.*$/, ':assumed-role/')}${role}/${session}`;
}

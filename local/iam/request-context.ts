import type { AccessRequest } from '../principal.ts';
import type { ConditionContext } from './condition.ts';

/**
 * The condition keys of a request: those it carries and the global ones. TLS is taken as used: the local endpoints speak plain
 * HTTP on the loopback interface, where AWS's are HTTPS only for an SDK, so a policy that denies plain HTTP does not bear here.
 */
export function requestContext(request: AccessRequest, account: string, region: string): ConditionContext {
  const context = new Map<string, readonly string[]>([
    ['aws:securetransport', ['true']],
    ['s3:tlsversion', ['1.3']],
    ['aws:requestedregion', [region]],
    ['aws:resourceaccount', [account]],
    ['kms:calleraccount', [account]],
  ]);
  const principal = request.principal;
  context.set('aws:principalisawsservice', [String(principal.type === 'service')]);
  if (principal.type === 'service') {
    context.set('aws:principalservicename', [principal.service]);
    context.set('aws:sourcearn', [principal.sourceArn]);
    context.set('aws:sourceaccount', [principal.sourceAccount]);
  } else if (principal.type !== 'administrator') {
    context.set('aws:principalarn', [principal.roleArn]);
    context.set('aws:principalaccount', [account]);
  }
  for (const [key, value] of Object.entries(request.conditions ?? {})) {
    context.set(key.toLowerCase(), typeof value === 'string' ? [value] : value);
  }
  return context;
}

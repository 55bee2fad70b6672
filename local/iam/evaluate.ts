import type { AccessRequest, Principal } from '../principal.ts';
import { type ConditionContext, conditionHolds } from './condition.ts';
import type { Patterns, PrincipalPatterns, Statement } from './statement.ts';
import { matchesWildcard } from './wildcard.ts';

/** The statements that bear on one request. */
export interface BearingStatements {
  readonly identity: readonly Statement[];
  readonly resource: readonly Statement[];
}

export interface Evaluation {
  readonly allowed: boolean;
  /** Allowed: every statement that allows alone. Refused: the denying statement, or none. */
  readonly decidedBy: readonly Statement[];
  /** Statements of a key policy that hand the decision to IAM: needed together with one of `decidedBy`. */
  readonly delegatedBy: readonly Statement[];
  /** End of AWS's message: why it is refused. */
  readonly reason: string;
}

/**
 * AWS's evaluation within one account: an explicit deny wins; then an identity policy or the resource's own policy must allow;
 * a service principal needs the resource's policy; a KMS key policy must allow, or hand the decision to IAM through the
 * account principal. `context` is asked only when a condition needs it: most requests meet none.
 */
export function evaluate(
  request: AccessRequest,
  bearing: BearingStatements,
  context: () => ConditionContext,
  account: string,
): Evaluation {
  const applies = (statement: Statement) =>
    matches(statement.actions, request.action, true) &&
    (statement.resources === undefined || matches(statement.resources, request.resource, false)) &&
    (statement.conditions.length === 0 ||
      statement.conditions.every((condition) => conditionHolds(condition, context())));
  const identity = bearing.identity.filter(applies);
  const resource = bearing.resource.flatMap((statement) => {
    const relation = principalRelation(statement.principals, request.principal, account);
    return relation !== 'none' && applies(statement) ? [{ statement, relation }] : [];
  });

  const refused = (kind: string, statement: Statement): Evaluation => ({
    allowed: false,
    decidedBy: [statement],
    delegatedBy: [],
    reason: `with an explicit deny in ${kind} (${statement.id})`,
  });
  const identityDeny = identity.find((s) => s.effect === 'Deny');
  if (identityDeny !== undefined) return refused('an identity-based policy', identityDeny);
  const resourceDeny = resource.find((r) => r.statement.effect === 'Deny');
  if (resourceDeny !== undefined) return refused('a resource-based policy', resourceDeny.statement);

  const direct = resource.filter((r) => r.relation === 'direct').map((r) => r.statement);
  const delegating = resource.filter((r) => r.relation === 'account').map((r) => r.statement);
  const isKey = request.action.startsWith('kms:') && request.resource !== '*';
  const identityCounts = !isKey || delegating.length > 0;
  const decidedBy = identityCounts ? [...identity, ...direct] : direct;
  if (decidedBy.length > 0) {
    return { allowed: true, decidedBy, delegatedBy: isKey && direct.length === 0 ? delegating : [], reason: '' };
  }
  const missing = request.principal.type === 'service' || !identityCounts ? 'resource-based' : 'identity-based';
  return {
    allowed: false,
    decidedBy: [],
    delegatedBy: [],
    reason: `because no ${missing} policy allows the ${request.action} action`,
  };
}

function matches(patterns: Patterns, value: string, ignoreCase: boolean): boolean {
  return patterns.patterns.some((pattern) => matchesWildcard(pattern, value, ignoreCase)) !== patterns.negated;
}

/** `direct`: the statement is about this principal. `account`: about its whole account, which only lets IAM decide. */
function principalRelation(
  patterns: PrincipalPatterns | undefined,
  principal: Principal,
  account: string,
): 'direct' | 'account' | 'none' {
  if (patterns === undefined) return 'none';
  if (patterns.anyone) return 'direct';
  if (principal.type === 'service') {
    return patterns.services.some((service) => sameService(service, principal.service)) ? 'direct' : 'none';
  }
  if (principal.type === 'administrator') return 'none';
  if (patterns.aws.includes(principal.roleArn)) return 'direct';
  const isAccount = (name: string) => name === account || (name.endsWith(':root') && name.includes(`::${account}:`));
  return patterns.aws.some(isAccount) ? 'account' : 'none';
}

/** `logs.eu-central-1.amazonaws.com` and `logs.amazonaws.com` name the same service. */
function sameService(pattern: string, service: string): boolean {
  const bare = (name: string) => name.replace(/^([a-z0-9-]+)\.[a-z]{2}(-[a-z]+)+-\d\.amazonaws/, '$1.amazonaws');
  return bare(pattern) === bare(service);
}

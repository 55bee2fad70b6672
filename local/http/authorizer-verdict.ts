import { matchesWildcard } from '../iam/wildcard.ts';
import { isJsonObject, type Json } from '../json.ts';
import type { AuthorizerVerdict } from './authorizer-cache.ts';

/** Reads an authorizer's answer: `{ isAuthorized, context }`, or an IAM policy that must allow `routeArn`. Throws when it is neither. */
export function authorizerVerdict(answer: Json, simple: boolean, routeArn: string): AuthorizerVerdict {
  if (!isJsonObject(answer))
    throw new Error(`the authorizer answered ${JSON.stringify(answer)}; accepted is an object`);
  const context = isJsonObject(answer['context']) ? answer['context'] : {};
  if (simple) {
    const authorized = answer['isAuthorized'];
    if (typeof authorized !== 'boolean')
      throw new Error('the authorizer answered without isAuthorized (true or false)');
    return authorized ? { allowed: true, context } : { allowed: false };
  }
  const document = answer['policyDocument'];
  const statements = isJsonObject(document) ? document['Statement'] : undefined;
  if (!Array.isArray(statements)) throw new Error('the authorizer answered without policyDocument.Statement');
  const applying = statements
    .filter(isJsonObject)
    .filter((one) => list(one['Action']).some((action) => matchesWildcard(action, 'execute-api:Invoke', true)))
    .filter((one) => list(one['Resource']).some((resource) => matchesWildcard(resource, routeArn)));
  const effects = applying.map((one) => one['Effect']);
  const allowed = effects.includes('Allow') && !effects.includes('Deny');
  return allowed ? { allowed, context } : { allowed };
}

function list(value: Json | undefined): string[] {
  return (Array.isArray(value) ? value : [value]).filter((one) => typeof one === 'string');
}

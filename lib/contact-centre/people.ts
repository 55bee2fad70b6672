import { CfnSecurityProfile, CfnUser } from 'aws-cdk-lib/aws-connect';
import { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import { RemovalPolicy } from 'aws-cdk-lib/core';
import type { Construct } from 'constructs';
import type { Centre, DemoAgent } from '../../programmes/centre.ts';
import { explain } from '../constructs/explain.ts';

/**
 * What each role may do in Connect's own pages (API names of the admin guide's security-profile list). Agents have the softphone and nothing to
 * dial with: every outbound call is placed by the dispatcher (design decision 8).
 */
const permissions: Readonly<Record<Centre['securityProfiles'][number]['role'], readonly string[]>> = {
  agent: ['BasicAgentAccess'],
  supervisor: ['BasicAgentAccess', 'AccessMetrics', 'Queues.View', 'RoutingPolicies.View', 'Users.View'],
};

/** ARNs by name. */
export function createSecurityProfiles(
  scope: Construct,
  instanceArn: string,
  profiles: Centre['securityProfiles'],
): ReadonlyMap<string, string> {
  return new Map(
    profiles.map(({ name, description, role }) => {
      const created = new CfnSecurityProfile(scope, `SecurityProfile-${name}`, {
        instanceArn,
        securityProfileName: name,
        description,
        permissions: [...permissions[role]],
      });
      return [name, created.attrSecurityProfileArn];
    }),
  );
}

/** People of a demonstration, with one generated password. Real agents are data, not resources (design decision 19). */
export function createDemoAgents(
  scope: Construct,
  instanceArn: string,
  agents: readonly DemoAgent[],
  arns: {
    readonly routingProfiles: ReadonlyMap<string, string>;
    readonly securityProfiles: ReadonlyMap<string, string>;
  },
): void {
  if (agents.length === 0) {
    return;
  }
  const password = new Secret(scope, 'DemoPassword', {
    description: 'First password of the demonstration agents',
    generateSecretString: { passwordLength: 20, excludePunctuation: true, requireEachIncludedType: true },
    removalPolicy: RemovalPolicy.DESTROY,
  });
  explain(password, 'AwsSolutions-SMG4', 'Password of invented people, changed at their first sign-in.');
  for (const agent of agents) {
    new CfnUser(scope, `Agent-${agent.userName}`, {
      instanceArn,
      username: agent.userName,
      // A dynamic reference: the template holds no password.
      password: password.secretValue.unsafeUnwrap(),
      identityInfo: { firstName: agent.firstName, lastName: agent.lastName },
      phoneConfig: {
        phoneType: 'SOFT_PHONE',
        autoAccept: agent.autoAccept ?? false,
        afterContactWorkTimeLimit: agent.afterCallWorkSeconds,
      },
      routingProfileArn: arnNamed('routing profile', agent.routingProfile, arns.routingProfiles),
      securityProfileArns: agent.securityProfiles.map((name) =>
        arnNamed('security profile', name, arns.securityProfiles),
      ),
    });
  }
}

function arnNamed(what: string, name: string, arns: ReadonlyMap<string, string>): string {
  const arn = arns.get(name);
  if (arn === undefined) {
    throw new Error(`There is no ${what} "${name}"; there are ${[...arns.keys()].join(', ')}`);
  }
  return arn;
}

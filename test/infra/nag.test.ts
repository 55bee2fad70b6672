import type { App } from 'aws-cdk-lib/core';
import { Validations } from 'aws-cdk-lib/core';
import { AwsSolutionsChecks } from 'cdk-nag';
import type { IConstruct } from 'constructs';
import { describe, expect, it } from 'vitest';
import { readDeployment } from '../../lib/config/read-deployment.ts';
import { appOf, demo, known, root } from './support/assembly.ts';
import { outboundAssembly } from './support/outbound-assembly.ts';

const alertesDemo = readDeployment(`${root}deployments/alertes-demo.json`, known);

interface Explanation {
  readonly path: string;
  readonly finding: string;
  readonly reason: string;
}

/** Every finding accepted in writing, with the construct it is accepted for. */
function explanationsOf(scope: IConstruct): readonly Explanation[] {
  return scope.node.findAll().flatMap((construct) =>
    construct.node.metadata
      .filter(({ type }) => type === Validations.ACKNOWLEDGED_RULES_METADATA_KEY)
      .flatMap(({ data }) =>
        Object.entries(data as Record<string, string>).map(([finding, reason]) => ({
          path: construct.node.path,
          finding: finding.replace(/^annotation::/i, ''),
          reason,
        })),
      ),
  );
}

/** `AwsSolutions-IAM5[Resource::…/contact/*]`: what comes before is known to CloudFormation only. */
function explains({ path, finding }: Explanation, at: string, found: string): boolean {
  const inside = at === path || at.startsWith(`${path}/`);
  const [start, ending] = finding.split('…');
  return inside && (ending === undefined ? found === finding : found.startsWith(start ?? '') && found.endsWith(ending));
}

function synthesizedApp(app: App): App {
  app.synth();
  return app;
}

describe.each([
  ['the demonstration', () => synthesizedApp(appOf({ ...demo, testCases: true }))],
  ['a programme that calls people', () => outboundAssembly().app],
  ['structures without a contact centre', () => synthesizedApp(appOf(alertesDemo))],
])('cdk-nag, AWS Solutions: %s', (_name, appOfCase) => {
  const app = appOfCase();
  const explanations = explanationsOf(app);
  const checks = new AwsSolutionsChecks();
  // Our own reading of explanations takes the place of the exact match, so that stale ones are seen too.
  if (!('isAcknowledged' in checks)) throw new Error('cdk-nag no longer has isAcknowledged to replace');
  Reflect.set(checks, 'isAcknowledged', () => false);
  const findings = checks
    .validateScope(app)
    .violations.flatMap(({ ruleName, violatingResources }) =>
      violatingResources.map(({ constructPath }) => ({ rule: ruleName, path: constructPath ?? '' })),
    );

  it('has no finding without a written reason', () => {
    const unexplained = findings.filter(
      ({ rule, path }) => !explanations.some((explanation) => explains(explanation, path, rule)),
    );
    expect(unexplained).toEqual([]);
  });

  it('has no reason for a finding that is no longer there', () => {
    const stale = explanations.filter(
      (explanation) => !findings.some(({ rule, path }) => explains(explanation, path, rule)),
    );
    expect(stale).toEqual([]);
  });

  it('finds what is there to find', () => {
    expect(findings.length).toBeGreaterThan(20);
    expect(explanations.every(({ reason }) => reason.length > 20)).toBe(true);
  });
});

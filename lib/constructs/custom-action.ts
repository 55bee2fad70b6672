import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import { RemovalPolicy } from 'aws-cdk-lib/core';
import { Provider } from 'aws-cdk-lib/custom-resources';
import { Construct } from 'constructs';
import type { House } from '../house.ts';
import { explainWildcard } from './explain.ts';
import type { HandlerFunction } from './handler-function.ts';

/** Lets stacks run one of our functions as a custom resource, for what CloudFormation has no resource of. A failure fails the deployment. */
export class CustomAction extends Construct {
  readonly serviceToken: string;

  constructor(scope: Construct, id: string, props: { readonly house: House; readonly handler: HandlerFunction }) {
    super(scope, id);
    const { house, handler } = props;
    const logGroup = new LogGroup(this, 'Logs', {
      retention: house.deployment.retention.logsDays,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    const role = new Role(this, 'Role', { assumedBy: new ServicePrincipal('lambda.amazonaws.com') });
    role.addToPolicy(
      new PolicyStatement({
        actions: ['logs:CreateLogStream', 'logs:PutLogEvents'],
        resources: [logGroup.logGroupArn],
      }),
    );
    const provider = new Provider(this, 'Provider', {
      onEventHandler: handler.fn,
      frameworkOnEventRole: role,
      logGroup,
    });
    explainWildcard(role, ':*', 'The framework may call any version of the one function it wraps.');
    this.serviceToken = provider.serviceToken;
  }
}

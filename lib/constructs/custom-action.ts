import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import { RemovalPolicy } from 'aws-cdk-lib/core';
import { Provider } from 'aws-cdk-lib/custom-resources';
import { Construct } from 'constructs';
import type { House } from '../house.ts';
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
    // After a first call that failed, the framework waits until the function is active
    // (custom-resources/lib/provider-framework/runtime/outbound of aws-cdk-lib).
    role.addToPolicy(
      new PolicyStatement({
        actions: ['lambda:InvokeFunction', 'lambda:GetFunction'],
        resources: [handler.fn.functionArn],
      }),
    );
    const provider = new Provider(this, 'Provider', {
      onEventHandler: handler.fn,
      // The framework's own grant would let it call any version of the function.
      frameworkOnEventRole: role.withoutPolicyUpdates(),
      logGroup,
    });
    this.serviceToken = provider.serviceToken;
  }
}

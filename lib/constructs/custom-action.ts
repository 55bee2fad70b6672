import { LogGroup } from 'aws-cdk-lib/aws-logs';
import { RemovalPolicy } from 'aws-cdk-lib/core';
import { Provider } from 'aws-cdk-lib/custom-resources';
import { Construct } from 'constructs';
import type { House } from '../house.ts';
import { explain, explainWildcard } from './explain.ts';
import type { HandlerFunction } from './handler-function.ts';

/** Lets stacks run one of our functions as a custom resource, for what CloudFormation has no resource of. A failure fails the deployment. */
export class CustomAction extends Construct {
  readonly serviceToken: string;

  constructor(scope: Construct, id: string, props: { readonly house: House; readonly handler: HandlerFunction }) {
    super(scope, id);
    const { house, handler } = props;
    const provider = new Provider(this, 'Provider', {
      onEventHandler: handler.fn,
      logGroup: new LogGroup(this, 'Logs', {
        retention: house.deployment.retention.logsDays,
        removalPolicy: RemovalPolicy.DESTROY,
      }),
    });
    explain(
      provider,
      'AwsSolutions-IAM4[Policy::arn:<AWS::Partition>:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole]',
      'The role of the provider framework is made by the CDK: it writes logs and nothing else.',
    );
    explainWildcard(provider, ':*', 'The framework may call any version of the one function it wraps.');
    this.serviceToken = provider.serviceToken;
  }
}

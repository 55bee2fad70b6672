import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { MathExpression } from 'aws-cdk-lib/aws-cloudwatch';
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Architecture, Code, Function as LambdaFunction, Runtime, Tracing } from 'aws-cdk-lib/aws-lambda';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import { Duration, RemovalPolicy } from 'aws-cdk-lib/core';
import { Construct } from 'constructs';
import { env } from '../../contracts/env.ts';
import type { FunctionName } from '../../contracts/functions.ts';
import type { House } from '../house.ts';
import type { AlarmDesk, Impact } from '../monitoring/alarm-desk.ts';
import { DeadLetters } from './dead-letters.ts';
import { explain, explainWildcard } from './explain.ts';

export interface HandlerFunctionProps {
  readonly house: House;
  readonly alarms: AlarmDesk;
  readonly name: FunctionName;
  /** Who suffers when it fails: text of its alarm. */
  readonly impact: Impact;
  /** Connect waits 8 s for a function of a flow, the HTTP API 30 s. */
  readonly timeout: Duration;
  /** MB; a share of a processor comes with it. @default 512 */
  readonly memory?: number;
  /**
   * Called by events, streams or schedules, where nobody waits for the answer: who suffers when an event is given up. Declaring it gives the
   * function a dead-letter queue. @default called by someone who sees the error
   */
  readonly deadLetters?: Impact;
}

/** A function of `lambdas/<name>`, with the least a role can do: write its own logs and traces. What it needs more is granted by what it uses. */
export class HandlerFunction extends Construct {
  readonly fn: LambdaFunction;
  readonly name: FunctionName;
  readonly #deadLetters: DeadLetters | undefined;

  constructor(scope: Construct, id: string, props: HandlerFunctionProps) {
    super(scope, id);
    const { house, alarms, name } = props;
    this.name = name;
    const bundle = join(house.sources.bundles, name);
    if (!existsSync(join(bundle, 'index.mjs'))) {
      throw new Error(
        `Function "${name}" has no bundle ${bundle}/index.mjs; it is built from lambdas/${name}/index.ts`,
      );
    }
    const logs = new LogGroup(this, 'Logs', {
      logGroupName: `/aws/lambda/${house.name(name)}`,
      retention: house.deployment.retention.logsDays,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    const role = new Role(this, 'Role', { assumedBy: new ServicePrincipal('lambda.amazonaws.com') });
    role.addToPolicy(
      new PolicyStatement({ actions: ['logs:CreateLogStream', 'logs:PutLogEvents'], resources: [logs.logGroupArn] }),
    );
    explain(role, 'AwsSolutions-IAM5[Resource::*]', 'X-Ray has no resources: PutTraceSegments accepts only *.');
    this.#deadLetters =
      props.deadLetters === undefined
        ? undefined
        : new DeadLetters(this, 'DeadLetters', { alarms, of: name, impact: props.deadLetters });
    this.fn = new LambdaFunction(this, 'Function', {
      functionName: house.name(name),
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      handler: 'index.handler',
      code: Code.fromAsset(bundle),
      role,
      logGroup: logs,
      timeout: props.timeout,
      memorySize: props.memory ?? 512,
      tracing: Tracing.ACTIVE,
      environment: {
        [env.programmes]: house.deployment.programmes.join(','),
        NODE_OPTIONS: '--enable-source-maps',
      },
      ...(this.#deadLetters === undefined ? {} : { deadLetterQueue: this.#deadLetters.queue }),
    });
    alarms.declare(this, 'Alarm', {
      runbook: name,
      impact: props.impact,
      metric: new MathExpression({
        expression: 'errors + throttles',
        label: 'Failed or refused invocations',
        usingMetrics: { errors: this.fn.metricErrors(), throttles: this.fn.metricThrottles() },
        period: Duration.minutes(5),
      }),
      threshold: 1,
    });
  }

  /** Where its events go when it could not handle them. Throws when it was declared as one that somebody waits for. */
  get deadLetters(): IQueue {
    if (this.#deadLetters === undefined) {
      throw new Error(
        `Function "${this.name}" is given events that nobody waits for and has no dead letters; declare who suffers when one is given up`,
      );
    }
    return this.#deadLetters.queue;
  }

  /** Lets the function do exactly these actions on exactly these resources. */
  allow(actions: readonly string[], resources: readonly string[]): void {
    this.fn.addToRolePolicy(new PolicyStatement({ actions: [...actions], resources: [...resources] }));
  }

  /** The same for resources whose ids are not known at synth: `<parent><ending>`, where the ending holds a star and the reason says why. */
  allowUnder(actions: readonly string[], parent: string, ending: string, reason: string): void {
    this.allow(actions, [`${parent}${ending}`]);
    explainWildcard(this, ending, reason);
  }

  setEnvironment(name: string, value: string): void {
    this.fn.addEnvironment(name, value);
  }
}

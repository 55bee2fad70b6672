import { WebSocketApi, WebSocketStage } from 'aws-cdk-lib/aws-apigatewayv2';
import { WebSocketLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import { Aws, Duration, Stack } from 'aws-cdk-lib/core';
import { Construct } from 'constructs';
import { env } from '../../contracts/env.ts';
import { liveStage } from '../../contracts/live.ts';
import { explain } from '../constructs/explain.ts';
import { HandlerFunction } from '../constructs/handler-function.ts';
import type { CentreDataStack } from '../data/centre-data-stack.ts';
import type { CentreHouse } from '../house.ts';
import type { SignInPool } from './sign-in-pool.ts';

export interface LiveApiProps {
  readonly house: CentreHouse;
  readonly data: CentreDataStack;
}

/** The WebSocket API by which live pages are told what changes: they listen, and never ask. */
export class LiveApi extends Construct {
  /** Name of the API's host, without protocol. */
  readonly host: string;
  readonly #api: WebSocketApi;
  readonly #stage: WebSocketStage;
  readonly #props: LiveApiProps;

  constructor(scope: Construct, id: string, props: LiveApiProps) {
    super(scope, id);
    this.#props = props;
    this.#api = new WebSocketApi(this, 'Api', { apiName: props.house.name('live') });
    this.#stage = new WebSocketStage(this, 'Stage', {
      webSocketApi: this.#api,
      stageName: liveStage,
      autoDeploy: true,
      throttle: { rateLimit: 50, burstLimit: 100 },
    });
    explain(
      this.#stage,
      'AwsSolutions-APIG1',
      'Access logs of WebSocket APIs want a role that holds for all APIs of the account; who was refused is in the log of live-connect.',
    );
    this.host = `${this.#api.apiId}.execute-api.${Aws.REGION}.${Aws.URL_SUFFIX}`;
  }

  /** The function that takes connections, once people can sign in. */
  open(signIn: SignInPool, publicUrl: string): void {
    const { house, data } = this.#props;
    const connect = new HandlerFunction(this, 'Connect', {
      house,
      alarms: data.alarms,
      name: 'live-connect',
      impact:
        'Pages of supervisors and clients show what was true when they were opened, and say that they are not live.',
      timeout: Duration.seconds(10),
    });
    data.centreTables.connections.grant(connect, { items: ['PutItem', 'DeleteItem'] });
    connect.setEnvironment(env.publicUrl, publicUrl);
    signIn.configure(connect, ['issuer', 'clientId']);
    for (const route of ['$connect', '$disconnect']) {
      const added = this.#api.addRoute(route, {
        integration: new WebSocketLambdaIntegration(route.slice(1), connect.fn),
      });
      explain(
        added,
        'AwsSolutions-APIG4',
        'The function reads the session itself before it takes a connection: a second function before it would only cost.',
      );
    }
  }

  /** Lets a function tell the open pages. */
  grantPush(handler: HandlerFunction): void {
    handler.setEnvironment(env.liveEndpoint, `https://${this.host}/${liveStage}`);
    this.#props.data.centreTables.connections.grant(handler, { items: ['Query', 'DeleteItem'] });
    handler.allowUnder(
      ['execute-api:ManageConnections'],
      Stack.of(this).formatArn({ service: 'execute-api', resource: this.#api.apiId }),
      `/${liveStage}/POST/@connections/*`,
      'A connection has no id before a page opens it: any of this stage, to be written to and nothing else.',
    );
  }
}

import { WebSocketApi, WebSocketRoute, WebSocketStage } from 'aws-cdk-lib/aws-apigatewayv2';
import { WebSocketLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import { Aws, Stack } from 'aws-cdk-lib/core';
import { Construct } from 'constructs';
import { env } from '../../contracts/env.ts';
import { liveStage } from '../../contracts/live.ts';
import { explain } from '../constructs/explain.ts';
import type { HandlerFunction } from '../constructs/handler-function.ts';
import type { CentreDataStack } from '../data/centre-data-stack.ts';
import type { CentreHouse } from '../house.ts';

export interface LiveApiProps {
  readonly house: CentreHouse;
  readonly data: CentreDataStack;
}

/** The WebSocket API by which live pages are told what changes: they listen, and never ask. */
export class LiveApi extends Construct {
  /** Name of the API's host, without protocol. */
  readonly host: string;
  readonly #api: WebSocketApi;
  readonly #props: LiveApiProps;

  constructor(scope: Construct, id: string, props: LiveApiProps) {
    super(scope, id);
    this.#props = props;
    this.#api = new WebSocketApi(this, 'Api', { apiName: props.house.name('live') });
    this.host = `${this.#api.apiId}.execute-api.${Aws.REGION}.${Aws.URL_SUFFIX}`;
  }

  /** Opening and closing a page, in the stack that comes after the function. */
  addRoutes(scope: Construct, connect: HandlerFunction): void {
    // By its id: what the CDK adds to an API of its own would go to that API's stack, before the function.
    const api = WebSocketApi.fromWebSocketApiAttributes(scope, 'LiveApi', { webSocketId: this.#api.apiId });
    for (const route of ['$connect', '$disconnect']) {
      const added = new WebSocketRoute(scope, `Live-${route.slice(1)}`, {
        webSocketApi: api,
        routeKey: route,
        integration: new WebSocketLambdaIntegration(route.slice(1), connect.fn),
      });
      explain(
        added,
        'AwsSolutions-APIG4',
        'The function reads the session itself before it takes a connection: a second function before it would only cost.',
      );
    }
    // Deployed by itself when a route changes, so that it comes after them.
    const stage = new WebSocketStage(scope, 'LiveStage', {
      webSocketApi: api,
      stageName: liveStage,
      autoDeploy: true,
      throttle: { rateLimit: 50, burstLimit: 100 },
    });
    explain(
      stage,
      'AwsSolutions-APIG1',
      'Access logs of WebSocket APIs want a role that holds for all APIs of the account; who was refused is in the log of live-connect.',
    );
  }

  /** Lets a function tell the open pages. */
  grantPush(handler: HandlerFunction): void {
    handler.setEnvironment(env.liveEndpoint, `https://${this.host}/${liveStage}`);
    this.#props.data.centreTables.connections.grant(handler, { items: ['Query', 'DeleteItem'] });
    handler.allowUnder(
      ['execute-api:ManageConnections'],
      Stack.of(handler).formatArn({ service: 'execute-api', resource: this.#api.apiId }),
      `/${liveStage}/POST/@connections/*`,
      'A connection has no id before a page opens it: any of this stage, to be written to and nothing else.',
    );
  }
}

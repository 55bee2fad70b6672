import {
  CfnApiMapping,
  CfnRoute,
  CfnStage,
  HttpApi,
  HttpMethod,
  HttpNoneAuthorizer,
  HttpRoute,
  HttpRouteKey,
  HttpStage,
  type IHttpApi,
  type IHttpRouteAuthorizer,
} from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpLambdaAuthorizer, HttpLambdaResponseType } from 'aws-cdk-lib/aws-apigatewayv2-authorizers';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import { Duration, RemovalPolicy } from 'aws-cdk-lib/core';
import { Construct } from 'constructs';
import { alertRoot, alertRoutes } from '../../contracts/alert-routes.ts';
import { knowledgeRoutes } from '../../contracts/knowledge-routes.ts';
import { outboundRoutes } from '../../contracts/outbound-routes.ts';
import { followUpRoutes, messageRoutes, retentionRoutes, routes, surveyRoutes } from '../../contracts/routes.ts';
import { explain } from '../constructs/explain.ts';
import type { HandlerFunction } from '../constructs/handler-function.ts';
import type { House } from '../house.ts';

type RouteFunction = (typeof routes)[keyof typeof routes]['function'];
type SignInFunction = 'sign-in';
type AlertRouteFunction = (typeof alertRoutes)[keyof typeof alertRoutes]['function'];
type OutboundRouteFunction = (typeof outboundRoutes)[keyof typeof outboundRoutes]['function'];
type MessageRouteFunction = (typeof messageRoutes)[keyof typeof messageRoutes]['function'];
type FollowUpRouteFunction = (typeof followUpRoutes)[keyof typeof followUpRoutes]['function'];
type RetentionRouteFunction = (typeof retentionRoutes)[keyof typeof retentionRoutes]['function'];
type KnowledgeRouteFunction = (typeof knowledgeRoutes)[keyof typeof knowledgeRoutes]['function'];
type SurveyRouteFunction = (typeof surveyRoutes)[keyof typeof surveyRoutes]['function'];

/** A morning of messages: thousands of people open their links within the hour, and the desk must not wait for them. */
const surveyThrottle = { ThrottlingRateLimit: 200, ThrottlingBurstLimit: 400 };

/** Functions by their name in contracts/functions.ts. Routes of those that are not deployed here are left out when all of them may be. */
export type RouteHandlers = Readonly<Record<SignInFunction, HandlerFunction>> &
  Readonly<
    Partial<
      Record<
        | RouteFunction
        | OutboundRouteFunction
        | SurveyRouteFunction
        | MessageRouteFunction
        | FollowUpRouteFunction
        | AlertRouteFunction
        | RetentionRouteFunction
        | KnowledgeRouteFunction,
        HandlerFunction
      >
    >
  >;

export interface WebRoutesProps {
  readonly house: House;
  readonly api: HttpApi;
  readonly handlers: RouteHandlers;
  readonly authorizer: HandlerFunction;
}

/** The routes of the HTTP API, those of contracts/routes.ts, all behind the session cookie but those that make it; and the stage that serves them. */
export class WebRoutes extends Construct {
  readonly #stage: CfnStage;

  constructor(scope: Construct, id: string, { house, api, handlers, authorizer }: WebRoutesProps) {
    super(scope, id);
    // By its id: what the CDK adds to an API of its own would go to that API's stack, before the functions.
    const known = HttpApi.fromHttpApiAttributes(this, 'Api', { httpApiId: api.apiId });
    this.#stage = this.#createStage(house, known);
    this.#addRoutes(known, handlers, authorizer);
    const { domain, instance } = house.deployment;
    if (domain !== undefined && instance === undefined) {
      const stage = this.#stage.stageName;
      new CfnApiMapping(this, 'Domain', { apiId: api.apiId, domainName: domain.name, stage }).addResourceDependency(
        this.#stage,
      );
    }
  }

  #createStage(house: House, api: IHttpApi): CfnStage {
    const stage = new HttpStage(this, 'Stage', {
      httpApi: api,
      stageName: '$default',
      autoDeploy: true,
      throttle: { rateLimit: 50, burstLimit: 100 },
    });
    // Under this prefix AWS delivers logs without adding to the account's log policy, which has a size limit.
    const logs = new LogGroup(this, 'AccessLogs', {
      logGroupName: `/aws/vendedlogs/${house.name('web')}`,
      retention: house.deployment.retention.logsDays,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    const resource = stage.node.defaultChild;
    if (!(resource instanceof CfnStage)) {
      throw new Error('The stage of the HTTP API has lost its resource');
    }
    // Routes, not paths: a path may hold the id of a contact, and never who asked.
    resource.accessLogSettings = {
      destinationArn: logs.logGroupArn,
      format: JSON.stringify({
        requestId: '$context.requestId',
        time: '$context.requestTime',
        route: '$context.routeKey',
        status: '$context.status',
        latency: '$context.responseLatency',
        error: '$context.error.message',
        authorizerError: '$context.authorizer.error',
      }),
    };
    return resource;
  }

  #addRoutes(api: IHttpApi, handlers: RouteHandlers, authorizer: HandlerFunction): void {
    // No identity source: the API would answer a bare 401 to whoever has no cookie, where the page must lead to signing in.
    const session = new HttpLambdaAuthorizer('Session', authorizer.fn, {
      authorizerName: 'session',
      identitySource: [],
      responseTypes: [HttpLambdaResponseType.SIMPLE],
      resultsCacheTtl: Duration.seconds(0),
    });
    // The desk is not a page: a bare 401 is what it wants. What is answered there hangs on the cookie alone, so that it need not be read again for
    // each of the requests of a conversation; who may do what is judged by each function, every time.
    const deskSession = new HttpLambdaAuthorizer('DeskSession', authorizer.fn, {
      authorizerName: 'desk-session',
      identitySource: ['$request.header.Cookie'],
      responseTypes: [HttpLambdaResponseType.SIMPLE],
      resultsCacheTtl: Duration.minutes(5),
    });
    const integrations = new Map(
      Object.entries(handlers).map(([name, handler]) => [
        name,
        new HttpLambdaIntegration(name, handler.fn, { scopePermissionToRoute: false }),
      ]),
    );
    // Some of these lead to functions that are there anyway.
    const outbound =
      handlers['campaign-control'] === undefined
        ? []
        : Object.values(outboundRoutes).filter((route) => handlers[route.function] !== undefined);
    const messages = handlers['message-preview'] === undefined ? [] : Object.values(messageRoutes);
    const survey = handlers.survey === undefined ? [] : Object.values(surveyRoutes);
    const followUp = handlers['followed-people'] === undefined ? [] : Object.values(followUpRoutes);
    const alerts = Object.values(alertRoutes).filter((route) => handlers[route.function] !== undefined);
    const knowledge = Object.values(knowledgeRoutes).filter((route) => handlers[route.function] !== undefined);
    const retention = handlers['person-rights'] === undefined ? [] : Object.values(retentionRoutes);
    const isCentre = handlers['report-page'] !== undefined;
    const house = isCentre ? Object.values(routes) : [...signInRoutes(), alertRoot];
    for (const route of [
      ...house,
      ...outbound,
      ...survey,
      ...messages,
      ...followUp,
      ...alerts,
      ...retention,
      ...knowledge,
    ]) {
      const integration = integrations.get(route.function);
      if (integration === undefined) {
        throw new Error(`Route ${route.method} ${route.path} names function "${route.function}", which has no handler`);
      }
      const member = route.path.startsWith('/api/') ? deskSession : session;
      const access: IHttpRouteAuthorizer = route.public ? new HttpNoneAuthorizer() : member;
      const added = new HttpRoute(this, `${route.method}${route.path.replaceAll('/', '--')}`, {
        httpApi: api,
        routeKey: HttpRouteKey.with(route.path, HttpMethod[route.method]),
        integration,
        authorizer: access,
      });
      if (route.public) {
        const isLink = survey.some((one) => one === route);
        explain(
          added,
          'AwsSolutions-APIG4',
          isLink
            ? 'A personal link is opened by its token, then by a birth date.'
            : route.path.endsWith('{token}')
              ? 'Who cannot answer a message stops the next by its link: the token opens it, and nothing of the person is in it.'
              : alerts.some((one) => one === route)
                ? 'Who holds what of people is told to whoever asks.'
                : 'Signing in and out is what one does without a session.',
        );
        if (isLink) {
          this.#throttle(added, surveyThrottle);
        }
      }
    }
  }

  /** In place of the stage's limits. The stage names the route, which must be there before. */
  #throttle({ path, node }: HttpRoute, limits: Readonly<Record<string, number>>): void {
    const { defaultChild } = node;
    if (!(defaultChild instanceof CfnRoute)) {
      throw new Error(`Route ${path} has lost its resource`);
    }
    this.#stage.routeSettings = { ...this.#stage.routeSettings, [defaultChild.routeKey]: limits };
    this.#stage.addDependency(defaultChild);
  }
}

/** Where nobody calls, there is no report and no desk. */
function signInRoutes() {
  return Object.values(routes).filter((route) => route.function === 'sign-in');
}

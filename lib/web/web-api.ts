import {
  CfnRoute,
  CfnStage,
  HttpApi,
  HttpMethod,
  HttpNoneAuthorizer,
  type HttpRoute,
  type IHttpRouteAuthorizer,
} from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpLambdaAuthorizer, HttpLambdaResponseType } from 'aws-cdk-lib/aws-apigatewayv2-authorizers';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import { Duration, RemovalPolicy } from 'aws-cdk-lib/core';
import { Construct } from 'constructs';
import { alertRoot, alertRoutes } from '../../contracts/alert-routes.ts';
import { knowledgeRoutes } from '../../contracts/knowledge-routes.ts';
import {
  followUpRoutes,
  messageRoutes,
  outboundRoutes,
  retentionRoutes,
  routes,
  surveyRoutes,
} from '../../contracts/routes.ts';
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

/** The HTTP API of pages and of the agent desk: routes of contracts/routes.ts, all behind the session cookie but those that make it. */
export class WebApi extends Construct {
  readonly api: HttpApi;
  /** Public base URL, without a trailing slash. */
  readonly url: string;
  readonly #stage: CfnStage;

  constructor(scope: Construct, id: string, props: { readonly house: House }) {
    super(scope, id);
    const { house } = props;
    this.api = new HttpApi(this, 'Api', { apiName: house.name('web'), createDefaultStage: false });
    this.url = this.api.apiEndpoint;
    const stage = this.api.addStage('Stage', {
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
    this.#stage = resource;
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
  }

  /** Routes of functions that are not deployed here are left out when all of them may be. */
  addRoutes(
    handlers: Readonly<Record<SignInFunction, HandlerFunction>> &
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
      >,
    authorizer: HandlerFunction,
  ): void {
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
    const outbound = Object.values(outboundRoutes).filter((route) => handlers[route.function] !== undefined);
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
      for (const added of this.api.addRoutes({
        path: route.path,
        methods: [HttpMethod[route.method]],
        integration,
        authorizer: access,
      })) {
        if (route.public) {
          const isLink = survey.some((one) => one === route);
          explain(
            added,
            'AwsSolutions-APIG4',
            isLink
              ? 'A personal link is opened by its token, then by a birth date.'
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

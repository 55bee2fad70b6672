import type { CloudContext, LambdaOutcome } from '../cloud.ts';
import type { Json } from '../json.ts';
import { deriveUuid } from '../kernel/random.ts';
import { ServiceError } from '../service-error.ts';
import type { ApiInvocation, ApiRequest, ApiResponse, Integration, LambdaAuthorizer, Route } from './api-model.ts';
import { AuthorizerCache, type AuthorizerVerdict } from './authorizer-cache.ts';
import { authorizerVerdict } from './authorizer-verdict.ts';
import { identityOf } from './identity-sources.ts';
import { type MatchedRoute, matchRoute } from './match-route.ts';
import { proxyEvent } from './proxy-event.ts';
import { messageResponse, proxyResponse } from './proxy-response.ts';

const largestRequest = 10 * 1024 * 1024;
/** Lambda's limit on synchronous payloads, both ways. */
const largestPayload = 6 * 1024 * 1024;

/** One HTTP API of the templates: routes, Lambda proxies in payload format 2.0, Lambda authorizers. */
export class HttpApi {
  readonly id: string;
  readonly routes: Route[] = [];
  readonly integrations = new Map<string, Integration>();
  readonly authorizers = new Map<string, LambdaAuthorizer>();
  readonly #cloud: CloudContext;
  readonly #domainName: string;
  readonly #cache = new AuthorizerCache();

  constructor(cloud: CloudContext, id: string, domainName: string) {
    this.#cloud = cloud;
    this.id = id;
    this.#domainName = domainName;
  }

  /** Where AWS would serve it. */
  host(region: string): string {
    return `${this.id}.execute-api.${region}.amazonaws.com`;
  }

  /** Answers as API Gateway does: 404, 401, 403, 413, 500 and 503 in its own words, otherwise what the function says. */
  async handle(request: ApiRequest, invocation: ApiInvocation): Promise<ApiResponse> {
    const matched = matchRoute(this.routes, request.method, request.path);
    if (matched === undefined) return messageResponse(404, 'Not Found');
    if (request.body.length > largestRequest) return messageResponse(413, 'Request Entity Too Large');
    const authorizerId = matched.route.authorizerId;
    const verdict =
      authorizerId === undefined ? undefined : await this.#authorize(authorizerId, request, matched, invocation);
    if (verdict !== undefined && 'status' in verdict) return verdict;
    const integration = this.integrations.get(matched.route.integrationId);
    if (integration === undefined)
      throw new Error(`route ${matched.route.routeKey} has no integration ${matched.route.integrationId}`);
    const event = proxyEvent(request, matched, {
      ...this.#context(invocation),
      ...(verdict === undefined ? {} : { authorizer: verdict.context }),
    });
    if (Buffer.byteLength(JSON.stringify(event)) > largestPayload) return messageResponse(413, 'Request Too Long');
    const where = `HTTP API ${matched.route.routeKey}`;
    const source = `${this.id}/$default/${matched.route.routeKey.replace(/^(\S+) /, '$1')}`;
    const outcome = await this.#invoke(
      integration.functionArn,
      event,
      source,
      `${invocation.key}/integration`,
      invocation,
    );
    if (outcome === undefined) return messageResponse(500, 'Internal Server Error');
    if (!outcome.ok) {
      this.#cloud.report(where, `${outcome.cause}: ${outcome.errorType}: ${outcome.errorMessage}`);
      const seconds =
        outcome.cause === 'timeout' ? Number(/timed out \(([\d.]+) s/.exec(outcome.errorMessage)?.[1] ?? 0) : 0;
      return seconds * 1000 > integration.timeoutMs
        ? messageResponse(503, 'Service Unavailable')
        : messageResponse(500, 'Internal Server Error');
    }
    try {
      return proxyResponse(outcome.payload);
    } catch (error) {
      this.#cloud.report(where, error);
      return messageResponse(500, 'Internal Server Error');
    }
  }

  async #authorize(
    id: string,
    request: ApiRequest,
    matched: MatchedRoute,
    invocation: ApiInvocation,
  ): Promise<(AuthorizerVerdict & { readonly allowed: true }) | ApiResponse> {
    const authorizer = this.authorizers.get(id);
    if (authorizer === undefined) throw new Error(`route ${matched.route.routeKey} has no authorizer ${id}`);
    const identity = identityOf(authorizer.identitySources, request);
    if (identity === undefined) return messageResponse(401, 'Unauthorized');
    const now = this.#cloud.kernel.now();
    const cacheKey = JSON.stringify([id, identity]);
    const cached = authorizer.cacheSeconds > 0 ? this.#cache.get(cacheKey, now) : undefined;
    const verdict = cached ?? (await this.#ask(authorizer, identity, request, matched, invocation));
    if (verdict === undefined) return messageResponse(500, 'Internal Server Error');
    if (cached === undefined && authorizer.cacheSeconds > 0 && identity.length > 0) {
      this.#cache.put(cacheKey, verdict, now + authorizer.cacheSeconds * 1000);
    }
    return verdict.allowed ? verdict : messageResponse(403, 'Forbidden');
  }

  async #ask(
    authorizer: LambdaAuthorizer,
    identity: readonly string[],
    request: ApiRequest,
    matched: MatchedRoute,
    invocation: ApiInvocation,
  ): Promise<AuthorizerVerdict | undefined> {
    const { partition, region, account } = this.#cloud;
    const path = `$default/${request.method}${request.path}`;
    const routeArn = `arn:${partition}:execute-api:${region}:${account}:${this.id}/${path}`;
    const {
      body: _body,
      isBase64Encoded: _encoding,
      ...event
    } = proxyEvent(request, matched, this.#context(invocation));
    const asked = { ...event, type: 'REQUEST', routeArn, identitySource: [...identity] };
    const source = `${this.id}/authorizers/${authorizer.id}`;
    const outcome = await this.#invoke(
      authorizer.functionArn,
      asked,
      source,
      `${invocation.key}/authorizer`,
      invocation,
    );
    try {
      if (outcome === undefined) return undefined;
      if (!outcome.ok) throw new Error(`${outcome.cause}: ${outcome.errorType}: ${outcome.errorMessage}`);
      return authorizerVerdict(outcome.payload, authorizer.simpleResponses, routeArn);
    } catch (error) {
      this.#cloud.report(`authorizer of ${matched.route.routeKey}`, error);
      return undefined;
    }
  }

  /** Undefined when API Gateway may not invoke the function, which it tells nobody but its log. */
  async #invoke(
    functionArn: string,
    payload: Json,
    source: string,
    key: string,
    invocation: ApiInvocation,
  ): Promise<LambdaOutcome | undefined> {
    const { partition, region, account } = this.#cloud;
    const sourceArn = `arn:${partition}:execute-api:${region}:${account}:${source}`;
    try {
      return await this.#cloud.lambda.invoke({
        functionArn,
        payload,
        key,
        source: { type: 'service', service: 'apigateway.amazonaws.com', sourceArn, sourceAccount: account },
        ...(invocation.external ? { external: true } : {}),
      });
    } catch (error) {
      if (!(error instanceof ServiceError)) throw error;
      this.#cloud.report(`HTTP API ${source}`, error);
      return undefined;
    }
  }

  #context(invocation: ApiInvocation) {
    return {
      accountId: this.#cloud.account,
      apiId: this.id,
      requestId: deriveUuid('http-request', invocation.key),
      domainName: this.#domainName,
      now: this.#cloud.kernel.now(),
    };
  }
}

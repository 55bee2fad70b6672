/** A request to an HTTP API, from a browser or a simulated person. Header names in lower case. */
export interface ApiRequest {
  readonly method: string;
  /** Path as it was sent, percent-encoded, without the query. */
  readonly path: string;
  /** Query without `?`; empty when none. */
  readonly query: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
  readonly sourceIp: string;
}

export interface ApiResponse {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  /** One `Set-Cookie` each. */
  readonly cookies: readonly string[];
  readonly body: Buffer;
}

/** How the functions behind a request are invoked. */
export interface ApiInvocation {
  /** Unique; of a simulated person, derived from inputs. */
  readonly key: string;
  /** A real person's browser: outside the seeded world. */
  readonly external: boolean;
}

export interface Integration {
  readonly functionArn: string;
  readonly timeoutMs: number;
}

export interface LambdaAuthorizer {
  readonly id: string;
  readonly functionArn: string;
  /** e.g. `$request.header.Cookie`. All must be present, else 401; they are the key of the cache. */
  readonly identitySources: readonly string[];
  /** `{ isAuthorized, context }` instead of a policy. */
  readonly simpleResponses: boolean;
  readonly cacheSeconds: number;
}

export interface Route {
  /** `GET /rapports/{id}`, `ANY /{proxy+}` or `$default`. */
  readonly routeKey: string;
  readonly integrationId: string;
  readonly authorizerId?: string;
}

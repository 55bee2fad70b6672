import type { CloudContext } from '../cloud.ts';
import type { JsonObject } from '../json.ts';
import { isJsonObject } from '../json.ts';
import { deriveUuid } from '../kernel/random.ts';
import { ServiceError } from '../service-error.ts';
import type { ApiInvocation, ApiRequest, Integration } from './api-model.ts';

/** One end of a socket that is open: a browser's, or a simulated person's. */
export interface OpenSocket {
  send(text: string): void;
  close(): void;
}

export type Opened = { readonly connectionId: string } | { readonly refused: number };

/** One WebSocket API of the templates: `$connect` decides who is let in, the management API writes to who is, `$disconnect` tells who left. */
export class WebSocketApi {
  readonly id: string;
  readonly routes = new Map<string, string>();
  readonly integrations = new Map<string, Integration>();
  stage: string | undefined;
  readonly #cloud: CloudContext;
  readonly #sockets = new Map<string, { readonly socket: OpenSocket; readonly event: JsonObject }>();

  constructor(cloud: CloudContext, id: string) {
    this.#cloud = cloud;
    this.id = id;
  }

  /** Where AWS would serve it. */
  get host(): string {
    return `${this.id}.execute-api.${this.#cloud.region}.amazonaws.com`;
  }

  /** Asks `$connect`; `socket` gives the socket once somebody is let in. A path that is not the stage is refused, as by API Gateway. */
  async open(
    request: ApiRequest,
    invocation: ApiInvocation,
    socket: (connectionId: string) => OpenSocket,
  ): Promise<Opened> {
    if (request.path !== `/${this.stage}`) return { refused: 403 };
    const connectionId = Buffer.from(deriveUuid(this.#cloud.seed, 'connection', invocation.key))
      .toString('base64url')
      .slice(0, 15);
    const event = this.#event(request, connectionId);
    const status = await this.#run('$connect', event, invocation);
    if (status < 200 || status > 299) return { refused: status };
    this.#sockets.set(connectionId, { socket: socket(connectionId), event });
    return { connectionId };
  }

  /** The other side left. */
  async left(connectionId: string, invocation: ApiInvocation): Promise<void> {
    const known = this.#sockets.get(connectionId);
    if (known === undefined) return;
    this.#sockets.delete(connectionId);
    const { requestContext } = known.event;
    const context = isJsonObject(requestContext) ? requestContext : {};
    const event = {
      requestContext: { ...context, routeKey: '$disconnect', eventType: 'DISCONNECT' },
      isBase64Encoded: false,
    };
    await this.#run('$disconnect', event, invocation);
  }

  /** The other side is no longer there, and `$disconnect` never tells: its delivery is best effort. */
  vanished(connectionId: string): void {
    this.#sockets.delete(connectionId);
  }

  /** `PostToConnection` by the holder of an access key. Throws ServiceError when it may not, or nobody is there (`GoneException`). */
  post(connectionId: string, accessKeyId: string, text: string): void {
    const { partition, region, account, credentials, iam } = this.#cloud;
    const holder = credentials.holder(accessKeyId);
    if (holder === undefined)
      throw new ServiceError('UnrecognizedClientException', `nobody holds "${accessKeyId}"`, 403);
    const decision = iam.authorize({
      principal: holder.principal,
      action: 'execute-api:ManageConnections',
      resource: `arn:${partition}:execute-api:${region}:${account}:${this.id}/${this.stage}/POST/@connections/${connectionId}`,
    });
    if (!decision.allowed) {
      this.#cloud.report('WebSocket API', decision.message);
      throw new ServiceError('ForbiddenException', decision.message, 403);
    }
    const known = this.#sockets.get(connectionId);
    if (known === undefined) throw new ServiceError('GoneException', 'the connection is gone', 410);
    known.socket.send(text);
  }

  closeAll(): void {
    for (const { socket } of this.#sockets.values()) socket.close();
    this.#sockets.clear();
  }

  async #run(routeKey: string, event: JsonObject, { key, external }: ApiInvocation): Promise<number> {
    const integration = this.integrations.get(this.routes.get(routeKey) ?? '');
    if (integration === undefined) return 200;
    const { partition, region, account } = this.#cloud;
    const outcome = await this.#cloud.lambda.invoke({
      functionArn: integration.functionArn,
      payload: event,
      key: `${key}/${routeKey}`,
      source: {
        type: 'service',
        service: 'apigateway.amazonaws.com',
        sourceArn: `arn:${partition}:execute-api:${region}:${account}:${this.id}/${this.stage}/${routeKey}`,
        sourceAccount: account,
      },
      external,
    });
    if (!outcome.ok) {
      this.#cloud.report(
        `WebSocket API ${routeKey}`,
        `${outcome.cause}: ${outcome.errorType}: ${outcome.errorMessage}`,
      );
      return 502;
    }
    return isJsonObject(outcome.payload) ? Number(outcome.payload['statusCode'] ?? 200) : 200;
  }

  /** Event of `$connect` (API Gateway developer guide, "Manage connected users and client apps"). */
  #event({ headers, query, sourceIp }: ApiRequest, connectionId: string): JsonObject {
    const now = this.#cloud.kernel.now();
    const parameters = Object.fromEntries(new URLSearchParams(query));
    return {
      headers: { ...headers },
      ...(Object.keys(parameters).length === 0 ? {} : { queryStringParameters: parameters }),
      requestContext: {
        apiId: this.id,
        connectedAt: now,
        connectionId,
        domainName: this.host,
        eventType: 'CONNECT',
        identity: { sourceIp },
        messageDirection: 'IN',
        requestId: deriveUuid(this.#cloud.seed, 'request', connectionId),
        requestTimeEpoch: now,
        routeKey: '$connect',
        stage: this.stage ?? '',
      },
      isBase64Encoded: false,
    };
  }
}

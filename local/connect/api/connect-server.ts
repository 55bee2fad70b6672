import type { IncomingMessage, ServerResponse } from 'node:http';
import { requireAccess } from '../../access.ts';
import type { CloudContext } from '../../cloud.ts';
import { readConnectRequest } from '../../iam/connect-request.ts';
import type { Json } from '../../json.ts';
import { ServiceError } from '../../service-error.ts';
import { signedBy } from '../../storage/caller.ts';
import { Disturbance } from '../../storage/disturbance.ts';
import { readBody } from '../../storage/read-body.ts';
import { type StartedServer, startServer } from '../../storage/start-server.ts';

/** Serves the API at the endpoint the functions' SDK clients call (REST-JSON). */
export async function startConnectServer(cloud: CloudContext): Promise<StartedServer> {
  const { network } = cloud;
  const { ports, endpointDelayMs: maxDelayMs = 0 } = cloud.settings;
  const port = ports['connect'];
  const disturbance = new Disturbance({ seed: `connect ${cloud.seed}`, maxDelayMs });
  const server = await startServer(
    {
      portOption: '--port',
      ...(port === undefined ? {} : { port }),
      ...(network === undefined ? {} : { network }),
    },
    async (request, response) => {
      await disturbance.delay();
      await respond(cloud, request, response);
    },
  );
  cloud.endpoints.register('CONNECT', `http://127.0.0.1:${server.port}`);
  return server;
}

async function respond(cloud: CloudContext, request: IncomingMessage, response: ServerResponse): Promise<void> {
  try {
    send(response, 200, await answer(cloud, request));
  } catch (error) {
    if (!(error instanceof ServiceError)) throw error;
    // A handler may hide it: a partial batch, an answer 500, a retry.
    if (error.code === 'AccessDeniedException') cloud.report('connect endpoint', error.message);
    response.setHeader('x-amzn-errortype', error.code);
    send(response, error.statusCode, { __type: error.code, Message: error.message, message: error.message });
  }
}

async function answer(cloud: CloudContext, request: IncomingMessage): Promise<Json> {
  const accessKeyId = signedBy(request)?.accessKeyId;
  const holder = accessKeyId === undefined ? undefined : cloud.credentials.holder(accessKeyId);
  if (holder === undefined)
    throw new ServiceError(
      'UnrecognizedClientException',
      `the request is signed by ${accessKeyId ?? 'nobody'}; the local cloud gave out no such key`,
      403,
    );
  const body = await parsed(request);
  const { operation, input, checks } = readRequest(cloud, request, body);
  for (const check of checks) requireAccess(cloud, { principal: holder.principal, ...check });
  return cloud.standIns.call(holder, { service: 'connect', action: operation, input });
}

function readRequest(cloud: CloudContext, { method = 'GET', url = '/' }: IncomingMessage, body: Json) {
  try {
    return readConnectRequest({ method, url, body }, cloud);
  } catch (error) {
    const problem = error instanceof Error ? error.message : String(error);
    cloud.report('connect api', problem);
    throw new ServiceError('UnknownOperationException', problem, 501);
  }
}

async function parsed(request: IncomingMessage): Promise<Json> {
  const text = (await readBody(request)).toString();
  if (text === '') return {};
  try {
    const json: Json = JSON.parse(text);
    return json;
  } catch {
    throw new ServiceError('InvalidRequestException', 'the body is not JSON', 400);
  }
}

function send(response: ServerResponse, status: number, body: Json): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}

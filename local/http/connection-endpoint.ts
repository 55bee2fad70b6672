import { ServiceError } from '../service-error.ts';
import { signedBy } from '../storage/caller.ts';
import { readBody } from '../storage/read-body.ts';
import type { MountedHandler } from './public-site.ts';
import type { WebSocketApi } from './websocket-api.ts';

/** `POST /<stage>/@connections/<id>` of the management API; other operations are refused by name. */
export function connectionEndpoint(api: WebSocketApi): MountedHandler {
  return async (request, response, path) => {
    const answer = (status: number, code?: string, message = '') =>
      response
        .writeHead(status, {
          'content-type': 'application/json',
          ...(code === undefined ? {} : { 'x-amzn-errortype': code }),
        })
        .end(code === undefined ? '' : JSON.stringify({ message }));
    const body = await readBody(request);
    const [, stage, connectionId] = /^\/([^/]+)\/@connections\/([^/]+)$/.exec(path) ?? [];
    if (request.method !== 'POST' || stage !== api.stage || connectionId === undefined) {
      answer(
        501,
        'UnknownOperationException',
        `${request.method} ${path} is not served; served is POST /${api.stage}/@connections/<id>`,
      );
      return;
    }
    try {
      api.post(decodeURIComponent(connectionId), signedBy(request)?.accessKeyId ?? '', body.toString());
      answer(200);
    } catch (error) {
      if (!(error instanceof ServiceError)) throw error;
      answer(error.statusCode, error.code, error.message);
    }
  };
}

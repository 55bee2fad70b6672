import type { IncomingMessage, ServerResponse } from 'node:http';
import type { MountedHandler } from '../../http/public-site.ts';
import { isJsonObject } from '../../json.ts';
import { readBody } from '../../storage/read-body.ts';
import { isDeskPhoneAction } from './desk-phone-actions.ts';
import type { DeskPhones } from './desk-phones.ts';

/** Real time between two looks at what no event tells, such as a chosen next status. */
const lookMs = 500;
const heartbeatMs = 15_000;
/** A page that is loaded again is back by then. */
const desertedMs = 20_000;

/**
 * The softphone of whoever is signed in, in place of Amazon Connect's own page: `GET /events` pushes a `DeskPhoneView` at each change (`text/event-stream`),
 * `POST /<action>` with `{ name? }` presses a button and answers `{}`, or 400 and `{ message }` in French.
 */
export function deskPhoneSite(
  phones: DeskPhones,
  userOf: (request: IncomingMessage) => string | undefined,
): { readonly answer: MountedHandler; close(): void } {
  const open = new Set<ServerResponse>();
  const desertedSince = new Map<string, number>();
  // Also after a restart: whoever sat there, and is not coming back, leaves the seat.
  const timer = setInterval(() => {
    const deserted = phones.deserted();
    for (const agent of desertedSince.keys()) if (!deserted.includes(agent)) desertedSince.delete(agent);
    for (const agent of deserted) {
      const since = desertedSince.get(agent) ?? performance.now();
      desertedSince.set(agent, since);
      if (performance.now() - since >= desertedMs) void phones.sit(agent, false);
    }
  }, 1000);
  timer.unref();
  return {
    async answer(request, response, path) {
      const agent = userOf(request);
      if (agent === undefined) return send(response, 401, { message: 'Connectez-vous pour ouvrir le téléphone.' });
      if (!phones.knows(agent))
        return send(response, 403, { message: 'Votre compte n’a pas de téléphone dans ce centre.' });
      const [, action = ''] = /^\/([a-z-]+)$/.exec(path) ?? [];
      if (request.method === 'GET' && action === 'events') {
        await phones.sit(agent, true);
        stream(phones, agent, request, response, open);
      } else if (request.method === 'POST' && isDeskPhoneAction(action)) {
        await press(() => nameIn(request).then((name) => phones.act(agent, action, name)), request, response);
      } else {
        send(response, 404, { message: `Le téléphone n’a rien à l’adresse ${path}.` });
      }
    },
    close() {
      clearInterval(timer);
      for (const response of open) response.end();
    },
  };
}

function stream(
  phones: DeskPhones,
  agent: string,
  request: IncomingMessage,
  response: ServerResponse,
  open: Set<ServerResponse>,
): void {
  response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
  response.write('retry: 1000\n\n');
  open.add(response);
  let shown = '';
  const show = () => {
    const view = phones.view(agent);
    const { at: _now, ...lasting } = view;
    const text = JSON.stringify(lasting);
    if (text === shown) return;
    shown = text;
    response.write(`data: ${JSON.stringify(view)}\n\n`);
  };
  const stop = phones.watch(agent, show);
  const look = setInterval(show, lookMs);
  const heartbeat = setInterval(() => response.write(': still here\n\n'), heartbeatMs);
  request.on('close', () => {
    stop();
    clearInterval(look);
    clearInterval(heartbeat);
    open.delete(response);
  });
  show();
}

async function press(act: () => Promise<void>, request: IncomingMessage, response: ServerResponse): Promise<void> {
  try {
    // A form of another site cannot send this type, so it cannot press buttons here.
    if (request.headers['content-type'] !== 'application/json')
      throw new Error('Le corps de la requête n’est pas du JSON.');
    await act();
    send(response, 200, {});
  } catch (error) {
    send(response, 400, { message: error instanceof Error ? error.message : String(error) });
  }
}

async function nameIn(request: IncomingMessage): Promise<string | undefined> {
  const body = (await readBody(request, 4096)).toString('utf8');
  const form: unknown = body === '' ? {} : JSON.parse(body);
  return isJsonObject(form) && typeof form['name'] === 'string' ? form['name'] : undefined;
}

function send(response: ServerResponse, status: number, body: object): void {
  response
    .writeHead(status, { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' })
    .end(JSON.stringify(body));
}

import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Aloha } from '../../../domain/appointment/aloha.ts';

/** ALOHA as docs/appointments.md has it, over any bookings, with one token. `stumble`: statuses to answer first, without doing anything. */
export async function alohaServer(aloha: Aloha, token: string) {
  const stumbles: number[] = [];
  const server = createServer((request, response) => {
    const answer = (status: number, body?: unknown) => {
      response.writeHead(status, { 'content-type': 'application/json' });
      response.end(body === undefined ? '' : JSON.stringify(body));
    };
    const run = async () => {
      const stumble = stumbles.shift();
      if (stumble !== undefined) return answer(stumble);
      if (request.headers.authorization !== `Bearer ${token}`) return answer(401);
      const url = new URL(request.url ?? '', 'http://x');
      const reference = decodeURIComponent(url.pathname.replace('/rendez-vous/', ''));
      if (request.method === 'GET') {
        const slots = await aloha.slots(url.searchParams.get('site') ?? '', url.searchParams.get('jour') ?? '');
        return answer(200, {
          creneaux: slots.map(({ at, minutes, seats, free }) => ({ debut: at, minutes, places: seats, libres: free })),
        });
      }
      if (request.method === 'DELETE') {
        await aloha.cancel(reference);
        return answer(204);
      }
      const { site, debut, aide, nom, prenom, telephone } = JSON.parse(await bodyOf(request));
      const holder = { lastName: nom, firstName: prenom, phone: telephone };
      const order = { id: String(request.headers['idempotency-key']), siteId: site, at: debut, scheme: aide, holder };
      const done = request.method === 'PUT' ? await aloha.move(reference, order) : await aloha.book(order);
      return done.type === 'booked'
        ? answer(request.method === 'PUT' ? 200 : 201, { reference: done.reference, minutes: done.minutes })
        : answer({ full: 409, gone: 410, unknown: 404 }[done.type]);
    };
    run().catch((error: unknown) => answer(500, { error: String(error) }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}`, stumbles, stop: () => server.close() };
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks).toString();
}

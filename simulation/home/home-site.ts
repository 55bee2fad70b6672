import type { IncomingMessage, ServerResponse } from 'node:http';
import { spokenDigits } from '../../domain/phone/spoken-digits.ts';
import type { Centre } from '../open-centre.ts';
import { EventStream } from './event-stream.ts';
import { type LiveState, liveState } from './live-state.ts';
import { homePage, homeScript, homeStyle } from './page.ts';
import { PagePhone } from './page-phone.ts';

/** The home page and what it needs, on the centre's public site. */
export class HomeSite {
  readonly #centre: Centre;
  readonly #stream = new EventStream();
  readonly #phone: PagePhone;
  readonly #timer: NodeJS.Timeout;
  /** Moves the clock to the next opening; set when the day has been played. */
  onNextOpening: (() => void) | undefined;
  progress = 0;
  status = 'Le centre démarre…';

  constructor(centre: Centre, services: readonly { readonly name: string; readonly url: string }[]) {
    this.#centre = centre;
    this.#phone = new PagePhone(centre, this.#stream);
    const { programme } = centre.world;
    const page = homePage({
      title: programme.title,
      number: spokenDigits(centre.number),
      reportsPath: '/rapports',
      services,
    });
    centre.cloud.http.mount('/', (_request, response) => send(response, 200, 'text/html; charset=utf-8', page));
    centre.cloud.http.mount('/_local', (request, response, path) => this.#answer(request, response, path));
    this.#timer = setInterval(() => this.push(), 500);
  }

  get state(): LiveState {
    return liveState(this.#centre, this.progress, this.status);
  }

  push(): void {
    this.#stream.send('state', this.state);
  }

  close(): void {
    clearInterval(this.#timer);
    this.#stream.close();
  }

  async #answer(request: IncomingMessage, response: ServerResponse, path: string): Promise<void> {
    switch (`${request.method} ${path}`) {
      case 'GET /home.css':
        return send(response, 200, 'text/css; charset=utf-8', homeStyle);
      case 'GET /home.js':
        return send(response, 200, 'text/javascript; charset=utf-8', homeScript);
      case 'GET /events':
        return this.#stream.connect(request, response);
      case 'GET /state':
        return send(response, 200, 'application/json', JSON.stringify(this.state));
      case 'POST /phone/dial':
        return this.#act(request, response, (body) => this.#phone.dial(textOf(body, 'from')));
      case 'POST /phone/press':
        return this.#act(request, response, (body) => this.#phone.press(textOf(body, 'digit')));
      case 'POST /phone/hang-up':
        return this.#act(request, response, () => this.#phone.hangUp());
      case 'POST /clock/next-opening':
        return this.#act(request, response, () => {
          if (this.onNextOpening === undefined)
            throw new Error('La journée se joue encore : attendez qu’elle soit finie.');
          this.onNextOpening();
        });
      default:
        return send(response, 404, 'application/json', JSON.stringify({ message: `Rien à l’adresse /_local${path}` }));
    }
  }

  /** Does what the person asked between two rounds of the kernel, and answers when it is done. */
  async #act(request: IncomingMessage, response: ServerResponse, act: (body: unknown) => void): Promise<void> {
    try {
      const body = await readJson(request);
      await new Promise<void>((resolve, reject) => {
        this.#centre.cloud.kernel.inject(() => {
          try {
            act(body);
            resolve();
          } catch (error) {
            reject(error);
          }
        });
      });
      send(response, 200, 'application/json', '{}');
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      send(response, 400, 'application/json', JSON.stringify({ message }));
    }
  }
}

function send(response: ServerResponse, status: number, type: string, body: string): void {
  response
    .writeHead(status, { 'content-type': type, 'cache-control': 'no-store', 'content-length': Buffer.byteLength(body) })
    .end(body);
}

async function readJson(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    chunks.push(chunk);
    size += chunk.length;
    if (size > 10_000) throw new Error('Le corps de la requête dépasse 10 000 octets.');
  }
  return chunks.length === 0 ? {} : JSON.parse(Buffer.concat(chunks).toString('utf8'));
}

function textOf(body: unknown, name: string): string {
  const value: unknown = typeof body === 'object' && body !== null ? Reflect.get(body, name) : undefined;
  if (typeof value !== 'string') throw new Error(`« ${name} » manque ; forme acceptée : un texte.`);
  return value;
}

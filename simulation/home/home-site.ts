import { readFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import type { FunctionName } from '../../contracts/functions.ts';
import { openingAt } from '../../domain/calendar/opening.ts';
import { spokenDigits } from '../../domain/phone/spoken-digits.ts';
import { isJsonObject, type JsonObject } from '../../local/json.ts';
import type { Centre } from '../open-centre.ts';
import { EventStream } from './event-stream.ts';
import { homePage } from './home-page.ts';
import { LivePeople } from './live-people.ts';
import { type LiveState, liveState, type Phase } from './live-state.ts';
import { isPhoneAction, PagePhone } from './page-phone.ts';
import { broughtUp, running } from './running.ts';
import { personName } from './words.ts';

const deskFunctions: readonly FunctionName[] = ['session', 'desk-context', 'pending-questions'];
/** After closing, agents have drained the queue and the report is there. */
const eveningMs = 35 * 60_000;
const peopleActions = ['ring', 'flow', 'rest'] as const;
const isPeopleAction = (text: string): text is (typeof peopleActions)[number] =>
  peopleActions.some((action) => action === text);

const browserFile = (name: string) => readFileSync(join(import.meta.dirname, 'browser', name), 'utf8');

/** Nothing from elsewhere: the page's own style, script and stream. */
const policy =
  "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; img-src data:; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

/** The home page and what it needs, on the centre's public site. */
export class HomeSite {
  readonly #centre: Centre;
  readonly #stream = new EventStream();
  readonly #phone: PagePhone;
  readonly #people: LivePeople;
  readonly #timer: NodeJS.Timeout;
  #phase: Phase = 'playing';
  #leapTo: number | undefined;
  /** Of the days to play, 0..1. */
  progress = 0;

  constructor(centre: Centre) {
    this.#centre = centre;
    this.#phone = new PagePhone(centre, () => this.push());
    this.#people = new LivePeople(centre);
    const { title } = centre.world.programme;
    const page = homePage({
      title,
      number: spokenDigits(centre.number),
      broughtUp: broughtUp(centre),
      ...running(centre),
    });
    const files = { css: browserFile('home.css'), js: browserFile('home.js') };
    const { http } = centre.cloud;
    http.mount('/', (_request, response) => send(response, 200, 'text/html', page));
    http.mount('/_local/home.css', (_request, response) => send(response, 200, 'text/css', files.css));
    http.mount('/_local/home.js', (_request, response) => send(response, 200, 'text/javascript', files.js));
    http.mount('/_local', (request, response, path) => this.#answer(request, response, path));
    this.#timer = setInterval(() => this.push(), 500);
  }

  get state(): LiveState {
    const leaping = this.#leapTo !== undefined && this.#centre.cloud.kernel.now() < this.#leapTo;
    return liveState(this.#centre, {
      phase: leaping ? 'leaping' : this.#phase,
      progress: this.progress,
      canLeap: !leaping && this.#phase === 'live' && this.#opening() !== undefined,
      canClose: !leaping && this.#phase === 'live' && this.#evening() !== undefined,
      people: this.#people.state,
      phone: this.#phone.state,
    });
  }

  /** The days are played: from now on people may ring, and move the clock. */
  goLive(): void {
    this.progress = 1;
    this.#phase = 'live';
    this.push();
    void this.#warm();
  }

  /** Starts what the desk asks as a call rings, before one does. */
  async #warm(): Promise<void> {
    const { context, warm } = this.#centre.cloud;
    const names = context.lambda.functions().map((arn) => arn.slice(arn.lastIndexOf(':') + 1));
    await warm(names.filter((name) => deskFunctions.some((one) => name.endsWith(`-${one}`))));
  }

  push(): void {
    if (this.#stream.open) this.#stream.send('state', this.state);
  }

  close(): void {
    clearInterval(this.#timer);
    this.#stream.close();
  }

  async #answer(request: IncomingMessage, response: ServerResponse, path: string): Promise<void> {
    const asked = `${request.method} ${path}`;
    const [, phoneAction = ''] = /^POST \/phone\/([a-z-]+)$/.exec(asked) ?? [];
    const [, peopleAction = ''] = /^POST \/people\/([a-z]+)$/.exec(asked) ?? [];
    if (asked === 'GET /events') {
      this.#stream.connect(request, response);
      this.push();
    } else if (asked === 'GET /state') {
      send(response, 200, 'application/json', JSON.stringify(this.state));
    } else if (asked === 'GET /courriels') {
      send(response, 200, 'text/plain', this.#emails());
    } else if (isPhoneAction(phoneAction)) {
      await this.#act(request, response, async (body) => {
        if (this.state.phase !== 'live')
          throw new Error('Le temps passe en accéléré\u202f: le téléphone répond dès que le centre est en temps réel.');
        await this.#phone.act(phoneAction, body);
      });
    } else if (asked === 'POST /clock/next-opening') {
      await this.#act(request, response, async () =>
        this.#leap(this.#opening(), 'Il n’y a plus d’ouverture où aller.'),
      );
    } else if (asked === 'POST /clock/evening') {
      await this.#act(request, response, async () => this.#leap(this.#evening(), 'La journée est déjà finie.'));
    } else if (isPeopleAction(peopleAction)) {
      await this.#act(request, response, async (body) => {
        if (this.state.phase !== 'live') throw new Error('Le temps passe en accéléré\u202f: attendez le temps réel.');
        await this.#people.act(peopleAction, body['on'] === true);
        this.push();
      });
    } else {
      send(response, 404, 'application/json', JSON.stringify({ message: `Rien à l’adresse /_local${path}.` }));
    }
  }

  /** The next opening with agents, while it is ahead and the centre is closed. */
  #opening(): number | undefined {
    const { nextOpening, cloud } = this.#centre;
    const at = Date.parse(nextOpening ?? '');
    return cloud.kernel.now() < at && this.#evening() === undefined ? at : undefined;
  }

  /** When the reports of today's opening are there, while it is open. */
  #evening(): number | undefined {
    const { cloud, world } = this.#centre;
    const opening = openingAt(world.programme.calendar, cloud.kernel.iso());
    if (opening.state !== 'open' || opening.closesAt === undefined) return undefined;
    return Date.parse(opening.closesAt) + eveningMs;
  }

  #leap(to: number | undefined, otherwise: string): void {
    if (this.#phase === 'playing') throw new Error('La journée se joue encore\u202f: attendez qu’elle soit finie.');
    if (to === undefined) throw new Error(otherwise);
    if (this.#phone.state.mode === 'call')
      throw new Error('Raccrochez d’abord\u202f: l’horloge ne saute pas pendant un appel.');
    const busy = this.#centre.cloud.deskPhones.taken().filter((seat) => seat.busy || seat.status === 'Available');
    if (busy.length > 0)
      throw new Error(
        `${busy.map(({ agent }) => personName(agent)).join(', ')}\u202f: mettez-vous absent d’abord, des appels passeraient sans vous.`,
      );
    this.#leapTo = to;
    this.#centre.cloud.kernel.leapTo(to);
    this.push();
  }

  #emails(): string {
    const emails = this.#centre.cloud.outbox.emails();
    if (emails.length === 0) return 'Aucun courriel envoyé pour le moment.\n';
    return emails
      .map(({ at, to, subject, message }) => `${at}\nÀ : ${to}\nObjet : ${subject}\n\n${message}\n`)
      .join('\n---\n\n');
  }

  async #act(
    request: IncomingMessage,
    response: ServerResponse,
    act: (body: JsonObject) => Promise<void>,
  ): Promise<void> {
    try {
      // A form of another site cannot send this type, so it cannot press keys here.
      if (request.headers['content-type'] !== 'application/json')
        throw new Error('Le corps de la requête n’est pas du JSON.');
      await act(await readJson(request));
      send(response, 200, 'application/json', '{}');
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      send(response, 400, 'application/json', JSON.stringify({ message }));
    }
  }
}

function send(response: ServerResponse, status: number, type: string, body: string): void {
  response
    .writeHead(status, {
      'content-type': `${type}; charset=utf-8`,
      'cache-control': 'no-store',
      'content-security-policy': policy,
      'x-content-type-options': 'nosniff',
      'content-length': Buffer.byteLength(body),
    })
    .end(body);
}

async function readJson(request: IncomingMessage): Promise<JsonObject> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    chunks.push(chunk);
    size += chunk.length;
    if (size > 10_000) throw new Error('Le corps de la requête dépasse 10\u00a0000 octets.');
  }
  const body: unknown = chunks.length === 0 ? {} : JSON.parse(Buffer.concat(chunks).toString('utf8'));
  if (!isJsonObject(body)) throw new Error('Le corps de la requête n’est pas un objet JSON.');
  return body;
}

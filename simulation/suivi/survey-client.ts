import type { LocalCloud } from '../../local/index.ts';

export interface SurveyPage {
  readonly status: number;
  readonly text: string;
}

/** One screen of a questionnaire, as a page without a script shows it. */
export interface ShownQuestion {
  readonly action: string;
  readonly hidden: Readonly<Record<string, string>>;
  /** Name of the field that is asked for, and the values there are to choose from. */
  readonly name: string;
  readonly choices: readonly string[];
}

const mostRedirects = 4;

/** The browser of somebody's phone: no script, the cookies of its session, redirections followed. */
export class SurveyClient {
  readonly #cloud: LocalCloud;
  readonly #lane: string;
  readonly #cookies = new Map<string, string>();
  #requests = 0;

  /** `lane` names this session in the seeded world. */
  constructor(cloud: LocalCloud, lane: string) {
    this.#cloud = cloud;
    this.#lane = lane;
  }

  open(address: string): Promise<SurveyPage> {
    return this.#send('GET', pathOf(address));
  }

  submit(action: string, fields: Readonly<Record<string, string>>): Promise<SurveyPage> {
    return this.#send('POST', pathOf(action), new URLSearchParams(fields).toString());
  }

  async #send(method: 'GET' | 'POST', path: string, form?: string): Promise<SurveyPage> {
    let [verb, at, body] = [method, path, form];
    for (let hop = 0; hop <= mostRedirects; hop += 1) {
      this.#requests += 1;
      const headers: Record<string, string> = {};
      if (this.#cookies.size > 0) {
        headers['cookie'] = [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ');
      }
      if (body !== undefined) headers['content-type'] = 'application/x-www-form-urlencoded';
      const [plain = '', query = ''] = at.split('?', 2);
      const answer = await this.#cloud.http.request(
        { method: verb, path: plain, query, headers, body: Buffer.from(body ?? '') },
        `${this.#lane}/${this.#requests}`,
      );
      for (const cookie of answer.cookies) {
        const [pair = ''] = cookie.split(';', 1);
        const cut = pair.indexOf('=');
        this.#cookies.set(pair.slice(0, cut), pair.slice(cut + 1));
      }
      const location = answer.headers['location'];
      if (location === undefined) return { status: answer.status, text: answer.body.toString('utf8') };
      [verb, at, body] = ['GET', pathOf(location), undefined];
    }
    throw new Error(`${this.#lane}: ${path} redirects more than ${mostRedirects} times`);
  }
}

/** Path and query of an address. */
function pathOf(address: string): string {
  const { pathname, search } = new URL(address, 'http://localhost');
  return `${pathname}${search}`;
}

/** The question that a page asks; undefined when it asks none. */
export function questionOn({ text }: SurveyPage): ShownQuestion | undefined {
  for (const [, action = '', content = ''] of text.matchAll(
    /<form method="post" action="([^"]+)">([\s\S]*?)<\/form>/g,
  )) {
    const hidden: Record<string, string> = {};
    for (const [, name = '', value = ''] of content.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)">/g)) {
      hidden[name] = value;
    }
    const inputs = [...content.matchAll(/<input type="(?:radio|checkbox)" name="([^"]*)" value="([^"]*)"/g)];
    const [name] = inputs.map(([, first = '']) => first);
    if (name !== undefined) return { action, hidden, name, choices: inputs.map(([, , value = '']) => value) };
  }
  return undefined;
}

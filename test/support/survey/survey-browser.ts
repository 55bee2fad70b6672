import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { apiEvent, context } from '../../lambdas/report/api-event.ts';
import type { SurveyWorld } from './survey-world.ts';

/** A browser without a script, for the handler alone: keeps its cookies and follows redirects. */
export class SurveyBrowser {
  readonly #world: Pick<SurveyWorld, 'handler'>;
  readonly #cookies = new Map<string, string>();
  status = 0;
  html = '';
  headers: APIGatewayProxyStructuredResultV2['headers'] = {};

  constructor(world: Pick<SurveyWorld, 'handler'>) {
    this.#world = world;
  }

  async get(address: string): Promise<this> {
    return await this.#send('GET', address);
  }

  /** Sends the form of the page with these fields. */
  async post(address: string, fields: Readonly<Record<string, string>>): Promise<this> {
    return await this.#send('POST', address, new URLSearchParams(fields).toString());
  }

  /** Answers what the page asks, with its hidden fields. */
  async answer(code: string): Promise<this> {
    const { action, asked, hidden } = this.form();
    return await this.post(action, { ...hidden, [asked]: code });
  }

  form() {
    const [, action = ''] = /<form method="post" action="([^"]+)"/.exec(this.html) ?? [];
    const hidden = Object.fromEntries(
      [...this.html.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)].map(
        ([, name = '', value = '']) => [name, value],
      ),
    );
    return { action, hidden, asked: hidden['asked'] ?? '' };
  }

  get heading(): string {
    return /<h1>(.*?)<\/h1>/.exec(this.html)?.[1] ?? '';
  }

  get text(): string {
    return this.html
      .replace(/<style>.*?<\/style>/s, '')
      .replace(/<[^>]+>/g, ' ')
      .replace(/\s+/g, ' ');
  }

  async #send(method: string, address: string, body?: string): Promise<this> {
    const { pathname, searchParams } = new URL(address, 'https://exemple.fr');
    const [, token = ''] = /^\/s\/([^/]+)/.exec(pathname) ?? [];
    const cookies = [...this.#cookies].map(([name, value]) => `${name}=${value}`);
    const event = apiEvent(pathname, {
      method,
      query: Object.fromEntries(searchParams),
      cookies,
      pathParameters: { token },
    });
    const answer = await this.#world.handler({ ...event, ...(body !== undefined && { body }) }, context);
    for (const cookie of answer.cookies ?? []) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
      this.#cookies.set(name, value);
    }
    this.status = answer.statusCode ?? 0;
    this.html = answer.body ?? '';
    this.headers = answer.headers;
    const location = answer.headers?.['location'];
    return this.status === 303 && typeof location === 'string' ? await this.#send('GET', location) : this;
  }
}

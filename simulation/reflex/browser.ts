import type { LocalCloud } from '../../local/index.ts';
import { sessionCookies } from '../session-cookies.ts';

export interface Answered {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
}

/** Requests of the browsers of signed-in people. `key` names a request in the seeded world: it derives from what is asked, and is unique. */
export interface Browser {
  open(user: string, path: string, key: string): Promise<Answered>;
  /** A JSON request of a desk: the answer read; throws naming the status and text of a refusal. */
  call(user: string, path: string, body: object | undefined, key: string): Promise<unknown>;
  /** The same, whatever is answered. */
  ask(user: string, path: string, body: object, key: string): Promise<Answered>;
  /** A form of a page. */
  submit(user: string, path: string, form: Readonly<Record<string, string>>, key: string): Promise<Answered>;
}

/** After a failure people wait a little and press again, this often. */
const pressAgainMs = 2_000;
const patience = 30;

export function browserOf(cloud: LocalCloud): Browser {
  const cookieOf = sessionCookies(cloud);
  const send = async (
    user: string,
    request: { readonly method: 'GET' | 'POST'; readonly path: string; readonly type?: string; readonly body?: string },
    key: string,
  ): Promise<Answered> => {
    const { method, type, body = '' } = request;
    const [path = '', query = ''] = request.path.split('?');
    const headers = { cookie: cookieOf(user), ...(type === undefined ? {} : { 'content-type': type }) };
    const ask = (nth: number) =>
      cloud.http.request(
        { method, path, query, headers, body: Buffer.from(body) },
        nth === 1 ? key : `${key}/again-${nth}`,
      );
    let answer = await ask(1);
    // The page says that it did not work, and they press again.
    for (let nth = 2; answer.status >= 500 && cloud.pause !== undefined && nth <= patience; nth += 1) {
      await cloud.pause(pressAgainMs, key);
      answer = await ask(nth);
    }
    return { status: answer.status, headers: answer.headers, text: answer.body.toString('utf8') };
  };
  return {
    open: (user, path, key) => send(user, { method: 'GET', path }, key),
    async call(user, path, body, key) {
      const content = body === undefined ? {} : { type: 'application/json', body: JSON.stringify(body) };
      const method = body === undefined ? 'GET' : 'POST';
      const { status, text } = await send(user, { method, path, ...content }, key);
      if (status !== 200) throw new Error(`${user}: ${method} ${path} was answered ${status}: ${text}`);
      return JSON.parse(text);
    },
    ask: (user, path, body, key) =>
      send(user, { method: 'POST', path, type: 'application/json', body: JSON.stringify(body) }, key),
    submit(user, path, form, key) {
      const body = new URLSearchParams(form).toString();
      return send(user, { method: 'POST', path, type: 'application/x-www-form-urlencoded', body }, key);
    },
  };
}

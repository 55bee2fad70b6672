/** One request to the client's own software: the status is one of `accepted`, else it throws. */
export type ClientHttp = (
  method: 'GET' | 'POST' | 'PUT' | 'DELETE',
  path: string,
  options: { readonly accepted: readonly number[]; readonly body?: unknown; readonly key?: string },
) => Promise<{ readonly status: number; readonly body: unknown }>;

/** An agent is waiting with a caller. */
const timeoutMs = 5_000;
/** After an answer that says that it was not done: 429, 502, 503, 504. */
const retries = 2;
const firstRetryMs = 200;

/**
 * JSON over HTTPS with a bearer token, read once an environment and again after a 401. Requests that change something carry the same `Idempotency-Key` at
 * each try. Errors name method and path, never what was sent.
 */
export function clientHttp(
  url: string,
  token: (fresh: boolean) => Promise<string>,
  wait: (ms: number) => Promise<void> = (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
): ClientHttp {
  const base = url.replace(/\/$/, '');
  return async (method, path, { accepted, body, key }) => {
    for (let tries = 0, fresh = false; ; tries += 1) {
      const response = await fetch(`${base}${path}`, {
        method,
        headers: {
          authorization: `Bearer ${await token(fresh)}`,
          accept: 'application/json',
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
          ...(key === undefined ? {} : { 'idempotency-key': key }),
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
        signal: AbortSignal.timeout(timeoutMs),
      });
      const { status } = response;
      const text = await response.text();
      if (accepted.includes(status)) {
        return { status, body: text === '' ? undefined : (JSON.parse(text) as unknown) };
      }
      const isWorthIt = [401, 429, 502, 503, 504].includes(status);
      if (!isWorthIt || tries >= retries) {
        throw new Error(`${method} ${path.split('?')[0]} answered ${status}; accepted: ${accepted.join(', ')}`);
      }
      fresh = status === 401;
      await wait(firstRetryMs * 2 ** tries);
    }
  };
}

import type { SigningKey } from './signing-key.ts';

/** User name in the first cookie that is an ID token signed with this key and not expired at `now` (epoch milliseconds); undefined when none is. */
export function userOfCookies(cookies: string | undefined, key: SigningKey, now: number): string | undefined {
  for (const cookie of (cookies ?? '').split(';')) {
    const claims = key.claims(cookie.slice(cookie.indexOf('=') + 1).trim());
    const { token_use: use, exp, 'cognito:username': username } = claims ?? {};
    if (use === 'id' && typeof exp === 'number' && exp * 1000 > now && typeof username === 'string') return username;
  }
  return undefined;
}

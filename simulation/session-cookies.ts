import { sessionCookie } from '../contracts/routes.ts';
import type { LocalCloud } from '../local/index.ts';

const hour = 3_600_000;

/** The session cookie of each user, who signs in again every four hours. */
export function sessionCookies({ http, kernel }: LocalCloud): (user: string) => string {
  const cookies = new Map<string, { readonly cookie: string; readonly until: number }>();
  return (user) => {
    const known = cookies.get(user);
    if (known !== undefined && kernel.now() < known.until) return known.cookie;
    const cookie = `${sessionCookie}=${http.idToken(user)}`;
    cookies.set(user, { cookie, until: kernel.now() + 4 * hour });
    return cookie;
  };
}

/** Value of a cookie of a request: HTTP APIs give cookies apart, other callers in the header. */
export function cookieOf(
  request: {
    readonly cookies?: readonly string[] | undefined;
    readonly headers?: Readonly<Record<string, string | undefined>> | null | undefined;
  },
  name: string,
): string | undefined {
  const header = request.headers?.['cookie'] ?? request.headers?.['Cookie'];
  const pairs = [...(request.cookies ?? []), ...(header?.split(';') ?? [])].map((pair) => pair.trim());
  const found = pairs.find((pair) => pair.startsWith(`${name}=`))?.slice(name.length + 1);
  return found === '' ? undefined : found;
}

/** A cookie that no script reads and no other site sends along with its own forms. `maxAge` in seconds; 0 removes it. */
export function setCookie(
  name: string,
  value: string,
  { path, maxAge, secure }: { readonly path: string; readonly maxAge: number; readonly secure: boolean },
): string {
  return `${name}=${value}; Path=${path}; Max-Age=${maxAge}; HttpOnly; SameSite=Lax${secure ? '; Secure' : ''}`;
}

import type { LinkTokens } from './links.ts';

/** How long who has shown who they are need not do it again; each answer begins it anew. */
export const sessionSeconds = 30 * 60;

/** What the browser keeps: the instant, sealed with the token, so that it opens this link and no other. */
export async function newSession(token: string, at: string, tokens: Pick<LinkTokens, 'sealOf'>): Promise<string> {
  const seconds = Math.floor(Date.parse(at) / 1000).toString(36);
  return `${seconds}.${await tokens.sealOf(sealed(token, seconds))}`;
}

export async function isSession(
  value: string,
  { token, at }: { readonly token: string; readonly at: string },
  tokens: Pick<LinkTokens, 'isSealOf'>,
): Promise<boolean> {
  const [, seconds, seal] = /^([a-z0-9]{1,9})\.([A-Za-z0-9_-]{1,64})$/.exec(value) ?? [];
  if (seconds === undefined || seal === undefined) {
    return false;
  }
  const age = Date.parse(at) / 1000 - Number.parseInt(seconds, 36);
  // A second before it began: clocks of two environments are not one.
  return age >= -1 && age <= sessionSeconds && (await tokens.isSealOf(sealed(token, seconds), seal));
}

function sealed(token: string, seconds: string): string {
  return `session ${token} ${seconds}`;
}

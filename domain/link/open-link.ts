import type { LinkOrder } from './link.ts';
import type { Links, LinkTokens } from './links.ts';

/** Makes a personal link open something until it expires; answers its token. A repeat changes nothing. */
export async function openLink(
  order: LinkOrder,
  { tokens, links }: { readonly tokens: LinkTokens; readonly links: Pick<Links, 'open'> },
): Promise<string> {
  const token = await tokens.tokenOf(order);
  await links.open(tokens.keyOf(token), order);
  return token;
}

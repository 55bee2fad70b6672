import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import type { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import type { LinkTokens } from '../domain/link/links.ts';
import { secretKey } from './secret-key.ts';

/** 128 bits in base64url. */
const tokenLength = 22;

/** What a link is kept under: found by whoever has the token, with no secret of ours. */
export const keyOfToken: LinkTokens['keyOf'] = (token) => createHash('sha256').update(token).digest('base64url');

/** Tokens of personal links (COMMON-59): HMAC-SHA-256 of what the link opens, cut to 132 bits; a link is kept under the SHA-256 of its token. */
export function secretLinkTokens(secret: string, client?: SecretsManagerClient): LinkTokens {
  const keyed = secretKey(secret, client);
  const macOf = async (use: 'link' | 'seal', text: string) =>
    createHmac('sha256', await keyed())
      .update(`${use} ${text}`)
      .digest('base64url')
      .slice(0, tokenLength);
  return {
    tokenOf: ({ programme, purpose, subject, occasion }) =>
      macOf('link', JSON.stringify([programme, purpose, subject, occasion])),
    keyOf: keyOfToken,
    sealOf: (text) => macOf('seal', text),
    async isSealOf(text, seal) {
      const [expected, given] = [await macOf('seal', text), seal].map((one) =>
        createHash('sha256').update(one).digest(),
      );
      return expected !== undefined && given !== undefined && timingSafeEqual(expected, given);
    },
  };
}

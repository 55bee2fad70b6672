import { createHash } from 'node:crypto';

/** First 32 hexadecimal digits of the SHA-256 of a value's JSON with sorted keys: the same for the same content. */
export function contentHash(value: unknown): string {
  const text = JSON.stringify(value, (_key, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
  return createHash('sha256').update(text).digest('hex').slice(0, 32);
}

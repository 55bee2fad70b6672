import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { EndpointError } from './endpoint-error.ts';

/**
 * Checks a presigned URL as S3 does: not expired by the thread's (virtual) clock, at most seven days, signature right for this
 * method, path, query and signed headers (S3 API reference, "Authenticating Requests: Using Query Parameters"). Throws AccessDenied,
 * AuthorizationQueryParametersError or SignatureDoesNotMatch.
 */
export function checkPresignedUrl(
  request: Pick<IncomingMessage, 'method' | 'url' | 'headers'>,
  secretAccessKey: string,
  now: number,
): void {
  const [path = '/', search = ''] = (request.url ?? '/').split('?', 2);
  const query = new URLSearchParams(search);
  const [date, expires, credential, signed, signature] = [
    'X-Amz-Date',
    'X-Amz-Expires',
    'X-Amz-Credential',
    'X-Amz-SignedHeaders',
    'X-Amz-Signature',
  ].map((name) => {
    const value = query.get(name);
    if (value === null)
      throw new EndpointError('AuthorizationQueryParametersError', `${name} is missing from the URL`, 400);
    return value;
  });
  const [, day = '', region = '', service = ''] = (credential ?? '').split('/');
  const seconds = Number(expires);
  if (!(seconds >= 1 && seconds <= 604_800)) {
    throw new EndpointError(
      'AuthorizationQueryParametersError',
      `X-Amz-Expires is 1 to 604800 seconds, got ${expires}`,
      400,
    );
  }
  const expiresAt = signedAt(date ?? '') + seconds * 1000;
  if (now > expiresAt) {
    throw new EndpointError('AccessDenied', 'Request has expired', 403, {
      'X-Amz-Expires': expires,
      Expires: new Date(expiresAt).toISOString(),
      ServerTime: new Date(now).toISOString(),
    });
  }
  const headers = (signed ?? '').split(';').map((name) => `${name}:${String(request.headers[name] ?? '').trim()}\n`);
  query.delete('X-Amz-Signature');
  const payload = query.get('X-Amz-Content-Sha256') ?? 'UNSIGNED-PAYLOAD';
  const canonical = [request.method, path, canonicalQuery(query), headers.join(''), signed, payload].join('\n');
  const scope = `${day}/${region}/${service}/aws4_request`;
  const key = [day, region, service, 'aws4_request'].reduce<string | Buffer>(hmac, `AWS4${secretAccessKey}`);
  const expected = hmac(key, ['AWS4-HMAC-SHA256', date, scope, sha256(canonical)].join('\n')).toString('hex');
  if (expected.length !== signature?.length || !timingSafeEqual(Buffer.from(expected), Buffer.from(signature))) {
    throw new EndpointError(
      'SignatureDoesNotMatch',
      'The request signature we calculated does not match the signature you provided.',
      403,
    );
  }
}

/** Milliseconds since the epoch of `20250704T053000Z`. */
function signedAt(basic: string): number {
  const match = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/.exec(basic);
  if (match === null) {
    throw new EndpointError('AuthorizationQueryParametersError', `X-Amz-Date is yyyyMMddTHHmmssZ, got ${basic}`, 400);
  }
  const [, y, mo, d, h, mi, s] = match.map(Number);
  return Date.UTC(y ?? 0, (mo ?? 1) - 1, d, h, mi, s);
}

function canonicalQuery(query: URLSearchParams): string {
  return [...query]
    .map(([name, value]) => `${encode(name)}=${encode(value)}`)
    .sort()
    .join('&');
}

function encode(text: string): string {
  return encodeURIComponent(text).replace(/[!'()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`);
}

function hmac(key: string | Buffer, text: string): Buffer {
  return createHmac('sha256', key).update(text).digest();
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

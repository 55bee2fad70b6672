import type { IncomingMessage } from 'node:http';

/** Who signed a request, as the SigV4 credential scope says. */
export interface SignedBy {
  readonly accessKeyId: string;
  /** Signing name of the service, e.g. `dynamodb`, `s3`, `ssm`. */
  readonly service: string;
}

/**
 * Reads `Credential=<key>/<date>/<region>/<service>/aws4_request` from the Authorization header, or `X-Amz-Credential` of a
 * presigned URL. Undefined when the request carries neither. The header's signature is not verified: everything here listens on
 * the loopback interface only, and the access key id is what matters.
 */
export function signedBy(request: Pick<IncomingMessage, 'headers' | 'url'>): SignedBy | undefined {
  const header = /Credential=([^,\s]+)/.exec(request.headers.authorization ?? '')?.[1];
  const scope = header ?? new URL(request.url ?? '/', 'http://localhost').searchParams.get('X-Amz-Credential');
  const [accessKeyId, , , service] = (scope ?? '').split('/');
  return accessKeyId && service ? { accessKeyId, service } : undefined;
}

import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http';
import type { Principal } from '../principal.ts';
import { decodeAwsChunked } from './aws-chunked.ts';
import type { BucketEngine } from './bucket-engine.ts';
import { bucketPermissions } from './bucket-permissions.ts';
import { type BucketRequest, readBucketRequest } from './bucket-request.ts';
import { signedBy } from './caller.ts';
import type { Disturbance } from './disturbance.ts';
import { EndpointError } from './endpoint-error.ts';
import type { Gate } from './gate.ts';
import { KeyLock } from './key-lock.ts';
import { listObjects } from './list-objects.ts';
import { readPostedForm } from './posted-form.ts';
import { checkPresignedUrl } from './presigned-url.ts';
import { readBody } from './read-body.ts';
import { writeXml } from './xml.ts';

/** The S3 endpoint: reads the request, asks IAM, does what the engine cannot, hands it the rest. */
export class BucketEdge {
  readonly #engine: BucketEngine;
  readonly #gate: Gate;
  readonly #disturbance: Disturbance;
  readonly #secretAccessKey: string;
  readonly #report: (problem: unknown) => void;
  readonly #locks = new KeyLock();

  /** `report` is told of refusals that mean a wrong policy or a request that is not served. */
  constructor(
    engine: BucketEngine,
    gate: Gate,
    disturbance: Disturbance,
    secretAccessKey: string,
    report: (problem: unknown) => void,
  ) {
    this.#report = report;
    this.#engine = engine;
    this.#gate = gate;
    this.#disturbance = disturbance;
    this.#secretAccessKey = secretAccessKey;
  }

  async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    try {
      await this.#disturbance.delay();
      const asked = readBucketRequest(request);
      if (asked.operation === 'PostObject') {
        await this.#post(asked, request, response);
        return;
      }
      await this.#authorize(asked, request, signedBy(request)?.accessKeyId ?? '');
      await this.#perform(asked, request, response);
    } catch (error) {
      if (!(error instanceof EndpointError)) throw error;
      if (error.code === 'NotImplemented') this.#report(error.message);
      request.resume();
      const xml = writeXml('Error', { Code: error.code, Message: error.message, ...textOf(error.extra) });
      sendXml(request, response, error.statusCode, xml);
    }
  }

  async #authorize(asked: BucketRequest, request: IncomingMessage, accessKeyId: string): Promise<void> {
    const principal = await this.#gate.principal(accessKeyId);
    if (principal === undefined) {
      throw new EndpointError(
        'InvalidAccessKeyId',
        `The AWS Access Key Id is not known: nobody holds "${accessKeyId}"`,
        403,
      );
    }
    if (asked.presigned) checkPresignedUrl(request, this.#secretAccessKey, Date.now());
    const permissions = bucketPermissions(asked, request.headers);
    const refusal = this.#gate.refusal(permissions.map((permission) => ({ principal, ...permission })));
    if (refusal !== undefined) throw this.#denied(refusal.message);
    if ((await this.#engine.store.getBucket(asked.bucket)) === null) {
      throw new EndpointError('NoSuchBucket', `The specified bucket does not exist: ${asked.bucket}`, 404);
    }
    if (asked.operation === 'GetObject' || asked.operation === 'HeadObject') await this.#hideMissing(asked, principal);
  }

  /** S3 tells that an object is missing only to those who may list the bucket; to others it is AccessDenied. */
  async #hideMissing(asked: BucketRequest, principal: Principal): Promise<void> {
    if (await this.#engine.store.existsObject(asked.bucket, asked.key)) return;
    const resource = `arn:aws:s3:::${asked.bucket}`;
    const refusal = this.#gate.refusal([{ principal, action: 's3:ListBucket', resource }]);
    if (refusal !== undefined) throw this.#denied(refusal.message);
    throw new EndpointError('NoSuchKey', 'The specified key does not exist.', 404, { Key: asked.key });
  }

  #denied(message: string): EndpointError {
    this.#report(message);
    return new EndpointError('AccessDenied', message, 403);
  }

  async #perform(asked: BucketRequest, request: IncomingMessage, response: ServerResponse): Promise<void> {
    switch (asked.operation) {
      case 'PutObject':
        return this.#locks.hold([`${asked.bucket}/${asked.key}`], () => this.#put(asked, request, response));
      case 'CopyObject':
        return this.#locks.hold([`${asked.bucket}/${asked.key}`], () => this.#copy(asked, request, response));
      case 'ListObjectsV2':
        return sendXml(request, response, 200, await listObjects(this.#engine.store, asked.bucket, asked.query));
      case 'HeadBucket':
        response.writeHead(200).end();
        return;
      default:
        this.#forward(asked, request, response);
    }
  }

  async #put(asked: BucketRequest, request: IncomingMessage, response: ServerResponse): Promise<void> {
    await this.#checkPreconditions(asked, request);
    const body = await readBody(request);
    const chunked = String(request.headers['x-amz-content-sha256'] ?? '').startsWith('STREAMING-');
    const metadata = textHeaders(request.headers);
    const encoding = (metadata['content-encoding'] ?? '').replace(/,?\s*aws-chunked/, '');
    if (encoding === '') delete metadata['content-encoding'];
    else metadata['content-encoding'] = encoding;
    const content = chunked ? decodeAwsChunked(body) : body;
    const etag = await this.#engine.put({ bucket: asked.bucket, key: asked.key, metadata, content });
    response.writeHead(200, { etag }).end();
  }

  /** An upload by a browser's form: who signed its policy is who puts the object. */
  async #post(asked: BucketRequest, request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await readBody(request);
    const contentType = request.headers['content-type'] ?? '';
    const form = await readPostedForm({ bucket: asked.bucket, contentType, body }, this.#secretAccessKey, Date.now());
    const { key, content, redirect } = form;
    await this.#authorize({ ...asked, key }, request, form.accessKeyId);
    const metadata = { 'content-type': form.contentType };
    const etag = await this.#locks.hold([`${asked.bucket}/${key}`], () =>
      this.#engine.put({ bucket: asked.bucket, key, metadata, content }),
    );
    if (redirect === undefined) {
      response.writeHead(form.status, { etag }).end();
      return;
    }
    const location = new URL(redirect);
    for (const [name, value] of Object.entries({ bucket: asked.bucket, key, etag }))
      location.searchParams.set(name, value);
    response.writeHead(303, { location: location.href, etag }).end();
  }

  async #copy(asked: BucketRequest, request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { bucket = '', key = '' } = asked.source ?? {};
    const object = await this.#engine.read(bucket, key);
    if (object === undefined)
      throw new EndpointError('NoSuchKey', 'The specified key does not exist.', 404, { Key: key });
    const replaced = request.headers['x-amz-metadata-directive'] === 'REPLACE';
    const metadata = replaced ? textHeaders(request.headers) : object.metadata;
    const ETag = await this.#engine.put({ bucket: asked.bucket, key: asked.key, metadata, content: object.content });
    const LastModified = new Date(Date.now()).toISOString();
    sendXml(request, response, 200, writeXml('CopyObjectResult', { ETag, LastModified }));
  }

  /** `If-None-Match: *` (only if absent) and `If-Match: <etag>` (only if unchanged), held with the write. */
  async #checkPreconditions(asked: BucketRequest, request: IncomingMessage): Promise<void> {
    const { 'if-none-match': noneMatch, 'if-match': match } = request.headers;
    if (noneMatch === undefined && match === undefined) return;
    if (noneMatch !== undefined && noneMatch !== '*') {
      throw new EndpointError('NotImplemented', `PutObject: If-None-Match accepts only *, got ${noneMatch}`, 501);
    }
    const { store } = this.#engine;
    const exists = await store.existsObject(asked.bucket, asked.key);
    if (match !== undefined && !exists) throw new EndpointError('NoSuchKey', 'The specified key does not exist.', 404);
    const etag = exists ? (await store.getMetadata(asked.bucket, asked.key))['etag'] : undefined;
    if ((noneMatch === '*' && exists) || (match !== undefined && match !== etag)) {
      const condition = noneMatch === undefined ? 'If-Match' : 'If-None-Match';
      const said = 'At least one of the pre-conditions you specified did not hold';
      throw new EndpointError('PreconditionFailed', said, 412, { Condition: condition });
    }
  }

  /** The engine gets the request signed by the one account it knows: unsigned, it would refuse the `response-…` parameters. */
  #forward(asked: BucketRequest, request: IncomingMessage, response: ServerResponse): void {
    const kept = new URLSearchParams([...asked.query].filter(([name]) => !/^(x-amz-|x-id$)/i.test(name)));
    const [path = '/'] = (request.url ?? '/').split('?', 1);
    request.url = kept.size === 0 ? path : `${path}?${kept}`;
    request.headers.authorization =
      'AWS4-HMAC-SHA256 Credential=S3RVER/day/region/s3/aws4_request,SignedHeaders=host,Signature=unchecked';
    request.headers['x-amz-content-sha256'] = 'UNSIGNED-PAYLOAD';
    request.headers['x-amz-date'] = new Date(Date.now()).toISOString().replace(/[-:]|\.\d+/g, '');
    this.#engine.handle(request, response);
  }
}

function sendXml(request: IncomingMessage, response: ServerResponse, status: number, xml: string): void {
  const headers = { 'content-type': 'application/xml', 'content-length': Buffer.byteLength(xml) };
  if (request.method === 'HEAD') response.writeHead(status).end();
  else response.writeHead(status, headers).end(xml);
}

function textHeaders(headers: IncomingHttpHeaders): Record<string, string> {
  const texts: Record<string, string> = {};
  for (const [name, value] of Object.entries(headers)) if (typeof value === 'string') texts[name] = value;
  return texts;
}

function textOf(extra: Readonly<Record<string, unknown>>): Record<string, string> {
  return Object.fromEntries(Object.entries(extra).map(([name, value]) => [name, String(value)]));
}

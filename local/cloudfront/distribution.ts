import { gzipSync } from 'node:zlib';
import type { CloudContext } from '../cloud.ts';
import type { ApiRequest, ApiResponse } from '../http/api-model.ts';
import type { Storage } from '../storage/start-storage.ts';
import { readBucketOrigin } from './bucket-origin.ts';
import { type Behavior, behaviorOf, type DistributionModel, type Origin } from './distribution-model.ts';
import { withHeaders } from './headers-policy.ts';

/** Where people are when nothing says otherwise. */
const usualCountry = 'FR';
/** What CloudFront compresses, of what is served here. */
const compressed = /^(text\/|application\/(javascript|json)|image\/svg)/;

export interface DistributionGround {
  readonly cloud: CloudContext;
  readonly storage: Pick<Storage, 'readObject'>;
  /** Asks the API of a host. */
  readonly askApi: (host: string, request: ApiRequest) => Promise<ApiResponse>;
}

/** A CloudFront distribution of the templates: behaviors by path, viewer-request functions, header policies, S3 and API origins. Nothing is cached. */
export class LocalDistribution {
  readonly #model: DistributionModel;
  readonly #ground: DistributionGround;

  constructor(model: DistributionModel, ground: DistributionGround) {
    this.#model = model;
    this.#ground = ground;
  }

  async answer(request: ApiRequest): Promise<ApiResponse> {
    const { cloud } = this.#ground;
    const behavior = behaviorOf(this.#model, request.path);
    const response = await this.#behave(behavior, request);
    return withHeaders(response, behavior.headers, (text) => cloud.addresses.localize(text));
  }

  /** The origin of a path when it is an API: where a WebSocket goes. */
  apiHostOf(path: string): string | undefined {
    const origin = this.#originOf(behaviorOf(this.#model, path));
    return origin.kind === 'api' ? origin.host : undefined;
  }

  async #behave(behavior: Behavior, request: ApiRequest): Promise<ApiResponse> {
    if (!behavior.methods.includes(request.method)) {
      const body = Buffer.from(`This distribution is not configured to allow ${request.method} at ${request.path}.`);
      return { status: 403, headers: { 'content-type': 'text/plain' }, cookies: [], body };
    }
    const passed = behavior.viewerRequest?.onViewerRequest(request) ?? { request };
    if ('response' in passed) return passed.response;
    const origin = this.#originOf(behavior);
    if (origin.kind === 'api') return this.#ground.askApi(origin.host, withCountry(passed.request, behavior));
    const { cloud, storage } = this.#ground;
    const place = { bucket: origin.bucket, distributionArn: this.#model.arn };
    const answer = await readBucketOrigin(cloud, storage, place, passed.request);
    return behavior.compress ? compress(answer, passed.request) : answer;
  }

  #originOf({ originId }: Behavior): Origin {
    const origin = this.#model.origins.get(originId);
    if (origin === undefined) throw new Error(`distribution ${this.#model.id} has no origin ${originId}`);
    return origin;
  }
}

/** CloudFront alone says where the viewer is: what a browser claims is dropped, except here, where nobody is anywhere. */
function withCountry(request: ApiRequest, { tellsCountry }: Behavior): ApiRequest {
  const { 'cloudfront-viewer-country': claimed = usualCountry, ...headers } = request.headers;
  return { ...request, headers: tellsCountry ? { ...headers, 'cloudfront-viewer-country': claimed } : headers };
}

function compress(response: ApiResponse, { headers }: ApiRequest): ApiResponse {
  const type = response.headers['content-type'] ?? '';
  if (response.body.length < 1000 || !compressed.test(type) || !/\bgzip\b/.test(headers['accept-encoding'] ?? '')) {
    return response;
  }
  const added = { 'content-encoding': 'gzip', vary: 'Accept-Encoding' };
  return { ...response, headers: { ...response.headers, ...added }, body: gzipSync(response.body, { level: 1 }) };
}

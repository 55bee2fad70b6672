import type { EndpointRegistry } from './cloud.ts';

/** Where each service listens. */
export class LocalEndpoints implements EndpointRegistry {
  readonly #urls = new Map<string, string>();

  register(service: string, url: string): void {
    if (!/^[A-Z][A-Z0-9_]*$/.test(service)) {
      throw new Error(
        `Endpoint service "${service}": accepted is the ending of AWS_ENDPOINT_URL_, e.g. SECRETS_MANAGER`,
      );
    }
    if (this.#urls.has(service)) throw new Error(`Endpoint ${service} is registered twice`);
    this.#urls.set(service, url);
  }

  url(service: string): string {
    const url = this.#urls.get(service);
    if (url === undefined) {
      throw new Error(`No endpoint ${service}; there are ${[...this.#urls.keys()].join(', ') || 'none'}`);
    }
    return url;
  }

  environment(): Readonly<Record<string, string>> {
    return Object.fromEntries([...this.#urls].map(([service, url]) => [`AWS_ENDPOINT_URL_${service}`, url]));
  }
}

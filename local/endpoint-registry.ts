import type { EndpointRegistry } from './cloud.ts';

/** Where each service listens. */
export class LocalEndpoints implements EndpointRegistry {
  readonly #urls = new Map<string, string>();
  #others: string | undefined;

  register(service: string, url: string): void {
    if (!/^[A-Z][A-Z0-9_]*$/.test(service)) {
      throw new Error(
        `Endpoint service "${service}": accepted is the ending of AWS_ENDPOINT_URL_, e.g. SECRETS_MANAGER`,
      );
    }
    if (this.#urls.has(service)) throw new Error(`Endpoint ${service} is registered twice`);
    this.#urls.set(service, url);
  }

  registerOthers(url: string): void {
    if (this.#others !== undefined) throw new Error(`The endpoint of all other services is registered twice`);
    this.#others = url;
  }

  url(service: string): string {
    const url = this.#urls.get(service);
    if (url === undefined) {
      throw new Error(`No endpoint ${service}; there are ${[...this.#urls.keys()].join(', ') || 'none'}`);
    }
    return url;
  }

  environment(): Readonly<Record<string, string>> {
    return {
      ...(this.#others === undefined ? {} : { AWS_ENDPOINT_URL: this.#others }),
      ...Object.fromEntries([...this.#urls].map(([service, url]) => [`AWS_ENDPOINT_URL_${service}`, url])),
    };
  }
}

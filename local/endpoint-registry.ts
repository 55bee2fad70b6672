import type { MessagePort } from 'node:worker_threads';
import type { EndpointRegistry } from './cloud.ts';

/** Where each service listens. */
export class LocalEndpoints implements EndpointRegistry {
  readonly #urls = new Map<string, string>();
  readonly #reaches = new Map<number, ((channel: MessagePort) => void) | undefined>();
  #others: string | undefined;

  register(service: string, url: string, reach?: (channel: MessagePort) => void): void {
    if (!/^[A-Z][A-Z0-9_]*$/.test(service)) {
      throw new Error(
        `Endpoint service "${service}": accepted is the ending of AWS_ENDPOINT_URL_, e.g. SECRETS_MANAGER`,
      );
    }
    if (this.#urls.has(service)) throw new Error(`Endpoint ${service} is registered twice`);
    this.#urls.set(service, url);
    this.#reaches.set(Number(new URL(url).port), reach);
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

  lines() {
    const byReach = Map.groupBy(this.#reaches, ([, reach]) => reach);
    return [...byReach].map(([reach, ports]) => ({
      ports: ports.map(([port]) => port),
      ...(reach === undefined ? {} : { reach }),
    }));
  }

  environment(): Readonly<Record<string, string>> {
    return {
      ...(this.#others === undefined ? {} : { AWS_ENDPOINT_URL: this.#others }),
      ...Object.fromEntries([...this.#urls].map(([service, url]) => [`AWS_ENDPOINT_URL_${service}`, url])),
    };
  }
}

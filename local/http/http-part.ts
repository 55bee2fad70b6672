import type { IncomingMessage } from 'node:http';
import type { CloudContext } from '../cloud.ts';
import type { CloudPart } from '../cloud-part.ts';
import type { PublicAddresses } from '../public-addresses.ts';
import { startServer } from '../storage/start-server.ts';
import type { ApiRequest, ApiResponse } from './api-model.ts';
import { apiProviders } from './api-providers.ts';
import { poolProviders } from './pool-providers.ts';
import { type MountedHandler, PublicSite, requestOf, type SiteFront } from './public-site.ts';
import { SigningKey } from './signing-key.ts';
import { userOfCookies } from './user-of-cookies.ts';
import { BrowserSockets } from './websocket-server.ts';

/** A live page of a simulated person. */
export interface LivePage {
  close(): Promise<void>;
  /** Gone without a word. */
  vanish(): void;
}

export interface HttpPart extends CloudPart {
  /** Where people go, e.g. `http://localhost:8080`. */
  readonly url: string;
  /** AWS addresses of the templates and their local ones. */
  readonly addresses: PublicAddresses;
  /** Mounts pages and event streams, e.g. at `/_local`, or a home page at `/`. */
  mount(path: string, handler: MountedHandler): void;
  /** Puts a distribution before the API. Throws when there is one. */
  stand(front: SiteFront): void;
  /** A request of somebody outside to the API of a host. */
  askApi(host: string, request: ApiRequest): Promise<ApiResponse>;
  /** Opens a live page of a simulated person: what is pushed comes to `hear`. Throws saying the status when it is refused. */
  openLive(headers: Readonly<Record<string, string>>, hear: (text: string) => void, lane: string): Promise<LivePage>;
  /** A request of a simulated person, inside a kernel event; `lane` derives from inputs and is unique. */
  request(request: Partial<ApiRequest> & Pick<ApiRequest, 'method' | 'path'>, lane: string): Promise<ApiResponse>;
  /** User name of whoever sent this: the first cookie that is an ID token of the local issuer, not expired by the virtual clock. */
  signedIn(request: IncomingMessage): string | undefined;
  /** The ID token a demo user gets by signing in. Throws naming the users there are. */
  idToken(username: string): string;
}

/** The public site: HTTP API, local issuer, and what is mounted. Port: `settings.ports.http`. */
export async function createHttpPart(cloud: CloudContext): Promise<HttpPart> {
  const site = new PublicSite();
  const { http: port } = cloud.settings.ports;
  const onFailure = (error: unknown) => cloud.report('public site', error);
  const options = {
    portOption: '--port',
    onFailure,
    ...(port === undefined ? {} : { port }),
    ...(cloud.network === undefined ? {} : { network: cloud.network }),
  };
  const browsers = new BrowserSockets(onFailure);
  const started = await startServer(options, (request, response) => site.answer(request, response), {
    upgrade: (message, socket, head) => {
      const request = requestOf(message, Buffer.alloc(0));
      browsers.upgrade(message, socket, head, request, site.socketsAt(request.path));
    },
  });
  const url = `http://localhost:${started.port}`;
  const { addresses } = cloud;
  const key = new SigningKey(cloud.stateFolder);
  const { providers, pools, issuers } = poolProviders(cloud, site, url, addresses, key);
  return {
    url,
    addresses,
    providers: { ...apiProviders(cloud, site, url, addresses), ...providers },
    mount: (path, handler) => site.mount(path, handler),
    stand: (front) => {
      if (site.front !== undefined) throw new Error('the local cloud serves one distribution, and has one');
      site.front = front.answer;
      site.socketHost = front.socketHost;
    },
    openLive: async (headers, hear, lane) => {
      const [api] = site.sockets.values();
      if (api === undefined) throw new Error('the templates have no WebSocket API');
      const request = {
        method: 'GET',
        path: `/${api.stage}`,
        query: '',
        headers,
        body: Buffer.alloc(0),
        sourceIp: '127.0.0.1',
      };
      const opened = await api.open(request, { key: lane, external: false }, () => ({ send: hear, close: () => {} }));
      if ('refused' in opened) throw new Error(`the live page of ${lane} was refused: ${opened.refused}`);
      return {
        close: () => api.left(opened.connectionId, { key: `${lane}/left`, external: false }),
        vanish: () => api.vanished(opened.connectionId),
      };
    },
    askApi: async (host, request) => {
      if (site.api?.host(cloud.region) === host) return site.askApi(request);
      throw new Error(`no HTTP API of the templates is at ${host}`);
    },
    request: async (request, lane) => {
      if (site.api === undefined) throw new Error('the templates have no HTTP API');
      const whole = { query: '', headers: {}, body: Buffer.alloc(0), sourceIp: '127.0.0.1', ...request };
      return site.api.handle(whole, { key: lane, external: false });
    },
    signedIn: (request) => userOfCookies(request.headers.cookie, key, cloud.kernel.now()),
    idToken: (username) => {
      const [issuer] = issuers.values();
      if (issuer === undefined) throw new Error('the templates have no user pool');
      return issuer.idToken(username);
    },
    ready: () => {
      site.open = true;
      for (const pool of pools.values()) {
        const unknown = pool.users.flatMap((user) => user.groups).find((group) => !pool.groups.has(group));
        if (unknown === undefined) continue;
        throw new Error(
          `demo users: user pool ${pool.id} has no group ${unknown}; it has ${[...pool.groups].join(', ')}`,
        );
      }
    },
    stop: () => {
      for (const api of site.sockets.values()) api.closeAll();
      return started.stop();
    },
  };
}

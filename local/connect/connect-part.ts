import type { CloudContext } from '../cloud.ts';
import type { CloudPart } from '../cloud-part.ts';
import { ConnectApi } from './api/connect-api.ts';
import { startConnectServer } from './api/connect-server.ts';
import { connectProviders } from './resources.ts';
import { ConnectStandIn } from './stand-in.ts';

export interface ConnectPart extends CloudPart {
  readonly connect: ConnectStandIn;
}

/** Brings Amazon Connect up: resource providers, the stand-in itself, and its API endpoint. */
export async function createConnectPart(cloud: CloudContext): Promise<ConnectPart> {
  const connect = new ConnectStandIn(cloud);
  cloud.standIns.register('connect', new ConnectApi(connect));
  const server = await startConnectServer(cloud);
  return { connect, providers: connectProviders(connect), stop: () => server.stop() };
}

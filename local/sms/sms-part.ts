import { join } from 'node:path';
import type { CloudContext } from '../cloud.ts';
import type { CloudPart } from '../cloud-part.ts';
import { ServicesServer } from '../services/services-server.ts';
import { startServer } from '../storage/start-server.ts';
import { AcceptedLog } from './accepted-log.ts';
import { smsProviders } from './resources.ts';
import { SmsApi } from './sms-api.ts';
import { smsVoiceService } from './sms-voice-service.ts';
import { SmsStandIn } from './stand-in.ts';

export interface SmsPart extends CloudPart {
  readonly sms: SmsStandIn;
}

/** Brings End User Messaging (SMS) up: resource providers, the stand-in itself, and its API endpoint. Port: `settings.ports.sms`. */
export async function createSmsPart(cloud: CloudContext): Promise<SmsPart> {
  const sms = new SmsStandIn(cloud);
  const api = new SmsApi(sms.world, new AcceptedLog(join(cloud.stateFolder, 'messages.jsonl')));
  cloud.standIns.register('sms-voice', api);
  const service = smsVoiceService(sms.world);
  const services = new ServicesServer(cloud, [service]);
  const port = cloud.settings.ports['sms'];
  const options = {
    portOption: '--port',
    now: () => cloud.kernel.now(),
    onFailure: (error: unknown) => cloud.report('sms-voice endpoint', error),
    ...(port === undefined ? {} : { port }),
    ...(cloud.network === undefined ? {} : { network: cloud.network }),
  };
  const server = await startServer(options, (request, response) => services.answer(request, response));
  cloud.endpoints.register(service.endpointName, `http://127.0.0.1:${server.port}`);
  return { sms, providers: smsProviders(sms.world), ready: () => api.resume(), stop: () => server.stop() };
}

import type { CloudContext } from '../cloud.ts';
import type { CloudPart } from '../cloud-part.ts';
import { Disturbance } from '../storage/disturbance.ts';
import { startServer } from '../storage/start-server.ts';
import { kmsService } from './kms-service.ts';
import { lambdaService } from './lambda-service.ts';
import { eventsService, queuesService, streamsService } from './messaging-services.ts';
import { secretsService } from './secrets-service.ts';
import { ServicesServer } from './services-server.ts';
import { snsService } from './sns-service.ts';
import { ssmService } from './ssm-service.ts';
import { userPoolService } from './user-pool-service.ts';

/** Serves KMS, SSM, Secrets Manager, SNS, EventBridge, SQS, Kinesis and Lambda to handlers. Port: `settings.ports.services`. */
export async function createServicesPart(cloud: CloudContext): Promise<CloudPart> {
  const own = [kmsService(cloud.seed), ssmService, secretsService];
  for (const { name, operations } of own) {
    cloud.standIns.register(name, {
      mutates: () => false,
      handle: (call) => {
        const perform = operations[call.action]?.perform;
        if (perform === undefined) throw new Error(`${name}: no operation ${call.action}`);
        return perform(call, cloud);
      },
    });
  }
  const services = [...own, snsService, lambdaService, eventsService, queuesService, streamsService, userPoolService];
  const server = new ServicesServer(cloud, services);
  const { ports, endpointDelayMs: maxDelayMs = 0 } = cloud.settings;
  const { services: port } = ports;
  const disturbance = new Disturbance({ seed: `services ${cloud.seed}`, maxDelayMs });
  const options = {
    portOption: '--port',
    now: () => cloud.kernel.now(),
    onFailure: (error: unknown) => cloud.report('services endpoint', error),
    ...(port === undefined ? {} : { port }),
    ...(cloud.network === undefined ? {} : { network: cloud.network }),
  };
  const started = await startServer(options, async (request, response) => {
    await disturbance.delay();
    await server.answer(request, response);
  });
  const url = `http://127.0.0.1:${started.port}`;
  for (const { endpointName } of services) cloud.endpoints.register(endpointName, url);
  cloud.endpoints.registerOthers(url);
  return { providers: {}, stop: () => started.stop() };
}

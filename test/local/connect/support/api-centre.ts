import {
  ConnectClient,
  StartOutboundVoiceContactCommand,
  type StartOutboundVoiceContactCommandInput,
} from '@aws-sdk/client-connect';
import { Centre } from './centre.ts';
import type { FakeCloudOptions } from './fake-cloud.ts';
import { disconnect, flow, say, setQueue, toQueue } from './flows.ts';

export const customer = '+33698765432';
let opened: Centre | undefined;

export async function closeCentre(): Promise<void> {
  await opened?.part.stop?.();
  opened = undefined;
}

/** A centre with one queue, one agent (unless told) and an outbound flow, and the SDK's own client on its endpoint. */
export async function open(options: FakeCloudOptions = {}, agents: readonly string[] = ['lea']) {
  const centre = await Centre.open(options);
  opened = centre;
  const queues = await centre.staff(['aide'], agents);
  const queueArn = queues['aide'] ?? '';
  const flowArn = await centre.flow(
    'sortant',
    flow(say('dit', 'Ici le centre.', 'q'), setQueue('q', queueArn, 't'), toQueue('t', 'x'), disconnect('x')),
  );
  const client = new ConnectClient({
    region: 'eu-central-1',
    endpoint: centre.cloud.endpoints.url('CONNECT'),
    credentials: { accessKeyId: 'FNDISPATCHER', secretAccessKey: 'x' },
    maxAttempts: 1,
  });
  const { id } = centre.part.connect.instance;
  const dial = (input: Partial<StartOutboundVoiceContactCommandInput> = {}) =>
    client.send(
      new StartOutboundVoiceContactCommand({
        InstanceId: id,
        ContactFlowId: flowArn.slice(flowArn.lastIndexOf('/') + 1),
        DestinationPhoneNumber: customer,
        QueueId: queueArn,
        ...input,
      }),
    );
  return { centre, client, dial, queueArn, flowArn, id };
}

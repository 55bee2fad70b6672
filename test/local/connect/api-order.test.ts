import { ConnectClient, GetCurrentMetricDataCommand, StartOutboundVoiceContactCommand } from '@aws-sdk/client-connect';
import { describe, expect, it } from 'vitest';
import { laneRandom } from '../../../local/kernel/random.ts';
import { Centre } from './support/centre.ts';
import { disconnect, flow, setQueue, toQueue } from './support/flows.ts';

/** Three dispatchers tick at the same instants, look at the queue and dial, while callers and agents come and go at those instants too. */
async function play(concurrency: number) {
  const centre = await Centre.open({ concurrency, quotas: { concurrentCalls: 6 } });
  const queues = await centre.staff(['aide'], ['lea', 'max']);
  const queue = queues['aide'] ?? '';
  const entry = await centre.flow('accueil', flow(setQueue('q', queue, 't'), toQueue('t', 'x'), disconnect('x')));
  centre.answerWith(entry);
  const { connect } = centre.part;
  const { kernel } = centre.cloud;
  const said: string[] = [];
  connect.onRingAnyone((ring) => ({ kind: 'answer', afterSeconds: laneRandom('ring', ring.contactId).integer(2, 20) }));
  for (const username of ['lea', 'max']) {
    const { phone } = centre.agent(username);
    kernel.after(0, username, () => phone.setStatus('Available'));
    phone.on((event) => {
      if (event.type === 'offered') kernel.after(1000, username, () => phone.accept());
      if (event.type === 'connected') kernel.after(6000, username, () => phone.hangUp());
      if (event.type === 'after-call-work') kernel.after(2000, username, () => phone.completeAfterCallWork());
    });
  }
  for (let second = 1; second <= 60; second += 1)
    if (second % 4 === 0) kernel.after(second * 1000, `caller/${second}`, () => void centre.call(`caller/${second}`));
  const dispatch = async (name: string, second: number) => {
    const client = new ConnectClient({
      region: 'eu-central-1',
      endpoint: centre.cloud.endpoints.url('CONNECT'),
      credentials: { accessKeyId: `FN${name}`, secretAccessKey: 'x' },
      maxAttempts: 1,
    });
    await new Promise((resolve) => setTimeout(resolve, Math.random() * 4));
    const metrics = await client.send(
      new GetCurrentMetricDataCommand({
        InstanceId: connect.instance.id,
        Filters: { Queues: [queue] },
        CurrentMetrics: [
          { Name: 'AGENTS_AVAILABLE', Unit: 'COUNT' },
          { Name: 'CONTACTS_IN_QUEUE', Unit: 'COUNT' },
        ],
      }),
    );
    const seen = metrics.MetricResults?.[0]?.Collections?.map(({ Value }) => Value).join('/');
    const outcome = await client
      .send(
        new StartOutboundVoiceContactCommand({
          InstanceId: connect.instance.id,
          ContactFlowId: entry,
          DestinationPhoneNumber: `+3361234${String(1000 + second)}`,
          QueueId: queue,
          ClientToken: `${name}-${second}`,
        }),
      )
      .then(
        ({ ContactId }) => ContactId,
        (error: unknown) => (error instanceof Error ? error.name : String(error)),
      );
    said.push(`${second} ${name} ${seen} ${outcome}`);
    client.destroy();
  };
  for (let second = 2; second <= 40; second += 1)
    // Two rounds within the instant, on both sides of the stand-in's own lanes.
    for (const name of ['A', 'B', 'C'])
      kernel.after(second * 1000, `${name === 'B' ? 'zz' : 'aa'}/${name}`, () => dispatch(name, second));
  await centre.play(400);
  await centre.part.stop?.();
  return { said: said.sort(), records: centre.records(), quota: connect.world.activeCalls.most };
}

describe('concurrent callers of the API', () => {
  it('get the same answers at concurrency 1 and 4, though they see each other and the calls in no fixed order', async () => {
    const [one, four] = [await play(1), await play(4)];
    expect(four.said).toEqual(one.said);
    expect(four.records).toEqual(one.records);
    const outcomes = one.said.map((line) => line.split(' ')[3]);
    expect(outcomes).toContain('TooManyRequestsException');
    expect(outcomes).toContain('LimitExceededException');
    expect(one.quota).toBeLessThanOrEqual(6);
    expect(new Set(one.said.map((line) => line.split(' ')[2])).size).toBeGreaterThan(3);
  });
});

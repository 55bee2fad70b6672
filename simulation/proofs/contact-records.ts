import type { LocalCloud } from '../../local/index.ts';
import type { JsonObject } from '../../local/json.ts';
import { deriveUuid } from '../../local/kernel/random.ts';

const second = 1000;

/** A contact record as Connect would write it, of a call that the stand-in never had. `at`: end of the call, epoch milliseconds. */
export function forgedRecord(
  cloud: LocalCloud,
  call: {
    readonly name: string;
    readonly number: string;
    readonly at: number;
    readonly talked?: boolean;
    readonly instanceArn?: string;
    readonly attributes?: Readonly<Record<string, string>>;
  },
): JsonObject {
  const iso = (seconds: number) => new Date(call.at + seconds * second).toISOString();
  const id = deriveUuid('forged record', call.name);
  const queue = { Name: 'samps-bourses', EnqueueTimestamp: iso(-80), DequeueTimestamp: iso(-60), Duration: 20 };
  const agent = {
    Username: 'jeanne.poithily',
    ConnectedToAgentTimestamp: iso(-60),
    AgentInteractionDuration: 60,
    CustomerHoldDuration: 0,
    AfterContactWorkDuration: 10,
  };
  return {
    InstanceARN: call.instanceArn ?? cloud.connect.instance.arn,
    ContactId: id,
    InitialContactId: id,
    Channel: 'VOICE',
    InitiationMethod: 'INBOUND',
    InitiationTimestamp: iso(-90),
    DisconnectTimestamp: iso(0),
    LastUpdateTimestamp: iso(10),
    DisconnectReason: 'CUSTOMER_DISCONNECT',
    CustomerEndpoint: { Address: call.number, Type: 'TELEPHONE_NUMBER' },
    SystemEndpoint: { Address: '+687250000', Type: 'TELEPHONE_NUMBER' },
    Attributes: { programme: 'samps', opening: 'open', scheme: 'BOURSES', ...call.attributes },
    Queue: queue,
    ...(call.talked === true ? { Agent: agent } : {}),
  };
}

let puts = 0;

/** Puts a record straight on the stream that the deployment stores contact records in; a text is put as it is. */
export function putRecord({ context, resources }: LocalCloud, record: JsonObject | string): void {
  const names = resources.filter(({ type }) => type === 'AWS::Kinesis::Stream').map(({ ref }) => ref);
  const name = names.find((candidate) => /contactrecords/i.test(candidate));
  if (name === undefined) throw new Error(`no stream of contact records among ${names.join(', ')}`);
  const data = typeof record === 'string' ? record : JSON.stringify(record);
  puts += 1;
  context.streams.put(`arn:aws:kinesis:${context.region}:${context.account}:stream/${name}`, {
    data,
    partitionKey: `forged ${puts}`,
    lane: `forged/${puts}`,
  });
}

import type { ProvidedResource } from '../../../../local/assembly/resource.ts';
import type { SoftphoneEvent } from '../../../../local/connect/index.ts';
import {
  type ConnectPart,
  createConnectPart,
  type HeardEvent,
  type PhoneCall,
} from '../../../../local/connect/index.ts';
import type { Json, JsonObject } from '../../../../local/json.ts';
import { type FakeCloud, type FakeCloudOptions, type FakeFunction, fakeCloud } from './fake-cloud.ts';
import { disconnect, flow, menu, say, setQueue, toQueue } from './flows.ts';

const ctrStream = 'arn:aws:kinesis:eu-central-1:000000000000:stream/records';
const agentStream = 'arn:aws:kinesis:eu-central-1:000000000000:stream/agents';
export const functionArn = (name: string) => `arn:aws:lambda:eu-central-1:000000000000:function:${name}`;

/** A small contact centre, built through the resource providers as CloudFormation would. */
export class Centre {
  readonly cloud: FakeCloud;
  readonly part: ConnectPart;
  readonly instanceArn: string;
  number = '';

  private constructor(cloud: FakeCloud, part: ConnectPart, instanceArn: string) {
    this.cloud = cloud;
    this.part = part;
    this.instanceArn = instanceArn;
  }

  static async open(
    options: FakeCloudOptions & { readonly functions?: Readonly<Record<string, FakeFunction>> } = {},
  ): Promise<Centre> {
    const cloud = fakeCloud(options);
    for (const [name, run] of Object.entries(options.functions ?? {})) cloud.fakeFunctions.set(functionArn(name), run);
    const part = await createConnectPart(cloud);
    const instance = await part.providers['AWS::Connect::Instance']?.(
      {
        stack: 'test',
        logicalId: 'Instance',
        path: 'test/Instance',
        type: 'AWS::Connect::Instance',
        properties: {
          IdentityManagementType: 'CONNECT_MANAGED',
          InstanceAlias: 'centre-test',
          Attributes: { InboundCalls: true, OutboundCalls: true },
        },
      },
      cloud,
    );
    const centre = new Centre(cloud, part, instance?.ref ?? '');
    await centre.create('InstanceStorageConfig', 'Records', {
      ResourceType: 'CONTACT_TRACE_RECORDS',
      StorageType: 'KINESIS_STREAM',
      KinesisStreamConfig: { StreamArn: ctrStream },
    });
    await centre.create('InstanceStorageConfig', 'AgentEvents', {
      ResourceType: 'AGENT_EVENTS',
      StorageType: 'KINESIS_STREAM',
      KinesisStreamConfig: { StreamArn: agentStream },
    });
    for (const name of Object.keys(options.functions ?? {}))
      await centre.create('IntegrationAssociation', name, {
        InstanceId: centre.instanceArn,
        IntegrationType: 'LAMBDA_FUNCTION',
        IntegrationArn: functionArn(name),
      });
    return centre;
  }

  async create(type: string, logicalId: string, properties: JsonObject): Promise<ProvidedResource> {
    const provide = this.part.providers[`AWS::Connect::${type}`];
    if (provide === undefined) throw new Error(`no provider for ${type}`);
    const all: Record<string, Json> = { InstanceArn: this.instanceArn, ...properties };
    return provide(
      { stack: 'test', logicalId, path: `test/${logicalId}`, type: `AWS::Connect::${type}`, properties: all },
      this.cloud,
    );
  }

  async flow(name: string, content: string, type = 'CONTACT_FLOW'): Promise<string> {
    return (await this.create('ContactFlow', name, { Name: name, Type: type, Content: content })).ref;
  }

  /** Hours, one queue per name (served in that order of priority), one profile, agents, a number. */
  async staff(
    queues: readonly string[],
    agents: readonly string[],
    user: JsonObject = {},
  ): Promise<Record<string, string>> {
    const week = ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY', 'SUNDAY'];
    const hours = await this.create('HoursOfOperation', 'Hours', {
      Name: 'always',
      TimeZone: 'Pacific/Noumea',
      Config: week.map((Day) => ({ Day, StartTime: { Hours: 0, Minutes: 0 }, EndTime: { Hours: 0, Minutes: 0 } })),
    });
    const number = await this.create('PhoneNumber', 'Number', {
      TargetArn: this.instanceArn,
      Type: 'DID',
      CountryCode: 'FR',
      Prefix: '+33162',
    });
    this.number = String(number.attributes['Address']);
    const arns: Record<string, string> = {};
    for (const name of queues)
      arns[name] = (
        await this.create('Queue', name, {
          Name: name,
          HoursOfOperationArn: hours.ref,
          OutboundCallerConfig: { OutboundCallerIdNumberArn: number.ref },
        })
      ).ref;
    const profile = await this.create('RoutingProfile', 'Profile', {
      Name: 'profile',
      Description: 'all queues',
      DefaultOutboundQueueArn: arns[queues[0] ?? ''] ?? '',
      MediaConcurrencies: [{ Channel: 'VOICE', Concurrency: 1 }],
      QueueConfigs: queues.map((name) => ({
        Delay: 0,
        Priority: 1,
        QueueReference: { Channel: 'VOICE', QueueArn: arns[name] ?? '' },
      })),
    });
    const security = await this.create('SecurityProfile', 'Security', { SecurityProfileName: 'agent' });
    await this.create('AgentStatus', 'Pause', { Name: 'Pause', State: 'ENABLED', Type: 'CUSTOM' });
    for (const username of agents)
      await this.create('User', username, {
        Username: username,
        RoutingProfileArn: profile.ref,
        SecurityProfileArns: [security.ref],
        IdentityInfo: { FirstName: 'A', LastName: username },
        ...user,
      });
    return arns;
  }

  /** Sends calls to the centre's number into a flow. */
  answerWith(flowArn: string): void {
    const { instance } = this.part.connect;
    const number = instance.numberByAddress(this.number);
    if (number === undefined) throw new Error('staff() first');
    instance.flowOfNumber.set(number.id, flowArn);
  }

  call(lane: string, from?: string): { readonly call: PhoneCall; readonly heard: HeardEvent[] } {
    const call = this.part.connect.dial({ lane, to: this.number, ...(from === undefined ? {} : { from }) });
    const heard: HeardEvent[] = [];
    call.hear((event) => void heard.push(event));
    return { call, heard };
  }

  agent(username: string) {
    const phone = this.part.connect.agent(username);
    const seen: SoftphoneEvent[] = [];
    phone.on((event) => void seen.push(event));
    return { phone, seen };
  }

  /** Plays `seconds` of virtual time. */
  async play(seconds: number): Promise<void> {
    await this.cloud.kernel.runUntil(this.cloud.kernel.now() + seconds * 1000);
  }

  at(offsetSeconds: number, task: () => void): void {
    this.cloud.kernel.after(offsetSeconds * 1000, 'test', task);
  }

  records(): Record<string, unknown>[] {
    return this.cloud.sentRecords.filter(({ stream }) => stream === ctrStream).map(({ data }) => parse(data));
  }

  agentEvents(): Record<string, unknown>[] {
    return this.cloud.sentRecords.filter(({ stream }) => stream === agentStream).map(({ data }) => parse(data));
  }

  events(contactId: string): string[] {
    return this.cloud.sentEvents
      .filter(({ entry }) => entry.detail['contactId'] === contactId)
      .map(({ entry }) => String(entry.detail['eventType']));
  }

  /** Menu 1 -> first queue, 2 -> second; anything else is cut off. */
  async menuInto(first: string, second = first): Promise<void> {
    this.answerWith(
      await this.flow(
        'accueil',
        flow(
          say('bienvenue', 'Bonjour et bienvenue.', 'menu'),
          menu('menu', 'Tapez 1 ou 2.', { '1': 'un', '2': 'deux' }, 'adieu'),
          setQueue('un', first, 'file'),
          setQueue('deux', second, 'file'),
          toQueue('file', 'adieu'),
          say('adieu', 'Au revoir.', 'fin'),
          disconnect('fin'),
        ),
      ),
    );
  }
}

const parse = (data: string): Record<string, unknown> => JSON.parse(data);

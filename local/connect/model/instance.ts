import { deriveUuid } from '../../kernel/random.ts';
import { type ArnKind, idOf, resourceArn } from './arns.ts';
import { Directory } from './directory.ts';
import type {
  AgentStatusModel,
  FlowModel,
  FlowModuleModel,
  HoursModel,
  PhoneNumberModel,
  PromptModel,
  QueueModel,
  QuickConnectModel,
  RoutingProfileModel,
  SecurityProfileModel,
  StorageConfigModel,
  TestCaseModel,
  UserModel,
} from './models.ts';

/** Everything configured in one Amazon Connect instance: what the templates declare, and what every new instance comes with. */
export class Instance {
  readonly arn: string;
  readonly id: string;
  readonly alias: string;
  readonly account: string;
  readonly region: string;
  readonly inboundCalls: boolean;
  readonly outboundCalls: boolean;
  readonly queues = new Directory<QueueModel>('queue');
  readonly hours = new Directory<HoursModel>('hours of operation');
  readonly flows = new Directory<FlowModel>('contact flow');
  readonly modules = new Directory<FlowModuleModel>('contact flow module');
  readonly routingProfiles = new Directory<RoutingProfileModel>('routing profile');
  readonly securityProfiles = new Directory<SecurityProfileModel>('security profile');
  readonly users = new Directory<UserModel>('user');
  readonly agentStatuses = new Directory<AgentStatusModel>('agent status');
  readonly phoneNumbers = new Directory<PhoneNumberModel>('phone number');
  readonly prompts = new Directory<PromptModel>('prompt');
  readonly testCases = new Directory<TestCaseModel>('test case');
  readonly quickConnects = new Directory<QuickConnectModel>('quick connect');
  /** By resource type: an instance has at most one of each. */
  readonly storage = new Map<string, StorageConfigModel>();
  /** ARNs of Lambda functions the instance may invoke. */
  readonly functions = new Set<string>();
  readonly approvedOrigins = new Set<string>();
  /** Number -> flow, by phone number id: set by AssociatePhoneNumberContactFlow only. */
  readonly flowOfNumber = new Map<string, string>();

  constructor(config: { arn: string; alias: string; inboundCalls?: boolean; outboundCalls?: boolean }) {
    const [, , , region = '', account = ''] = config.arn.split(':');
    this.arn = config.arn;
    this.id = idOf(config.arn);
    this.alias = config.alias;
    this.region = region;
    this.account = account;
    this.inboundCalls = config.inboundCalls ?? true;
    this.outboundCalls = config.outboundCalls ?? true;
    this.addStatus('Available', 'ROUTABLE');
    this.addStatus('Offline', 'OFFLINE');
  }

  /** Id of a resource: derived from the instance, the kind and the name, so every run and every update gives the same. */
  identify(kind: ArnKind, name: string): { readonly id: string; readonly arn: string; readonly name: string } {
    const id = deriveUuid('connect', this.arn, kind, name);
    return { id, arn: resourceArn(this.arn, kind, id), name };
  }

  addStatus(name: string, type: AgentStatusModel['type'], enabled = true): AgentStatusModel {
    return this.agentStatuses.put({ ...this.identify('agentStatus', name), type, enabled });
  }

  numberByAddress(address: string): PhoneNumberModel | undefined {
    return this.phoneNumbers.all().find((number) => number.address === address);
  }

  /** Caller id of calls made for a queue, when it has one. */
  callerIdOf(queue: QueueModel): string | undefined {
    const arn = queue.outboundCallerIdNumberArn;
    return arn === undefined ? undefined : this.phoneNumbers.get(arn).address;
  }
}

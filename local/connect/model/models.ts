import type { Flow, FlowType } from '../../../flow-engine/src/index.ts';

interface Named {
  readonly id: string;
  readonly arn: string;
  readonly name: string;
}

/** A test case kept by the instance; the stand-in does not run it. */
export interface TestCaseModel extends Named {
  readonly status: 'SAVED' | 'PUBLISHED';
  readonly flowArn: string;
  readonly content: string;
}

export interface QueueModel extends Named {
  readonly hoursArn: string;
  /** Contacts that may wait, callbacks included; absent = no limit of its own. */
  readonly maxContacts: number | undefined;
  readonly outboundCallerIdNumberArn: string | undefined;
  readonly outboundFlowArn: string | undefined;
  readonly enabled: boolean;
}

/** Minutes since midnight of the local day, `end` excluded; `end <= start` runs past midnight. */
export interface TimeSlice {
  /** `MONDAY` … `SUNDAY`. */
  readonly day: string;
  readonly start: number;
  readonly end: number;
}

export interface HoursOverride {
  readonly name: string;
  /** Local dates `YYYY-MM-DD`, both included. */
  readonly from: string;
  readonly till: string;
  /** Empty = closed. */
  readonly slices: readonly TimeSlice[];
}

export interface HoursModel extends Named {
  readonly timeZone: string;
  readonly slices: readonly TimeSlice[];
  readonly overrides: readonly HoursOverride[];
}

export interface RoutingProfileModel extends Named {
  /** Whether its agents take voice contacts at all. */
  readonly voice: boolean;
  readonly defaultOutboundQueueArn: string;
  /** Voice queues; lower `priority` is served first, contacts younger than the delay are left to others. */
  readonly queues: readonly { readonly queueArn: string; readonly priority: number; readonly delaySeconds: number }[];
}

export interface UserModel extends Named {
  readonly firstName: string | undefined;
  readonly lastName: string | undefined;
  readonly routingProfileArn: string;
  readonly securityProfileArns: readonly string[];
  readonly autoAccept: boolean;
  /** 0 = after-contact work lasts until the agent ends it. */
  readonly afterContactWorkSeconds: number;
}

export interface AgentStatusModel extends Named {
  readonly type: 'ROUTABLE' | 'CUSTOM' | 'OFFLINE';
  readonly enabled: boolean;
}

export interface FlowModel extends Named {
  readonly type: FlowType;
  readonly flow: Flow;
  readonly content: string;
  readonly description: string;
}

export interface FlowModuleModel extends Named {
  readonly flow: Flow;
  readonly content: string;
}

export interface PhoneNumberModel extends Named {
  /** E.164. */
  readonly address: string;
  readonly countryCode: string;
  readonly numberType: string;
}

export interface QuickConnectModel extends Named {
  readonly kind: 'USER' | 'QUEUE' | 'PHONE_NUMBER' | 'FLOW';
  readonly flowArn: string | undefined;
  readonly queueArn: string | undefined;
  readonly userArn: string | undefined;
  readonly phoneNumber: string | undefined;
}

export interface PromptModel extends Named {
  readonly s3Uri: string | undefined;
}

export interface SecurityProfileModel extends Named {
  readonly permissions: readonly string[];
}

export interface StorageConfigModel {
  readonly associationId: string;
  /** `CONTACT_TRACE_RECORDS`, `AGENT_EVENTS`, `CALL_RECORDINGS`… */
  readonly resourceType: string;
  readonly storageType: string;
  /** Kinesis stream, bucket or Firehose ARN. */
  readonly target: string;
}

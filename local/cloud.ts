import type { MessagePort } from 'node:worker_threads';
import type { Json, JsonObject } from './json.ts';
import type { Kernel } from './kernel/kernel.ts';
import type { AccessDecision, AccessRequest, Principal } from './principal.ts';
import type { PublicAddresses } from './public-addresses.ts';
import type { MemoryNetwork } from './storage/start-server.ts';

/**
 * What all parts of the local cloud share. Every key (`key`, `lane`) given here must derive from inputs, never from the
 * order of arrival: two runs of one seed must give the same keys at any concurrency.
 */
export interface CloudContext {
  readonly kernel: Kernel;
  readonly seed: string;
  /** Folder of everything that survives `kill -9`. */
  readonly stateFolder: string;
  readonly assemblyFolder: string;
  readonly account: string;
  readonly region: string;
  readonly partition: string;
  readonly settings: CloudSettings;
  readonly endpoints: EndpointRegistry;
  /** In place of sockets, in the in-process simulator. */
  readonly network?: MemoryNetwork;
  /** AWS addresses that templates spell out, and where they are served here. */
  readonly addresses: PublicAddresses;
  readonly credentials: CredentialRegistry;
  readonly iam: Iam;
  readonly lambda: LambdaService;
  readonly standIns: StandIns;
  readonly inputs: Inputs;
  readonly events: EventBridge;
  readonly streams: Streams;
  readonly queues: Queues;
  readonly topics: Topics;
  /** SSM parameters by name. */
  readonly parameters: Map<string, StoredParameter>;
  /** Secrets by ARN. */
  readonly secrets: Map<string, StoredSecret>;
  /** KMS keys by ARN. */
  readonly keys: Map<string, StoredKey>;
  /** Records something that AWS would lose in silence (a refused delivery): `<state>/problems.jsonl`, and shown to the operator. */
  report(where: string, problem: unknown): void;
  /** Outputs of all stacks by `stack.name`. */
  readonly outputs: Map<string, Json>;
}

export interface CloudSettings {
  readonly unfriendly: Unfriendly;
  /** Raised quotas by name, e.g. `{ concurrentCalls: 20 }`. */
  readonly quotas: Readonly<Record<string, number>>;
  /** Demo users of the local issuer. */
  readonly users: readonly LocalUser[];
  /** Fixed ports by part (`http`, `storage`…); absent = any free port. */
  readonly ports: Readonly<Record<string, number>>;
  /** Every request to an endpoint waits 0 to this many real milliseconds; absent: none. */
  readonly endpointDelayMs?: number;
}

/** How AWS is not at its best: shares of deliveries, 0 to 1, drawn per delivery from its own lane. */
export interface Unfriendly {
  /** Delivered twice, where AWS is at-least-once. */
  readonly duplicate: number;
  /** Lost, where AWS is best effort (contact events). */
  readonly lose: number;
  /** Delivered late and so out of order, where AWS keeps no order. */
  readonly reorder: number;
  /**
   * Each schedule comes up to this many milliseconds after its times, always by as many: Scheduler promises the minute, not the second (user guide,
   * "Schedule types"). Two schedules of one minute are then never at work in one instant, where the order of their writes would be the machine's.
   */
  readonly scheduleDelayMs: number;
}

export interface LocalUser {
  readonly username: string;
  readonly givenName: string;
  readonly familyName: string;
  readonly email: string;
  readonly groups: readonly string[];
}

export interface EndpointRegistry {
  /** `service` as in `AWS_ENDPOINT_URL_<SERVICE>`: `DYNAMODB`, `S3`, `CONNECT`, `SSM`, `SECRETS_MANAGER`, `KMS`, `SNS`, `EVENTBRIDGE`, `SQS`, `LAMBDA`… */
  register(service: string, url: string, reach?: EndpointLine['reach']): void;
  /** Where calls to any other service go, to be refused aloud: without it an SDK client would try AWS itself. */
  registerOthers(url: string): void;
  /** URL of a service; throws naming those registered. */
  url(service: string): string;
  /** The environment variables functions get. */
  environment(): Readonly<Record<string, string>>;
  /** The ports of all services, by the thread that serves them. */
  lines(): readonly EndpointLine[];
}

export interface EndpointLine {
  readonly ports: readonly number[];
  /** Hands a channel to the thread that serves the ports; absent: the main one. */
  readonly reach?: (channel: MessagePort) => void;
}

/** Whose credentials a request carries, and the invocation its environment is running. */
export interface CredentialHolder {
  readonly principal: Principal;
  /** Key of the invocation in flight in that environment (an environment runs one at a time); absent at cold start. */
  readonly invocationKey: string | undefined;
}

interface CredentialRegistry {
  /** The holder of an access key id (`FN…`); undefined when nobody was given it. */
  holder(accessKeyId: string): CredentialHolder | undefined;
  /** The secret that goes with every access key id handed out here. */
  readonly secretAccessKey: string;
}

/** Made by `local/iam`. Roles and policies come from the templates. */
export interface Iam {
  registerRole(role: { readonly arn: string; readonly name: string; readonly trust: Json }): void;
  /** `origin` names the statement's source for the usage report, e.g. `samps-demo-data/RoleDefaultPolicy1234`. */
  attachPolicy(
    roleArn: string,
    policy: { readonly name: string; readonly document: Json; readonly origin: string },
  ): void;
  /** Attaches a policy that AWS manages, e.g. `arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole`. */
  attachManagedPolicy(roleArn: string, policyArn: string): void;
  /** From now on, those who use `resourceArn` also need this customer key. */
  encryptWith(resourceArn: string, keyArn: string): void;
  /** The customer key that those who use `resourceArn` also need, if any. */
  encryptionOf(resourceArn: string): string | undefined;
  /** Policy of a bucket, queue, topic, key, or the permissions of a function. */
  attachResourcePolicy(resourceArn: string, policy: { readonly document: Json; readonly origin: string }): void;
  authorize(request: AccessRequest): AccessDecision;
}

export interface LambdaInvocation {
  /** Function ARN, with or without qualifier. */
  readonly functionArn: string;
  readonly payload: Json;
  /** Deterministic: the same in every run of the seed, unique per invocation. */
  readonly key: string;
  readonly source: Principal;
  /**
   * A person from outside (a browser): not part of the seeded world. The handler runs for real, is logged with its virtual time,
   * and on replay only its stand-in calls are re-applied, at that time.
   */
  readonly external?: boolean;
}

export type LambdaOutcome =
  | { readonly ok: true; readonly payload: Json }
  | {
      readonly ok: false;
      readonly errorType: string;
      readonly errorMessage: string;
      readonly trace: readonly string[];
      /** `handler`: it threw; `timeout`, `crash`: its environment was ended. */
      readonly cause: 'handler' | 'timeout' | 'crash';
    };

export interface LambdaService {
  /** Request-response. Throws AccessDeniedError when `source` may not invoke, ResourceNotFoundError for an unknown function. */
  invoke(invocation: LambdaInvocation): Promise<LambdaOutcome>;
  /** Event invocation: queued, run in a kernel event, retried twice, then on-failure destination or dead-letter queue. */
  invokeAsync(invocation: LambdaInvocation): void;
  /** ARNs of all functions. */
  functions(): readonly string[];
}

/** A call that a handler made to a service living in this process's memory. */
export interface StandInCall {
  /** As in IAM: `connect`, `sns`, `events`, `sqs`, `kinesis`, `lambda`, `scheduler`, `kms`, `ssm`. */
  readonly service: string;
  /** API name, e.g. `StartOutboundVoiceContact`. */
  readonly action: string;
  readonly input: JsonObject;
  /** Deterministic lane of this call: invocation key, call, hash of its input. */
  readonly lane: string;
  readonly principal: Principal;
  /** A logged call done again after a restart. */
  readonly replayed?: boolean;
}

export interface StandIn {
  /** Whether calls of `action` change the in-memory world: only those are logged and re-applied on replay. */
  mutates(action: string): boolean;
  /** Does the call. Must be a function of the world and of the call alone; derive ids from `call.lane`. */
  handle(call: StandInCall): Json | Promise<Json>;
}

/**
 * Where endpoint servers hand in parsed and authorized requests to services that live in memory. It finds the invocation a
 * request belongs to, gives the call its lane, and logs mutating calls with the invocation so that a restart re-applies them.
 */
export interface StandIns {
  register(service: string, standIn: StandIn): void;
  call(
    holder: CredentialHolder,
    call: { readonly service: string; readonly action: string; readonly input: JsonObject },
  ): Promise<Json>;
}

/**
 * What people do from outside (press a key of the page phone): logged with its virtual time, and done again at that time when
 * the world is replayed after a crash.
 */
export interface Inputs {
  /** `apply` does an input of this kind; `lane` derives from the input's place in the log. */
  register(kind: string, apply: (data: JsonObject, lane: string) => void): void;
  /** Logs the input and applies it in the next millisecond of virtual time. Resolves when applied, rejects with what `apply` threw. */
  submit(kind: string, data: JsonObject): Promise<void>;
}

export interface EventEntry {
  readonly source: string;
  readonly detailType: string;
  readonly detail: JsonObject;
  readonly resources?: readonly string[];
  /** Name or ARN; absent = the default bus. */
  readonly bus?: string;
}

export interface EventBridge {
  /** Puts one event; matching rules' targets run in later kernel events. `bestEffort` events may be lost. Returns the event id. */
  put(entry: EventEntry, options: { readonly lane: string; readonly bestEffort?: boolean }): string;
}

export interface Streams {
  /** Puts one record; it is on its shard in the next round. Returns shard and sequence number. */
  put(
    streamArn: string,
    record: { readonly data: string | Uint8Array; readonly partitionKey: string; readonly lane: string },
  ): { readonly shardId: string; readonly sequenceNumber: string };
}

export interface QueueMessage {
  readonly messageId: string;
  readonly body: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly messageAttributes: JsonObject;
}

export interface Queues {
  /** `lane` gives the message its id. FIFO queues are refused. */
  send(
    queueArn: string,
    message: {
      readonly body: string;
      readonly lane: string;
      readonly delaySeconds?: number;
      readonly messageAttributes?: JsonObject;
    },
  ): { readonly messageId: string };
  /** ARN of the queue at a URL; throws naming the queues there are. */
  arnOf(queueUrl: string): string;
  /** Messages now waiting or in flight, oldest first: for tests and dead-letter reports. */
  messages(queueArn: string): readonly QueueMessage[];
}

export interface Topics {
  /** Publishes; e-mails go to `<state>/outbox.jsonl`, functions and queues get the notification. */
  publish(
    topicArn: string,
    message: {
      readonly message: string;
      readonly lane: string;
      readonly subject?: string;
      readonly messageAttributes?: JsonObject;
    },
  ): { readonly messageId: string };
}

export interface StoredParameter {
  readonly name: string;
  readonly arn: string;
  readonly type: 'String' | 'StringList' | 'SecureString';
  readonly value: string;
  readonly version: number;
}

export interface StoredSecret {
  readonly name: string;
  readonly arn: string;
  readonly secretString: string;
  readonly kmsKeyArn: string | undefined;
}

export interface StoredKey {
  readonly arn: string;
  readonly keyId: string;
  /** `alias/<name>`. */
  readonly aliases: string[];
  readonly enabled: boolean;
}

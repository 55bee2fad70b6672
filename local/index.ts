import type { CloudContext, LambdaOutcome } from './cloud.ts';
import { type CloudCore, startCloudCore } from './cloud-core.ts';
import type { LocalCloudOptions } from './cloud-options.ts';
import { createCloudFrontPart } from './cloudfront/index.ts';
import {
  type ConnectPart,
  type ConnectStandIn,
  createConnectPart,
  DeskPhones,
  deskPhoneSite,
} from './connect/index.ts';
import type { HttpPart } from './http/http-part.ts';
import { createHttpPart } from './http/index.ts';
import type { Json } from './json.ts';
import type { Kernel } from './kernel/kernel.ts';
import type { FunctionDefinition } from './lambda/function-definition.ts';
import { createServicesPart } from './services/index.ts';
import { createSmsPart, inboxSite, type SmsPart, type SmsStandIn } from './sms/index.ts';
import { createStoragePart } from './storage/index.ts';
import type { Storage } from './storage/start-storage.ts';
import type { StoragePart } from './storage/storage-part.ts';

export type { LocalUser } from './cloud.ts';
export { friendly, type LocalCloudOptions } from './cloud-options.ts';
export type { InProcessOptions } from './in-process/in-process.ts';
export type { Mishap, PortCall } from './in-process/port-call.ts';
export { StartRefused } from './start-refused.ts';

/** A running local cloud. */
export interface LocalCloud extends Omit<CloudCore, 'context' | 'lambda'> {
  readonly kernel: Kernel;
  /** What the parts share: endpoints, queues, topics, events, parameters… */
  readonly context: CloudContext;
  /** The telephone world: callers dial, agents answer. */
  readonly connect: ConnectStandIn;
  /** Softphones that people open in a browser, at `/_local/softphone`. */
  readonly deskPhones: DeskPhones;
  /** Text messages: who gets them, and what becomes of them. */
  readonly sms: SmsStandIn;
  /** The public site: HTTP API, sign-in, and what is mounted beside them. */
  readonly http: HttpPart;
  /** Tables and buckets, read past IAM and the meter; and the meter itself. */
  readonly storage: Storage;
  /** Value of a stack output by `stack.name`; throws naming those there are. */
  output(name: string): Json;
  /**
   * Invokes a function by physical name, as an administrator would. `key` must be unique in the world and the same in every run of the
   * seed.
   */
  invoke(functionName: string, event: Json, key: string): Promise<LambdaOutcome>;
  /**
   * Starts an environment of each function ahead of its first invocation, as provisioned concurrency would; resolves once all are loaded. What
   * does not fit is started when it is needed.
   */
  warm(functionNames: readonly string[]): Promise<void>;
  /** All functions, as their templates describe them. */
  functions(): readonly FunctionDefinition[];
}

/** Brings up what the assembly's templates say, on one machine, at virtual `start`. Throws naming what is wrong; nothing is left running. */
export async function startLocalCloud(options: LocalCloudOptions): Promise<LocalCloud> {
  let storagePart: StoragePart | undefined;
  let connectPart: ConnectPart | undefined;
  let smsPart: SmsPart | undefined;
  let httpPart: HttpPart | undefined;
  const core = await startCloudCore(options, [
    async (cloud) => {
      storagePart = await createStoragePart(cloud, { maxDelayMs: options.endpointDelayMs ?? 0 });
      return storagePart;
    },
    createServicesPart,
    async (cloud) => {
      connectPart = await createConnectPart(cloud);
      return connectPart;
    },
    async (cloud) => {
      smsPart = await createSmsPart(cloud);
      return smsPart;
    },
    async (cloud) => {
      httpPart = await createHttpPart(cloud);
      return httpPart;
    },
    (cloud, ground) => {
      if (storagePart === undefined || httpPart === undefined)
        throw new Error('the distribution comes after its origins');
      return createCloudFrontPart(cloud, ground, { http: httpPart, storage: storagePart.storage });
    },
  ]);
  if (storagePart === undefined || connectPart === undefined || smsPart === undefined || httpPart === undefined)
    throw new Error('startLocalCloud: a part was not made');
  if (smsPart.sms.configured) httpPart.mount('/_local/messages', inboxSite(smsPart.sms));
  const { lambda, context, ...shared } = core;
  const deskPhones = new DeskPhones(connectPart.connect, context.inputs);
  const softphones = deskPhoneSite(deskPhones, httpPart.signedIn);
  httpPart.mount('/_local/softphone', softphones.answer);
  const alias = connectPart.connect.instanceOrNone?.alias;
  // Where people use the instance on AWS: its softphone, here.
  if (alias !== undefined) context.addresses.add(`https://${alias}.my.connect.aws`, `${httpPart.url}/_local/softphone`);
  return {
    ...shared,
    async stop() {
      softphones.close();
      await shared.stop();
    },
    context,
    kernel: context.kernel,
    connect: connectPart.connect,
    deskPhones,
    sms: smsPart.sms,
    http: httpPart,
    storage: storagePart.storage,
    output(name) {
      const value = context.outputs.get(name);
      if (value === undefined) {
        throw new Error(`No stack output "${name}"; there are ${[...context.outputs.keys()].join(', ') || 'none'}`);
      }
      return value;
    },
    invoke: (functionName, event, key) =>
      lambda.invoke({ functionArn: functionName, payload: event, key, source: { type: 'administrator' } }),
    functions: () => lambda.functions().map((arn) => lambda.definition(arn)),
    warm: async (functionNames) => {
      await Promise.all(functionNames.map((name) => lambda.warm(name)));
    },
  };
}

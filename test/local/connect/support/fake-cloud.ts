import type {
  CloudContext,
  EventEntry,
  LambdaInvocation,
  LambdaOutcome,
  StandIn,
  Unfriendly,
} from '../../../../local/cloud.ts';
import { friendly } from '../../../../local/cloud-options.ts';
import { canonicalJson, type Json } from '../../../../local/json.ts';
import { Kernel } from '../../../../local/kernel/kernel.ts';
import { derive } from '../../../../local/kernel/random.ts';
import type { AccessRequest } from '../../../../local/principal.ts';
import { PublicAddresses } from '../../../../local/public-addresses.ts';
import { ServiceError } from '../../../../local/service-error.ts';

export type FakeFunction = (payload: Json, key: string) => Json | Promise<Json>;

export interface FakeCloud extends CloudContext {
  readonly fakeFunctions: Map<string, FakeFunction>;
  readonly sentEvents: { readonly at: number; readonly entry: EventEntry; readonly lane: string }[];
  readonly sentRecords: {
    readonly at: number;
    readonly stream: string;
    readonly data: string;
    readonly lane: string;
  }[];
  readonly invocations: string[];
  readonly registeredStandIns: Map<string, StandIn>;
  readonly asked: AccessRequest[];
  readonly problems: string[];
}

export interface FakeCloudOptions {
  readonly start?: string;
  readonly concurrency?: number;
  readonly seed?: string;
  readonly unfriendly?: Partial<Unfriendly>;
  readonly quotas?: Readonly<Record<string, number>>;
  /** Actions refused by IAM. */
  readonly denied?: readonly string[];
}

const unused = (what: string) => () => {
  throw new Error(`the fake cloud has no ${what}`);
};

/** A CloudContext with a real kernel and everything else in lists. */
export function fakeCloud(options: FakeCloudOptions = {}): FakeCloud {
  const kernel = new Kernel({
    start: Date.parse(options.start ?? '2025-07-03T20:30:00Z'),
    concurrency: options.concurrency ?? 1,
  });
  const sentEvents: FakeCloud['sentEvents'] = [];
  const sentRecords: FakeCloud['sentRecords'] = [];
  const invocations: string[] = [];
  const fakeFunctions = new Map<string, FakeFunction>();
  const registeredStandIns = new Map<string, StandIn>();
  const asked: AccessRequest[] = [];
  const problems: string[] = [];
  const endpoints = new Map<string, string>();
  const invoke = async ({ functionArn, payload, key }: LambdaInvocation): Promise<LambdaOutcome> => {
    invocations.push(key);
    if (options.denied?.includes('lambda:InvokeFunction')) {
      const message = `not authorized to perform: lambda:InvokeFunction on resource: ${functionArn}`;
      throw new ServiceError('AccessDeniedException', message, 403);
    }
    const run = fakeFunctions.get(functionArn);
    if (run === undefined)
      throw Object.assign(new Error(`no function ${functionArn}`), { name: 'ResourceNotFoundException' });
    try {
      return { ok: true, payload: await run(payload, key) };
    } catch (error) {
      return { ok: false, errorType: 'Error', errorMessage: String(error), trace: [], cause: 'handler' };
    }
  };
  return {
    kernel,
    seed: options.seed ?? 'seed',
    stateFolder: '/nowhere',
    assemblyFolder: '/nowhere',
    account: '000000000000',
    region: 'eu-central-1',
    partition: 'aws',
    settings: {
      unfriendly: { ...friendly, ...options.unfriendly },
      quotas: options.quotas ?? {},
      users: [],
      ports: {},
    },
    endpoints: {
      register: (service, url) => void endpoints.set(service, url),
      url: (service) => endpoints.get(service) ?? unused(service)(),
      registerOthers: () => undefined,
      environment: () => ({}),
      lines: () => [],
    },
    addresses: new PublicAddresses(),
    credentials: {
      secretAccessKey: 'secret',
      holder: (accessKeyId) =>
        accessKeyId.startsWith('FN')
          ? {
              principal: {
                type: 'function',
                functionName: accessKeyId,
                functionArn: `arn:aws:lambda:eu-central-1:000000000000:function:${accessKeyId}`,
                roleArn: `arn:aws:iam::000000000000:role/${accessKeyId}`,
              },
              invocationKey: `invocation/${accessKeyId}`,
            }
          : undefined,
    },
    iam: {
      registerRole: unused('roles'),
      attachPolicy: unused('policies'),
      attachResourcePolicy: () => undefined,
      attachManagedPolicy: unused('managed policies'),
      encryptWith: unused('encrypted resources'),
      encryptionOf: () => undefined,
      authorize: (request) => {
        asked.push(request);
        return options.denied?.includes(request.action)
          ? { allowed: false, message: `not authorized to perform: ${request.action} on resource: ${request.resource}` }
          : { allowed: true };
      },
    },
    lambda: {
      invoke,
      invokeAsync: (invocation) => void invoke(invocation),
      functions: () => [...fakeFunctions.keys()],
    },
    standIns: {
      register: (service, standIn) => void registeredStandIns.set(service, standIn),
      call: async (holder, call) => {
        const standIn = registeredStandIns.get(call.service);
        if (standIn === undefined) throw new Error(`no stand-in ${call.service}`);
        const lane = `${holder.invocationKey ?? 'outside'}/${call.service}.${call.action}/${derive(canonicalJson(call.input))}`;
        return standIn.handle({ ...call, lane, principal: holder.principal });
      },
    },
    inputs: { register: unused('inputs'), submit: unused('inputs') },
    report: (where, problem) => void problems.push(`${where}: ${String(problem)}`),
    events: {
      put: (entry, { lane }) => {
        sentEvents.push({ at: kernel.now(), entry, lane });
        return lane;
      },
    },
    streams: {
      put: (stream, { data, lane }) => {
        sentRecords.push({
          at: kernel.now(),
          stream,
          data: typeof data === 'string' ? data : Buffer.from(data).toString(),
          lane,
        });
        return { shardId: 'shardId-000000000000', sequenceNumber: lane };
      },
    },
    queues: { send: unused('queues'), arnOf: unused('queues'), messages: unused('queues') },
    topics: { publish: unused('topics') },
    parameters: new Map(),
    secrets: new Map(),
    keys: new Map(),
    outputs: new Map(),
    fakeFunctions,
    sentEvents,
    sentRecords,
    invocations,
    registeredStandIns,
    asked,
    problems,
  };
}

import { type CloudCore, startCloudCore } from '../../../local/cloud-core.ts';
import { friendly, type LocalCloudOptions } from '../../../local/cloud-options.ts';
import { isJsonObject, type Json, type JsonObject } from '../../../local/json.ts';
import { lambdaFunction, role, type SmallStack, stateFolder, writeAssembly } from './small-assembly.ts';

const start = '2025-07-03T20:30:00.000Z';

/** A function that prints each event it gets with the virtual time, then does what `event.then` or the words below say. */
const code = {
  witness: `
    const unpack = (event) => event.Records?.map((r) => r.kinesis ? Buffer.from(r.kinesis.data, 'base64').toString() : r.body ?? r.Sns.Message) ?? [event];
    export async function handler(event, context) {
      const seen = unpack(event);
      console.log(JSON.stringify({ at: new Date().toISOString(), seen, event }));
      const text = JSON.stringify(seen);
      if (text.includes('poison') && !event.Records) throw new Error('poison');
      const bad = (event.Records ?? []).filter((r, i) => String(seen[i]).includes('poison'));
      if (bad.length > 0 && process.env.WHOLE_BATCH) throw new Error('poison in batch');
      return { batchItemFailures: bad.map((r) => ({ itemIdentifier: r.kinesis?.sequenceNumber ?? r.messageId })) };
    }`,
};

export interface Sight {
  readonly at: string;
  readonly seen: readonly Json[];
  readonly event: JsonObject;
}

/** A stack with the function `Witness` (role `Role`, allowed all) and the resources given. */
export function witnessStack(resources: JsonObject, functionProperties: JsonObject = {}): SmallStack {
  return {
    resources: {
      Role: role('lambda.amazonaws.com', '*'),
      Witness: lambdaFunction('witness', functionProperties),
      ...resources,
    },
  };
}

export function startWitness(stack: SmallStack, options: Partial<LocalCloudOptions> = {}): Promise<CloudCore> {
  const assembly = writeAssembly({ witness: stack }, code);
  return startCloudCore({ assembly, state: stateFolder(), seed: 1, start, unfriendly: friendly, ...options }, []);
}

/** What the witness saw, in the order it saw it. */
export function sights(cloud: CloudCore): Sight[] {
  return cloud.logs.lines('witness').flatMap((line) => {
    const value: unknown = JSON.parse(line);
    if (!isJsonObject(value) || typeof value['at'] !== 'string' || !Array.isArray(value['seen'])) return [];
    const event = value['event'];
    return [{ at: value['at'], seen: value['seen'], event: isJsonObject(event) ? event : {} }];
  });
}

/** Virtual seconds from the start at which the witness was called. */
export function seconds(cloud: CloudCore): number[] {
  return sights(cloud).map(({ at }) => Math.round((Date.parse(at) - Date.parse(start)) / 1000));
}

export async function play(cloud: CloudCore, virtualSeconds: number): Promise<void> {
  await cloud.context.kernel.runUntil(Date.parse(start) + virtualSeconds * 1000);
}

export const arn = (service: string, rest: string): string => `arn:aws:${service}:eu-central-1:111122223333:${rest}`;

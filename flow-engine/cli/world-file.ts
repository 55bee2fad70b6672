import { readFileSync } from 'node:fs';
import type { LambdaFailure } from '../src/index.ts';
import { answer, type Doubles, type Flow, type HostCapabilities, type JsonValue, refuse } from '../src/index.ts';
import { isJsonObject, type JsonObject, own, ownArray, ownObject, ownString } from '../src/json/json.ts';
import { isNamedBy } from '../src/model/is-named-by.ts';

/** The world of a run or test, from a file; all of it is optional. */
export interface World {
  readonly host: HostCapabilities;
  readonly doubles: Doubles;
}

/** The help text for `--world`. */
export const worldHelp = `{
  "lambda": { "<end of the ARN>": { …response… } or { "$error": "timeout" | "failed" | "throttled" } },
  "hours":  "open" | "closed" | { "<id, ARN or queue>": "open" | "closed" },
  "queues": "full" | { "<id>": "full" },
  "lex":    { "<what the caller says or keys>": "<intent>" },
  "metrics": { "NumberOfAgentsAvailable": 2 },
  "percent": 42,
  "dialable": ["<start of the numbers that can be called back>"]
}`;

const failures: readonly LambdaFailure[] = ['timeout', 'failed', 'throttled', 'service-error', 'denied', 'not-found'];

/** A setting that is one value for all, or a value per id. */
const settingFor = (setting: JsonValue | undefined, ...ids: (string | undefined)[]): JsonValue | undefined => {
  if (!isJsonObject(setting)) return setting;
  const key = Object.keys(setting).find((name) => ids.some((id) => id === name || id?.endsWith(name)));
  return key === undefined ? undefined : own(setting, key);
};

const readWorld = (path: string | undefined): JsonObject => {
  if (path === undefined) return {};
  const parsed: unknown = JSON.parse(readFileSync(path, 'utf8'));
  if (!isJsonObject(parsed)) throw new Error(`"${path}" must hold an object such as ${worldHelp}`);
  return parsed;
};

export const loadWorld = (path: string | undefined, library: readonly Flow[]): World => {
  const world = readWorld(path);
  const find = (id: string) => {
    const flow = library.find((each) => isNamedBy(each, id));
    return flow === undefined ? refuse(`no flow or module "${id}" among those given`) : answer(flow);
  };
  const host: HostCapabilities = {
    flow: find,
    flowModule: find,
    hoursOfOperation: ({ hoursOfOperationId, queue }) =>
      answer({ open: settingFor(world['hours'], hoursOfOperationId, queue?.arn) !== 'closed' }),
    queue: (id) => answer({ arn: id, name: id.split('/').at(-1) ?? id }),
    agent: (id) => answer({ arn: id, userName: id.split('/').at(-1) ?? id }),
    enqueue: (_contact, target) =>
      answer(
        settingFor(world['queues'], target.kind === 'queue' ? target.queue.arn : '') === 'full'
          ? 'at-capacity'
          : 'queued',
      ),
    createCallback: () => answer(true),
    isDialable: (number) => ownArray(world, 'dialable')?.some((start) => number.startsWith(String(start))) ?? true,
    validatePhone: ({ digits }) =>
      /^\d{6,15}$/.test(digits) ? answer(`+${digits.replace(/^0+/, '')}`) : refuse(`"${digits}" is no phone number`),
    encrypt: (plain) => answer(`encrypted(${plain.length} keys)`),
    queueMetric: (metric) => answer(Number(own(ownObject(world, 'metrics'), metric) ?? 1)),
    metricData: () => answer(ownObject(world, 'metrics') ?? {}),
    randomPercent: () => Number(own(world, 'percent') ?? 50),
    outboundCallStatus: () => answer('CallAnswered'),
  };
  const doubles: Doubles = {
    lambda({ functionArn }) {
      const response = settingFor(world['lambda'], functionArn);
      if (response === undefined) return { error: 'not-found' };
      const error = isJsonObject(response)
        ? failures.find((failure) => failure === ownString(response, '$error'))
        : undefined;
      return error === undefined ? { payload: response } : { error };
    },
    lex: (_call, said) => ({
      kind: 'lex-result',
      intentName: ownString(ownObject(world, 'lex'), said) ?? 'FallbackIntent',
    }),
    view: () => ({ kind: 'timeout' }),
    thirdParty: () => ({ kind: 'third-party-ended', outcome: 'completed' }),
    service: () => ({ kind: 'service-result' }),
  };
  return { host, doubles };
};

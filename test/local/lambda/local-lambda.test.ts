import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { LambdaOutcome } from '../../../local/cloud.ts';
import { type CloudCore, startCloudCore } from '../../../local/cloud-core.ts';
import { friendly } from '../../../local/cloud-options.ts';
import type { Json } from '../../../local/json.ts';
import { lambdaFunction, role, stateFolder, writeAssembly } from '../resources/small-assembly.ts';

const start = '2025-07-03T20:30:00.000Z';

const code = {
  echo: `
    import { randomBytes, randomUUID } from 'node:crypto';
    export async function handler(event, context) {
      console.log(JSON.stringify({ level: 'INFO', id: context.awsRequestId }));
      return {
        event, now: new Date().toISOString(), zone: new Date().getTimezoneOffset(), region: process.env.AWS_REGION,
        key: process.env.AWS_ACCESS_KEY_ID, greeting: process.env.GREETING, name: context.functionName,
        random: [randomUUID(), randomBytes(4).toString('hex'), Math.random(), crypto.randomUUID(), ...crypto.getRandomValues(new Uint8Array(2))],
      };
    }`,
  bad: `
    export async function handler(event) {
      if (event.how === 'throw') throw new TypeError('no such caller');
      if (event.how === 'exit') process.exit(3);
      if (event.how === 'reject') { Promise.reject(new Error('nobody awaits')); await new Promise((r) => setTimeout(r, 50)); }
      if (event.how === 'loop') for (;;);
      return 'survived';
    }`,
  slow: `
    let running = 0; let most = 0;
    export async function handler(event) {
      running += 1; most = Math.max(most, running);
      await new Promise((r) => setTimeout(r, 100));
      running -= 1;
      return { most, key: process.env.AWS_ACCESS_KEY_ID };
    }`,
  absent: `export const other = 1;`,
  tally: `let count = 0; export const handler = async () => ++count;`,
  early: `console.log('loaded'); export const handler = async () => 'answered';`,
};

let cloud: CloudCore;
let state: string;

beforeAll(async () => {
  state = stateFolder();
  const resources = {
    Role: role('lambda.amazonaws.com'),
    Echo: lambdaFunction('echo', { Environment: { Variables: { GREETING: 'bonjour' } } }),
    Bad: lambdaFunction('bad', { Timeout: 1 }),
    Slow: lambdaFunction('slow'),
    Absent: lambdaFunction('absent'),
    Tally: lambdaFunction('tally'),
    Early: lambdaFunction('early'),
  };
  const assembly = writeAssembly({ functions: { resources } }, code);
  cloud = await startCloudCore({ assembly, state, seed: 1, start, unfriendly: friendly, patience: 1 }, []);
});
afterAll(() => cloud.stop());

const invoke = (name: string, payload: Json, key: string): Promise<LambdaOutcome> =>
  cloud.context.lambda.invoke({
    functionArn: `arn:aws:lambda:eu-central-1:111122223333:function:${name}`,
    payload,
    key,
    source: { type: 'administrator' },
  });

describe('Lambda in worker threads', () => {
  it('runs the bundle with the template environment, virtual time and credentials that name the function', async () => {
    const outcome = await invoke('echo', { who: 'Léa' }, 'one');
    expect(outcome).toMatchObject({
      ok: true,
      payload: {
        event: { who: 'Léa' },
        now: start,
        zone: 0,
        region: 'eu-central-1',
        greeting: 'bonjour',
        name: 'echo',
      },
    });
    const key = outcome.ok ? JSON.stringify(outcome.payload).match(/FN[0-9A-F]{16}E\d\d/)?.[0] : undefined;
    expect(cloud.context.credentials.holder(key ?? '')?.principal).toMatchObject({ functionName: 'echo' });
    expect(cloud.context.credentials.holder('AKIAIOSFODNN7EXAMPLE')).toBeUndefined();
  });

  it('draws the same randomness for the same key, in any environment, and another for another', async () => {
    const random = (outcome: LambdaOutcome) =>
      outcome.ok ? JSON.stringify(outcome.payload).match(/"random":.*/)?.[0] : '';
    const first = await Promise.all(['a', 'b', 'c', 'd'].map((key) => invoke('echo', {}, `draw/${key}`)));
    const again = await Promise.all(['d', 'a', 'c', 'b'].map((key) => invoke('echo', {}, `draw/${key}`)));
    expect(new Set(first.map(random)).size).toBe(4);
    expect(again.map(random)).toEqual([first[3], first[0], first[2], first[1]].map((each) => each && random(each)));
  });

  it('answers a thrown error with its type, and goes on with the same environment', async () => {
    expect(await invoke('bad', { how: 'throw' }, 'throw')).toMatchObject({
      ok: false,
      cause: 'handler',
      errorType: 'TypeError',
      errorMessage: 'no such caller',
    });
    expect(await invoke('bad', {}, 'after throw')).toMatchObject({ ok: true, payload: 'survived' });
  });

  it.each([
    ['exit', 'crash', /exited with code 3/],
    ['reject', 'crash', /nobody awaits/],
    ['loop', 'timeout', /timed out \(1 s in the template/],
  ])('ends the environment on %s, and starts another', async (how, cause, message) => {
    const outcome = await invoke('bad', { how }, how);
    expect(outcome).toMatchObject({ ok: false, cause });
    expect(outcome.ok ? '' : outcome.errorMessage).toMatch(message);
    expect(await invoke('bad', {}, `after ${how}`)).toMatchObject({ ok: true, payload: 'survived' });
  });

  it('runs one invocation at a time per environment, four environments at a time', async () => {
    const outcomes = await Promise.all(Array.from({ length: 12 }, (_, index) => invoke('slow', {}, `slow/${index}`)));
    const answers = outcomes.map((each) => (each.ok ? each.payload : null));
    expect(answers).toHaveLength(12);
    for (const answer of answers) expect(answer).toMatchObject({ most: 1 });
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(4);
  });

  it('names a handler that the bundle does not export, and a function that does not exist', async () => {
    expect(await invoke('absent', {}, 'absent')).toMatchObject({
      ok: false,
      errorMessage: expect.stringMatching(/exports no function "handler"/),
    });
    await expect(invoke('nobody', {}, 'nobody')).rejects.toThrow('Function not found');
  });

  it('keeps what functions print', async () => {
    await invoke('echo', {}, 'logged');
    expect(cloud.logs.lines('echo').at(-1)).toMatch(/"level":"INFO"/);
    expect(readFileSync(join(state, 'logs', 'echo.log'), 'utf8')).toContain('"level":"INFO"');
    expect(cloud.logs.lines('bad').join('\n')).toContain('no such caller');
    expect(cloud.failures()).toContainEqual(expect.objectContaining({ functionName: 'bad', key: 'throw', at: start }));
  });

  it('uses the warm environment again: of one after the other, none starts another', async () => {
    const before = cloud.lambda.environmentsStarted('tally');
    for (let n = 1; n <= 200; n += 1) {
      expect(await invoke('tally', {}, `tally/${n}`)).toMatchObject({ ok: true, payload: n });
    }
    expect(cloud.lambda.environmentsStarted('tally') - before).toBe(1);
  });

  it('loads the code ahead of the first invocation when asked to', async () => {
    await cloud.lambda.warm('early');
    expect(cloud.lambda.environmentsStarted('early')).toBe(1);
    expect(cloud.logs.lines('early')).toEqual(['loaded']);
    await invoke('early', {}, 'early/1');
    expect(cloud.lambda.environmentsStarted('early')).toBe(1);
  });
});

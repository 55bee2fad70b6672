import { appendFileSync, copyFileSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { type CloudCore, startCloudCore } from '../../../local/cloud-core.ts';
import { friendly, type LocalCloudOptions } from '../../../local/cloud-options.ts';
import type { CreateCloudPart } from '../../../local/cloud-part.ts';
import { isJsonObject } from '../../../local/json.ts';
import { lambdaFunction, permission, role, stateFolder, writeAssembly } from '../resources/small-assembly.ts';

const start = '2025-07-03T20:30:00.000Z';
const startMs = Date.parse(start);
const clouds: CloudCore[] = [];
afterEach(async () => {
  for (const cloud of clouds.splice(0)) await cloud.stop();
});

/** Tells a ledger that lives in memory that it ran, with a random token; one of them is refused. */
const tick = `
  import { randomUUID } from 'node:crypto';
  export async function handler(event) {
    console.log('ran ' + event.due);
    const answer = await fetch(process.env.AWS_ENDPOINT_URL_LEDGER, {
      method: 'POST', headers: { 'x-key': process.env.AWS_ACCESS_KEY_ID }, body: JSON.stringify({ due: event.due, token: randomUUID() }),
    });
    return { status: answer.status, text: await answer.text() };
  }`;

const resources = {
  Role: role('lambda.amazonaws.com'),
  Tick: lambdaFunction('tick'),
  Clock: role('scheduler.amazonaws.com', 'lambda:InvokeFunction'),
  P: permission('Tick', 'events.amazonaws.com'),
  Schedule: {
    Type: 'AWS::Scheduler::Schedule',
    Properties: {
      FlexibleTimeWindow: { Mode: 'OFF' },
      ScheduleExpression: 'rate(1 minute)',
      Target: {
        Arn: { 'Fn::GetAtt': ['Tick', 'Arn'] },
        RoleArn: { 'Fn::GetAtt': ['Clock', 'Arn'] },
        Input: '{"due":"<aws.scheduler.scheduled-time>"}',
      },
    },
  },
};
const assembly = writeAssembly({ world: { resources } }, { tick });

/** A service in memory with an endpoint: every entry makes an event of its own half a minute later. */
function ledgerPart(entries: string[]): CreateCloudPart {
  return async (cloud) => {
    cloud.standIns.register('ledger', {
      mutates: () => true,
      handle({ input, lane }) {
        if (String(input['due']).includes('20:39')) throw new Error('the ledger is closed now');
        const id = `${entries.length}/${String(input['token'])}`;
        cloud.kernel.after(30_000, `ledger/${lane}`, () => void entries.push(`${cloud.kernel.iso()} ${id} ${lane}`));
        return { id };
      },
    });
    cloud.inputs.register(
      'remark',
      (data) => void entries.push(`${cloud.kernel.iso()} remark ${String(data['text'])}`),
    );
    const server = createServer((request, response) => {
      let body = '';
      request.on('data', (chunk) => {
        body += String(chunk);
      });
      request.on('end', () => {
        const holder = cloud.credentials.holder(String(request.headers['x-key']));
        const input: unknown = JSON.parse(body);
        if (holder === undefined || !isJsonObject(input)) return void response.writeHead(403).end();
        cloud.standIns.call(holder, { service: 'ledger', action: 'Add', input }).then(
          (answer) => response.end(JSON.stringify(answer)),
          (error: Error) => response.writeHead(409).end(error.message),
        );
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    cloud.endpoints.register('LEDGER', `http://127.0.0.1:${port}`);
    return { providers: {}, stop: () => void server.close() };
  };
}

async function world(state: string, entries: string[], options: Partial<LocalCloudOptions> = {}): Promise<CloudCore> {
  const all = { assembly, state, seed: 1, start, unfriendly: friendly, ...options };
  const cloud = await startCloudCore(all, [ledgerPart(entries)]);
  clouds.push(cloud);
  return cloud;
}
/** The state that kill -9 would leave now. */
function stateAtKill(state: string): string {
  const copy = stateFolder();
  copyFileSync(join(state, 'invocations.log'), join(copy, 'invocations.log'));
  return copy;
}
const until = (cloud: CloudCore, minutes: number) => cloud.context.kernel.runUntil(startMs + minutes * 60_000 + 1);
const ran = (cloud: CloudCore) => cloud.logs.lines('tick').filter((line) => line.startsWith('ran')).length;

async function uninterrupted(options: Partial<LocalCloudOptions> = {}): Promise<string[]> {
  const entries: string[] = [];
  const cloud = await world(stateFolder(), entries, options);
  await until(cloud, 20);
  return entries;
}

describe('the world after kill -9', () => {
  it('is the same as if it had not been killed, and what had run does not run again', async () => {
    const expected = await uninterrupted();
    const state = stateFolder();
    const before: string[] = [];
    const killed = await world(state, before);
    await until(killed, 11);
    expect(ran(killed)).toBe(12);
    const left = stateAtKill(state);
    const log = join(left, 'invocations.log');
    // The last line is torn.
    truncateSync(log, readFileSync(log).length - 20);

    const after: string[] = [];
    const restarted = await world(left, after);
    expect(restarted.replaying()).toBe(11);
    await until(restarted, 20);
    expect(after).toEqual(expected);
    expect(after.length).toBeGreaterThan(10);
    expect(ran(restarted)).toBe(21 - 11);
    expect(restarted.replaying()).toBe(0);
  });

  it('is the same whatever the concurrency', async () => {
    expect(await uninterrupted({ concurrency: 4 })).toEqual(await uninterrupted());
  });

  it('does again what people did, at its time', async () => {
    const state = stateFolder();
    const before: string[] = [];
    const killed = await world(state, before);
    await until(killed, 2);
    const said = killed.context.inputs.submit('remark', { text: 'allô' });
    await until(killed, 3);
    await said;
    const after: string[] = [];
    await until(await world(stateAtKill(state), after), 3);
    expect(after).toEqual(before);
    expect(after.join()).toContain('remark allô');
  });

  it('re-applies what an invocation caused from outside did to memory, without running it', async () => {
    const state = stateFolder();
    const before: string[] = [];
    const killed = await world(state, before);
    await until(killed, 2);
    const functionArn = killed.context.lambda.functions()[0] ?? '';
    await killed.context.lambda.invoke({
      functionArn,
      payload: { due: 'by hand' },
      key: 'browser/1',
      source: { type: 'administrator' },
      external: true,
    });
    await until(killed, 4);
    const after: string[] = [];
    const restarted = await world(stateAtKill(state), after);
    await until(restarted, 4);
    expect(after).toEqual(before);
    expect(after.join()).toContain('browser/1');
    expect(restarted.logs.lines('tick').join()).not.toContain('by hand');
  });

  it('runs again what a stop cut short', async () => {
    const expected = await uninterrupted();
    const state = stateFolder();
    const stopped = await world(state, []);
    stopped.context.kernel.at(startMs + 5 * 60_000, 'a stop', () => void stopped.stop());
    await until(stopped, 5).catch(() => undefined);
    const after: string[] = [];
    const restarted = await world(state, after);
    await until(restarted, 20);
    expect(after).toEqual(expected);
  });

  it('refuses to go on from the log of another world', async () => {
    const state = stateFolder();
    await until(await world(state, []), 3);
    const left = stateAtKill(state);
    await expect(world(left, [], { seed: 2 })).rejects.toThrow(/its seed is 1, this one's is 2; start with --fresh/);
    await expect(world(left, [], { start: '2025-07-04T00:00:00Z' })).rejects.toThrow(/its start is .*--fresh/);
    const edited = writeAssembly(
      { world: { resources: { ...resources, More: { Type: 'AWS::SQS::Queue' } } } },
      { tick },
    );
    await expect(world(left, [], { assembly: edited })).rejects.toThrow(
      /invocations\.log was written by another assembly: since then changed world; start with --fresh to forget it, or/,
    );
    const fresh = await world(left, [], { seed: 2, fresh: true });
    expect(fresh.replaying()).toBe(0);
  });

  it('refuses a state folder in use, and takes over that of a process that is gone', async () => {
    const state = stateFolder();
    await world(state, []);
    await expect(world(state, [])).rejects.toThrow(/state folder .* is in use by process \d+; stop it/);
    const other = stateFolder();
    writeFileSync(join(other, 'process'), '1');
    await expect(world(other, [])).rejects.toThrow(/in use by process 1;/);
    writeFileSync(join(other, 'process'), '99999999');
    await expect(world(other, [])).resolves.toBeDefined();
  });

  it.each<[string, (line: string) => string | undefined]>([
    ['another payload', (line) => line.replace(/"payload":"[^"]{32}"/, '"payload":"00000000000000000000000000000000"')],
    ['a missing invocation', () => undefined],
    ['an invocation too many', (line) => `${line}\n${line.replace(/"key":"[^"]*"/, '"key":"nobody asks"')}`],
  ])('tells that the world diverged: %s', async (_what, change) => {
    const state = stateFolder();
    await until(await world(state, []), 3);
    const left = stateAtKill(state);
    const log = join(left, 'invocations.log');
    const lines = readFileSync(log, 'utf8').trimEnd().split('\n');
    const changed = lines
      .map((line, index) => (index === 2 ? change(line) : line))
      .filter((line) => line !== undefined);
    writeFileSync(log, `${changed.join('\n')}\n`);
    const restarted = await world(left, []);
    await expect(until(restarted, 6)).rejects.toThrow(/invocations\.log holds cannot be played again, .*--fresh/);
  });

  it('tells that a line in the middle is damaged', async () => {
    const state = stateFolder();
    await until(await world(state, []), 3);
    const left = stateAtKill(state);
    const log = join(left, 'invocations.log');
    appendFileSync(log, 'not json\n{"t":"input","kind":"remark","data":{},"at":1}\n');
    await expect(world(left, [])).rejects.toThrow(/line 6 is damaged; start with --fresh/);
  });
});

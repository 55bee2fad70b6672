import { mkdir } from 'node:fs/promises';
import { AccessJudge } from '../iam/access-judge.ts';
import { applyChange } from '../iam/policy-book.ts';
import { serveChannel } from '../lambda/serve-channel.ts';
import type { Principal } from '../principal.ts';
import { BucketEdge } from './bucket-edge.ts';
import { BucketEngine } from './bucket-engine.ts';
import { Disturbance } from './disturbance.ts';
import { Gate } from './gate.ts';
import { RequestMeter } from './request-meter.ts';
import { type StartedServer, startServer } from './start-server.ts';
import { StorageCalls } from './storage-calls.ts';
import { TableEdge } from './table-edge.ts';
import { TableEngine } from './table-engine.ts';
import { TableRequests } from './table-requests.ts';
import type { FromThread, ThreadOptions, ToThread } from './thread-calls.ts';

/** The two endpoints of the storage thread, and the calls of the main thread. */
export class StorageServer {
  readonly dynamodbPort: number;
  readonly s3Port: number;
  readonly #judge: AccessJudge;
  readonly #calls: StorageCalls;
  readonly #send: (message: FromThread) => void;
  readonly #askedPrincipals: Map<string, ((principal: Principal | undefined) => void)[]>;
  readonly #servers: readonly StartedServer[];

  private constructor(parts: {
    readonly judge: AccessJudge;
    readonly calls: StorageCalls;
    readonly send: (message: FromThread) => void;
    readonly asked: Map<string, ((principal: Principal | undefined) => void)[]>;
    readonly dynamodb: StartedServer;
    readonly s3: StartedServer;
  }) {
    this.#judge = parts.judge;
    this.#calls = parts.calls;
    this.#send = parts.send;
    this.#askedPrincipals = parts.asked;
    this.#servers = [parts.dynamodb, parts.s3];
    this.dynamodbPort = parts.dynamodb.port;
    this.s3Port = parts.s3.port;
  }

  static async start(options: ThreadOptions, send: (message: FromThread) => void): Promise<StorageServer> {
    for (const folder of [options.objectFolder, options.tableFolder]) {
      if (folder !== undefined) await mkdir(folder, { recursive: true });
    }
    const tables = new TableEngine(options.tableFolder);
    await tables.open();
    const buckets = new BucketEngine(options.objectFolder);
    const meter = new RequestMeter();
    const requests = new TableRequests(tables, meter);
    const judge = new AccessJudge(options.book);
    const asked = new Map<string, ((principal: Principal | undefined) => void)[]>();
    const gate = new Gate(judge, (accessKeyId) => {
      const { promise, resolve } = Promise.withResolvers<Principal | undefined>();
      asked.set(accessKeyId, [...(asked.get(accessKeyId) ?? []), resolve]);
      send({ type: 'whose', accessKeyId });
      return promise;
    });
    const disturbance = new Disturbance(options.disturbance);
    const { account, region } = options.book;
    const tableArns = `arn:${options.partition}:dynamodb:${region}:${account}`;
    const report = (where: string) => (problem: unknown) => {
      const text = problem instanceof Error ? (problem.stack ?? problem.message) : String(problem);
      send({ type: 'problem', where, problem: text });
    };
    const tableEdge = new TableEdge(requests, gate, disturbance, tableArns, report('dynamodb endpoint'));
    const bucketEdge = new BucketEdge(buckets, gate, disturbance, options.secretAccessKey, report('s3 endpoint'));
    const port = (name: string, n: number | undefined) => ({
      portOption: '--port',
      now: Date.now,
      onFailure: report(`${name} endpoint`),
      ...(n === undefined ? {} : { port: n }),
      ...(options.network === undefined ? {} : { network: options.network }),
    });
    const dynamodb = await startServer(port('dynamodb', options.dynamodbPort), (i, o) => tableEdge.answer(i, o));
    const s3 = await startServer(port('s3', options.s3Port), (i, o) => bucketEdge.answer(i, o));
    const calls = new StorageCalls(tables, requests, buckets, meter, judge);
    return new StorageServer({ judge, calls, send, asked, dynamodb, s3 });
  }

  /** Handles one message; true when it was the last. */
  async receive(message: ToThread): Promise<boolean> {
    switch (message.type) {
      case 'channel':
        serveChannel(message.channel);
        return false;
      case 'policy':
        applyChange(this.#judge.book, message.change);
        return false;
      case 'principal': {
        const waiting = this.#askedPrincipals.get(message.accessKeyId) ?? [];
        this.#askedPrincipals.delete(message.accessKeyId);
        for (const resolve of waiting) resolve(message.principal);
        return false;
      }
      case 'call': {
        try {
          if (message.name === 'stop') await Promise.all(this.#servers.map((server) => server.stop()));
          const value = await this.#calls.perform(message);
          this.#send({ type: 'answer', id: message.id, value });
        } catch (error) {
          this.#send({
            type: 'refusal',
            id: message.id,
            message: error instanceof Error ? error.message : String(error),
          });
        }
        return message.name === 'stop';
      }
    }
  }
}

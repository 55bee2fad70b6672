import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { metrics } from '../../../contracts/metrics.ts';
import type { KeptBoard } from '../../../domain/presence/presence.ts';
import { agentEventsHandler } from '../../../lambdas/agent-events/handler.ts';
import { programmesByQueue } from '../../../lambdas/agent-events/programmes-by-queue.ts';
import { contactRecordsHandler } from '../../../lambdas/contact-records/handler.ts';
import { programmes } from '../../../programmes/index.ts';
import { context, kinesisEvent } from '../../support/calls/events.ts';
import {
  MemoryContacts,
  MemoryContent,
  MemoryJournal,
  MemoryRegister,
  memoryPeople,
} from '../../support/calls/memory-ports.ts';
import { at, instanceArn } from '../../support/calls/records.ts';

const written: string[] = [];
beforeEach(() => {
  written.length = 0;
  vi.spyOn(process.stdout, 'write').mockImplementation((line) => written.push(String(line)) > 0);
});
afterEach(() => vi.restoreAllMocks());

const raw = (changes: Record<string, unknown> = {}) => ({
  InstanceARN: instanceArn,
  ContactId: 'c1',
  InitialContactId: null,
  Channel: 'VOICE',
  InitiationMethod: 'INBOUND',
  InitiationTimestamp: '2025-07-04T00:00:00Z',
  DisconnectTimestamp: '2025-07-04T00:02:00Z',
  LastUpdateTimestamp: '2025-07-04T00:02:10Z',
  CustomerEndpoint: { Address: '+687251234', Type: 'TELEPHONE_NUMBER' },
  SystemEndpoint: { Address: '+687250000', Type: 'TELEPHONE_NUMBER' },
  Queue: { Name: 'samps-bourses', EnqueueTimestamp: '2025-07-04T00:00:20Z', Duration: 100 },
  Agent: null,
  Attributes: { programme: 'samps', opening: 'open', scheme: 'BOURSES', numberKey: 'K', personId: 'p' },
  ...changes,
});

function records() {
  const journal = new MemoryJournal();
  const register = new MemoryRegister();
  const counted: string[] = [];
  const ports = {
    ...memoryPeople(),
    journal,
    register,
    lock: register,
    contacts: new MemoryContacts(),
    content: new MemoryContent(),
  };
  const registry = { instanceId: 'i', instanceArn, queues: {}, flows: {}, numbers: { '+687250000': 'samps' } };
  const handler = contactRecordsHandler(async () => ({
    ports,
    registry,
    programmes,
    instanceArn,
    count: (name) => counted.push(name),
  }));
  return { journal, register, counted, run: (...texts: string[]) => handler(kinesisEvent(...texts), context) };
}

describe('contact-records', () => {
  it('files a record and its callback', async () => {
    const { run, journal } = records();
    expect(await run(JSON.stringify(raw()))).toEqual({ batchItemFailures: [] });
    expect(journal.all().map(({ id }) => id)).toEqual(['contact#c1#2025-07-04T00:02:10.000Z', 'cb-c1#requested']);
    expect(journal.all()[0]).toMatchObject({
      numberKey: 'K',
      scheme: 'BOURSES',
      queue: { name: 'samps-bourses', seconds: 100 },
    });
  });

  it('a truncated record, one without ids and one of no programme fail alone, by sequence number, and are counted', async () => {
    const { run, journal, counted } = records();
    const truncated = JSON.stringify(raw()).slice(0, 200);
    const lost = JSON.stringify(raw({ Attributes: {}, SystemEndpoint: null }));
    const answer = await run(truncated, JSON.stringify(raw({ ContactId: null })), JSON.stringify(raw()), lost);
    expect(answer.batchItemFailures.map(({ itemIdentifier }) => itemIdentifier)).toEqual(['1', '2', '4']);
    expect(journal.all()).toHaveLength(2);
    expect(counted).toEqual([metrics.rejectedRecords, metrics.rejectedRecords]);
    expect(written.map((line) => JSON.parse(line))).toMatchObject([
      {
        level: 'error',
        sequenceNumber: '1',
        reason: 'The record is not JSON (200 characters); accepted: one whole JSON object',
      },
      { level: 'error', sequenceNumber: '2', reason: '"ContactId" is absent or empty; accepted: a text' },
      {
        level: 'error',
        sequenceNumber: '4',
        reason: `Contact c1: programme ""; accepted: ${Object.keys(programmes).join(', ')}`,
      },
    ]);
  });

  it('a record of another instance is refused and counted, not retried', async () => {
    const { run, journal, counted } = records();
    const foreign = JSON.stringify(raw({ InstanceARN: 'arn:aws:connect:eu-central-1:111111111111:instance/other' }));
    expect(await run(foreign)).toEqual({ batchItemFailures: [] });
    expect(counted).toEqual([metrics.foreignRecords]);
    expect(journal.all()).toEqual([]);
  });

  it('COMMON-54: a call that Connect made for a test case is filed nowhere and owes nobody a callback', async () => {
    const { run, journal, counted } = records();
    const segment = { 'connect:ValidationTestType': { ValueString: 'EXPERIENCE_VALIDATION' } };
    expect(await run(JSON.stringify(raw({ SegmentAttributes: segment })))).toEqual({ batchItemFailures: [] });
    expect(journal.all()).toEqual([]);
    expect(counted).toEqual([]);
    const usual = { 'connect:Subtype': { ValueString: 'connect:Telephony' } };
    await run(JSON.stringify(raw({ SegmentAttributes: usual })));
    expect(journal.all()).not.toEqual([]);
  });

  it('COMMON-51: logs no phone number, whatever the record holds', async () => {
    const { run } = records();
    await run(
      JSON.stringify(raw({ InitiationTimestamp: 'hier' })),
      JSON.stringify(raw({ Queue: '+687251234' })),
      '{"a":"+687251234"',
    );
    expect(written).toHaveLength(3);
    expect(written.join()).not.toContain('251234');
  });
});

const agentEvent = (second: number, status: string, previous: string | null, changes: Record<string, unknown> = {}) => {
  const at = new Date(Date.UTC(2025, 6, 4) + second * 1000).toISOString();
  const snapshot = (name: string) => ({
    AgentStatus: { ARN: 'a', Name: name, StartTimestamp: at, Type: name === 'Available' ? 'ROUTABLE' : 'CUSTOM' },
    Configuration: {
      Username: 'malia.taofifenua',
      FirstName: 'Malia',
      RoutingProfile: { Name: 'samps-conseiller', InboundQueues: [{ Name: 'samps-bourses' }, { Name: null }] },
    },
    Contacts: [],
  });
  return JSON.stringify({
    EventId: `e${second}`,
    EventTimestamp: at,
    EventType: 'STATE_CHANGE',
    InstanceARN: instanceArn,
    CurrentAgentSnapshot: snapshot(status),
    PreviousAgentSnapshot: previous === null ? null : snapshot(previous),
    ...changes,
  });
};

function agents() {
  const journal = new MemoryJournal();
  let board: KeptBoard = { agents: [], version: 0 };
  let reads = 0;
  let writes = 0;
  const environment = (kept = new Map<string, KeptBoard>()) =>
    agentEventsHandler(async () => ({
      ports: {
        journal,
        content: new MemoryContent(),
        kept,
        programmesOf: programmesByQueue(programmes),
        board: {
          read: async () => {
            reads += 1;
            return board;
          },
          write: async (_programme, next) => {
            writes += 1;
            const first = next.version === board.version + 1;
            board = first ? next : board;
            return first;
          },
        },
      },
      instanceArn,
      count: () => undefined,
    }));
  const handler = environment();
  const runIn =
    (one: typeof handler) =>
    (...texts: string[]) =>
      one(kinesisEvent(...texts), context);
  return {
    journal,
    agent: (name: string) => board.agents.find(({ agent }) => agent === name),
    reads: () => reads,
    writes: () => writes,
    run: runIn(handler),
    /** The same function in another execution environment. */
    elsewhere: runIn(environment()),
  };
}

describe('agent-events', () => {
  it('files changes of status only, and writes the latest of a batch once', async () => {
    const { run, journal, agent, reads, writes } = agents();
    await run(
      agentEvent(0, 'Available', null, { EventType: 'LOGIN' }),
      agentEvent(10, 'Available', 'Available'),
      agentEvent(20, 'Pause', 'Available'),
      agentEvent(30, 'Pause', 'Pause', { EventType: 'HEART_BEAT' }),
    );
    expect(journal.all().map((entry) => entry.kind === 'agent-status' && entry.statusName)).toEqual([
      'Available',
      'Pause',
    ]);
    expect(agent('malia.taofifenua')).toMatchObject({
      status: { name: 'Pause' },
      eventAt: '2025-07-04T00:00:30.000Z',
    });
    expect(writes()).toBe(1);
    await run(agentEvent(40, 'Available', 'Pause'));
    expect([reads(), writes()]).toEqual([1, 2]);
  });

  it('two environments in turn lose nothing of one another', async () => {
    const { run, elsewhere, agent, reads } = agents();
    const other = (text: string) => text.replaceAll('malia.taofifenua', 'ateliana');
    await run(agentEvent(0, 'Available', null));
    await elsewhere(agentEvent(10, 'Pause', 'Available'), other(agentEvent(10, 'Available', null)));
    await run(agentEvent(20, 'Available', 'Pause'));
    expect(agent('malia.taofifenua')).toMatchObject({ status: { name: 'Available' }, eventAt: at(20) });
    expect(agent('ateliana')).toMatchObject({ status: { name: 'Available' } });
    expect(reads()).toBe(3);
  });

  it('COMMON-37: an older event that comes later, or again, changes nothing', async () => {
    const { run, journal, agent } = agents();
    await run(agentEvent(20, 'Pause', 'Available'));
    await run(agentEvent(0, 'Available', null), agentEvent(20, 'Pause', 'Available'));
    expect(agent('malia.taofifenua')?.status.name).toBe('Pause');
    expect(journal.all()).toHaveLength(2);
  });

  it('one heartbeat of two is written, a change at once', async () => {
    const { run, writes } = agents();
    const beat = { EventType: 'HEART_BEAT' };
    await run(agentEvent(0, 'Available', null, { EventType: 'LOGIN' }));
    await run(agentEvent(120, 'Available', 'Available', beat));
    expect(writes()).toBe(1);
    await run(agentEvent(240, 'Available', 'Available', beat));
    await run(agentEvent(245, 'Pause', 'Available'));
    expect(writes()).toBe(3);
  });

  it('the heartbeats of an agent who is offline cost nothing', async () => {
    const { run, writes, agent } = agents();
    const offline = agentEvent(0, 'Pause', 'Available').replaceAll('CUSTOM', 'OFFLINE');
    await run(offline, offline.replaceAll('STATE_CHANGE', 'HEART_BEAT').replaceAll('00:00:00.000Z', '00:30:00.000Z'));
    expect(writes()).toBe(1);
    expect(agent('malia.taofifenua')?.eventAt).toBe('2025-07-04T00:00:00.000Z');
  });

  it('a logout without a snapshot leaves the agent offline', async () => {
    const { run, journal } = agents();
    await run(agentEvent(60, 'Pause', 'Pause', { EventType: 'LOGOUT', CurrentAgentSnapshot: null }));
    expect(journal.all()).toMatchObject([{ kind: 'agent-status', agent: 'malia.taofifenua', statusType: 'OFFLINE' }]);
  });

  it('an event that cannot be read fails alone', async () => {
    const { run, journal } = agents();
    const answer = await run(
      '{',
      agentEvent(0, 'Available', null),
      agentEvent(5, 'Available', null, { EventType: 'WAVE' }),
    );
    expect(answer.batchItemFailures.map(({ itemIdentifier }) => itemIdentifier)).toEqual(['1', '3']);
    expect(journal.all()).toHaveLength(1);
  });
});

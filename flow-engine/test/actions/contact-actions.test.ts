import { describe, expect, it } from 'vitest';
import { answer, type CallbackRequest, type JsonObject, refuse } from '../../src/index.ts';
import { around, branchTaken, drive, queueInfo, willingHost } from '../harness.ts';

const errors = [
  'NoMatchingError',
  'QueueAtCapacity',
  'InvalidCallbackNumber',
  'CallbackNumberNotDialable',
  'ChannelMismatch',
];
const run = (
  type: string,
  parameters: JsonObject,
  init: Parameters<typeof drive>[1] = {},
  host: Parameters<typeof willingHost>[0] = {},
) => {
  const driven = drive(around(type, parameters, { errors }), init, willingHost(host));
  const suspension = driven.start();
  return { ...driven, suspension, branch: branchTaken(driven.events) };
};

describe('UpdateContactAttributes', () => {
  it('sets all values, references resolved, keys of Object included', () => {
    const parameters = {
      Attributes: JSON.parse('{"a":"$.Attributes.nom !","__proto__":"p","vide":"$.Attributes.absent","n":3}'),
    };
    const { contact } = run('UpdateContactAttributes', parameters, { attributes: { nom: 'Awa' } });
    expect(Object.entries(contact.attributes)).toEqual([
      ['nom', 'Awa'],
      ['a', 'Awa !'],
      ['__proto__', 'p'],
      ['vide', ''],
      ['n', '3'],
    ]);
    expect(Object.getPrototypeOf({})).toBe(Object.prototype);
  });

  it.each([
    ['more than 32 768 bytes in all', { Attributes: { x: 'é'.repeat(16_384) } }],
    ['a name with a full stop', { Attributes: { ok: '1', 'a.b': '1' } }],
    ['a related contact that is not there', { Attributes: { ok: '1' }, TargetContact: 'Related' }],
  ])('refuses %s and sets nothing', (_title, parameters) => {
    const { contact, branch } = run('UpdateContactAttributes', parameters);
    expect(branch).toBe('NoMatchingError');
    expect(contact.attributes).toEqual({});
  });

  it('resolves references in names too, as a published AWS sample needs', () => {
    const { contact } = run(
      'UpdateContactAttributes',
      { Attributes: { 'answer_$.Attributes.n': '$.Channel' } },
      { attributes: { n: '2' } },
    );
    expect(contact.attributes['answer_2']).toBe('VOICE');
  });

  it('writes to the related contact', () => {
    const relatedAttributes: Record<string, string> = {};
    run('UpdateContactAttributes', { Attributes: { a: '1' }, TargetContact: 'Related' }, { relatedAttributes });
    expect(relatedAttributes).toEqual({ a: '1' });
  });
});

describe('queues', () => {
  const queue = queueInfo('q');

  it('sets the working queue or the agent, never both', () => {
    expect(run('UpdateContactTargetQueue', { QueueId: 'q' }).contact).toMatchObject({ queue });
    const { contact } = run('UpdateContactTargetQueue', { AgentId: 'ana' }, { queue });
    expect([contact.queue, contact.targetAgent?.userName]).toEqual([undefined, 'ana']);
    expect(run('UpdateContactTargetQueue', { QueueId: 'unknown' }).branch).toBe('NoMatchingError');
    expect(run('UpdateContactTargetQueue', { QueueId: '$.Attributes.absent' }).branch).toBe('NoMatchingError');
  });

  it('transfers to the working queue', () => {
    expect(run('TransferContactToQueue', {}, { queue }).suspension).toMatchObject({
      reason: 'queued',
      target: { queue },
    });
    expect(run('TransferContactToQueue', {}).branch).toBe('NoMatchingError');
    expect(run('TransferContactToQueue', {}, { queue }, { enqueue: () => answer('at-capacity') }).branch).toBe(
      'QueueAtCapacity',
    );
    expect(run('TransferContactToQueue', {}, { queue }, { enqueue: () => refuse('gone') }).branch).toBe(
      'NoMatchingError',
    );
  });

  it('moves to another queue, or stays where it waits', () => {
    const moved = run('DequeueContactAndTransferToQueue', { QueueId: 'other' }, { queue });
    expect(moved.suspension).toMatchObject({ reason: 'dequeued', target: { queue: { name: 'other' } } });
    expect(moved.contact.queue?.name).toBe('other');
    const full = run(
      'DequeueContactAndTransferToQueue',
      { QueueId: 'other' },
      { queue },
      { enqueue: () => answer('at-capacity') },
    );
    expect([full.branch, full.contact.queue?.name]).toEqual(['QueueAtCapacity', 'q']);
  });

  it('hands over to the agent', () => {
    expect(run('TransferContactToAgent', {}).suspension).toMatchObject({ reason: 'transferred-to-agent' });
  });

  it('sets priority and age', () => {
    expect(run('UpdateContactRoutingBehavior', { QueuePriority: '1' }).contact.queuePriority).toBe(1);
    expect(
      run('UpdateContactRoutingBehavior', { QueueTimeAdjustmentSeconds: '-60' }).contact.queueTimeAdjustmentSeconds,
    ).toBe(-60);
    expect(run('UpdateContactRoutingBehavior', { QueuePriority: '0' }).branch).toBe('NoMatchingError');
  });
});

describe('callbacks', () => {
  it.each([
    ['+687251234', 'ok'],
    ['251234', 'InvalidCallbackNumber'],
    ['+99251234', 'CallbackNumberNotDialable'],
    [undefined, 'InvalidCallbackNumber'],
  ])('number %s takes %s', (number, branch) => {
    const taken = run(
      'UpdateContactCallbackNumber',
      { CallbackNumber: '$.Attributes.n' },
      number === undefined ? {} : { attributes: { n: number } },
    );
    expect(taken.branch).toBe(branch);
    expect(taken.contact.callbackNumber).toBe(branch === 'ok' ? number : undefined);
  });

  const parameters = { InitialCallDelaySeconds: '99', MaximumConnectionAttempts: '1', RetryDelaySeconds: '600' };

  it('asks the host for a callback in the working queue', () => {
    const requests: CallbackRequest[] = [];
    const host = willingHost({
      createCallback: (request) => {
        requests.push(request);
        return answer(true);
      },
    });
    const { start, contact } = drive(around('CreateCallbackContact', parameters), { queue: queueInfo('q') }, host);
    contact.callbackNumber = '+687251234';
    start();
    expect(requests).toMatchObject([
      {
        callbackNumber: '+687251234',
        target: { kind: 'queue', queue: { name: 'q' } },
        initialCallDelaySeconds: 99,
        maximumConnectionAttempts: 1,
        retryDelaySeconds: 600,
        callbackMode: 'AgentFirst',
      },
    ]);
  });

  it('needs a number and a queue', () => {
    expect(run('CreateCallbackContact', parameters, { queue: queueInfo('q') }).branch).toBe('NoMatchingError');
    const { start, contact, events } = drive(around('CreateCallbackContact', parameters, { errors }));
    contact.callbackNumber = '+687251234';
    start();
    expect(branchTaken(events)).toBe('NoMatchingError');
  });
});

describe('settings', () => {
  it('chooses flows for later, and switches them off', () => {
    const { contact } = run(
      'UpdateContactEventHooks',
      {
        EventHooks: { CustomerQueue: '$.Attributes.f' },
        EventHooksConfiguration: { AgentWhisper: { DisableExecution: 'true' } },
      },
      { attributes: { f: 'file-attente' } },
    );
    expect(contact.eventHooks).toEqual({ CustomerQueue: 'file-attente' });
    expect([...contact.disabledHooks]).toEqual(['AgentWhisper']);
    expect(run('UpdateContactEventHooks', { EventHooks: { CustomerQueue: '$.Attributes.absent' } }).branch).toBe(
      'NoMatchingError',
    );
  });

  it('keeps the old voice when the new one does not exist', () => {
    const host = { voiceExists: (voice: string, engine: string) => !(voice === 'Remi' && engine === 'Standard') };
    const bad = run('UpdateContactTextToSpeechVoice', { TextToSpeechVoice: 'Remi' }, {}, host);
    expect([bad.branch, bad.contact.voice.voice]).toEqual(['NoMatchingError', 'Joanna']);
    const good = run(
      'UpdateContactTextToSpeechVoice',
      { TextToSpeechVoice: 'Remi', TextToSpeechEngine: 'Neural' },
      {},
      host,
    );
    expect(good.contact.voice).toEqual({ voice: 'Remi', engine: 'Neural', style: 'None' });
  });

  it('records language, name, references, tags, recording and logging', () => {
    const { contact } = run(
      'UpdateContactData',
      { LanguageCode: 'fr-FR', Name: 'Appel $.Attributes.x', References: { d: { Type: 'URL', Value: 'https://x' } } },
      { attributes: { x: '1' } },
    );
    expect(contact).toMatchObject({
      languageCode: 'fr-FR',
      name: 'Appel 1',
      references: { d: { type: 'URL', value: 'https://x' } },
    });
    expect(run('TagContact', { Tags: { t: '$.Channel' } }).contact.tags).toEqual({ t: 'VOICE' });
    expect(run('UnTagContact', { TagKeys: ['t'] }, { tags: { t: '1', u: '2' } }).contact.tags).toEqual({ u: '2' });
    expect(
      run('UpdateContactRecordingBehavior', { RecordingBehavior: { RecordedParticipants: ['Agent'] } }).contact
        .recording,
    ).toEqual({ RecordedParticipants: ['Agent'] });
    expect(run('UpdateFlowLoggingBehavior', { FlowLoggingBehavior: 'Enabled' }).contact.logging).toBe(true);
    expect(run('UpdateFlowAttributes', { FlowAttributes: { a: { Value: '1' } } }).branch).toBe('ok');
    expect(run('UpdateContactRecordingAndAnalyticsBehavior', { ChatBehavior: {} }).branch).toBe('ChannelMismatch');
    expect(run('UpdateRoutingCriteria', { RoutingCriteria: { Steps: [] } }).contact.routingCriteria).toEqual({
      Steps: [],
    });
    expect(run('UpdateContactRoutingCriteria', { RoutingCriteria: { Steps: [] } }).branch).toBe('ok');
  });
});

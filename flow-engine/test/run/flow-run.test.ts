import { describe, expect, it } from 'vitest';
import { answer, UnexpectedSignal } from '../../src/index.ts';
import { drive, flowOf, onError, queueInfo, when, willingHost } from '../harness.ts';

const menu = flowOf([
  ['voice', 'UpdateContactTextToSpeechVoice', { TextToSpeechVoice: 'Lea', TextToSpeechEngine: 'Neural' }, 'hello'],
  ['hello', 'MessageParticipant', { Text: 'Bonjour $.Attributes.nom.' }, 'menu'],
  [
    'menu',
    'GetParticipantInput',
    { Text: 'Tapez 1.', StoreInput: 'False', InputTimeLimitSeconds: '5' },
    {
      NextAction: 'bye',
      Conditions: [when('1', 'queue')],
      Errors: [
        onError('NoMatchingCondition', 'hello'),
        onError('InputTimeLimitExceeded', 'bye'),
        onError('NoMatchingError', 'bye'),
      ],
    },
  ],
  [
    'queue',
    'UpdateContactTargetQueue',
    { QueueId: 'desk' },
    { NextAction: 'transfer', Errors: [onError('NoMatchingError', 'bye')] },
  ],
  [
    'transfer',
    'TransferContactToQueue',
    {},
    { NextAction: 'bye', Errors: [onError('QueueAtCapacity', 'hello'), onError('NoMatchingError', 'bye')] },
  ],
  ['bye', 'DisconnectParticipant'],
]);

describe('FlowRun', () => {
  it('goes from greeting to queue, waiting at each thing heard', () => {
    const { start, send, press, contact } = drive(menu, { attributes: { nom: 'Awa' } });
    expect(start()).toMatchObject({
      kind: 'prompt',
      action: 'hello',
      prompts: [{ kind: 'text', text: 'Bonjour Awa.', voice: { voice: 'Lea', engine: 'Neural' } }],
    });
    expect(send({ kind: 'prompt-ended' })).toMatchObject({
      kind: 'input',
      mode: 'menu',
      timer: { kind: 'first-digit', seconds: 5 },
      prompts: [{ text: 'Tapez 1.' }],
    });
    expect(press('1')).toMatchObject({
      kind: 'ended',
      reason: 'queued',
      target: { kind: 'queue', queue: queueInfo('desk') },
    });
    expect(contact.queue).toEqual(queueInfo('desk'));
  });

  it('takes the branch of each thing that can go wrong', () => {
    const wrongKey = drive(menu);
    wrongKey.start();
    wrongKey.send({ kind: 'prompt-ended' });
    expect(wrongKey.press('7')).toMatchObject({ kind: 'prompt', action: 'hello' });

    const silent = drive(menu);
    silent.start();
    expect(silent.send({ kind: 'prompt-ended' }, { kind: 'prompt-ended' }, { kind: 'timeout' })).toMatchObject({
      kind: 'ended',
      reason: 'disconnected',
    });

    const full = drive(menu, {}, willingHost({ enqueue: () => answer('at-capacity') }));
    full.start();
    full.send({ kind: 'prompt-ended' });
    expect(full.press('1')).toMatchObject({ kind: 'prompt', action: 'hello' });
  });

  it('lets a host say that the service itself fails at an action: its error branch, and no effect of the action', () => {
    const host = willingHost({ serviceFault: ({ identifier }) => (identifier === 'queue' ? 'throttled' : undefined) });
    const { start, send, press, contact, events } = drive(menu, {}, host);
    start();
    send({ kind: 'prompt-ended' });
    expect(press('1')).toMatchObject({ kind: 'ended', reason: 'disconnected', action: 'bye' });
    expect(contact.queue).toBeUndefined();
    expect(events).toContainEqual(
      expect.objectContaining({
        kind: 'action-ended',
        action: 'queue',
        error: { errorType: 'NoMatchingError', detail: 'the service failed: throttled' },
      }),
    );
  });

  it('answers the very same suspension when a signal changes nothing, so that timers go on', () => {
    const { start, press } = drive(menu);
    const waiting = start();
    expect(press('1')).toBe(waiting);
  });

  it('ends at any suspension when the caller hangs up or the host stops it', () => {
    for (const [kind, reason] of [
      ['hang-up', 'hung-up'],
      ['stop', 'stopped'],
    ] as const) {
      const { start, send } = drive(menu);
      start();
      expect(send({ kind })).toMatchObject({ kind: 'ended', reason });
      expect(() => send({ kind })).toThrow(UnexpectedSignal);
    }
  });

  it('refuses a signal nobody asked for, naming what is accepted', () => {
    const { start, send } = drive(menu);
    start();
    expect(() => send({ kind: 'interrupt' })).toThrow(
      'signal "interrupt" while the run is at "prompt"; accepted: prompt-ended, digit, hang-up, stop',
    );
  });

  it.each([
    [
      'an error no branch takes',
      [['q', 'UpdateContactTargetQueue', { QueueId: 'unknown' }, 'q']],
      { code: 'unhandled-flow-error', errorType: 'NoMatchingError' },
    ],
    [
      'an action that does not exist',
      [['p', 'PlayPrompt', {}, 'p']],
      { code: 'unknown-action-type', actionType: 'PlayPrompt' },
    ],
    [
      'a branch to nowhere',
      [['l', 'UpdateFlowLoggingBehavior', {}, 'gone']],
      { code: 'unknown-action', identifier: 'gone' },
    ],
    ['no branch at all', [['l', 'UpdateFlowLoggingBehavior', {}]], { code: 'missing-transition' }],
    [
      'a loop that waits for nothing',
      [['l', 'UpdateFlowLoggingBehavior', {}, 'l']],
      { code: 'step-budget-exceeded', maxSteps: 10_000 },
    ],
  ] as const)('stops loudly at %s', (_title, lines, error) => {
    expect(drive(flowOf(lines)).start()).toMatchObject({ kind: 'ended', reason: 'stopped', error });
  });

  it('stops with the name of a capability the host lacks', () => {
    const { start, send, press } = drive(menu, {}, {});
    start();
    send({ kind: 'prompt-ended' });
    expect(press('1')).toMatchObject({
      reason: 'stopped',
      error: { code: 'missing-capability', capability: 'queue' },
    });
  });

  it('tells subscribers every action, branch, prompt and signal', () => {
    const { start, send, press, events } = drive(menu, {}, willingHost({ now: () => '2025-07-04T00:00:00Z' }));
    start();
    send({ kind: 'prompt-ended' });
    press('1');
    expect(
      events.filter((event) => event.kind === 'transition').map((event) => [event.action, event.to, event.via]),
    ).toEqual([
      ['voice', 'hello', { kind: 'next' }],
      ['hello', 'menu', { kind: 'next' }],
      ['menu', 'queue', { kind: 'condition', index: 0 }],
      ['queue', 'transfer', { kind: 'next' }],
    ]);
    expect(events.filter((event) => event.kind === 'reference-unresolved')).toMatchObject([
      { action: 'hello', reference: '$.Attributes.nom' },
    ]);
    expect(events.at(-1)).toMatchObject({ kind: 'ended', ended: { reason: 'queued' } });
    expect(new Set(events.map(({ at }) => at))).toEqual(new Set(['2025-07-04T00:00:00Z']));
  });
});

import { describe, expect, it } from 'vitest';
import { Centre } from './support/centre.ts';
import {
  disconnect,
  endFlow,
  flow,
  hook,
  loopMessages,
  moveToQueue,
  priority,
  say,
  setQueue,
  toQueue,
} from './support/flows.ts';

describe('a queue', () => {
  it('serves priority first, then the earliest; ties by contact id', async () => {
    const centre = await Centre.open();
    const queues = await centre.staff(['aide'], ['lea']);
    const queue = queues['aide'] ?? '';
    const urgent = await centre.flow(
      'urgent',
      flow(setQueue('q', queue, 'p'), priority('p', '1', 't'), toQueue('t', 'x'), disconnect('x')),
    );
    const normal = await centre.flow('normal', flow(setQueue('q', queue, 't'), toQueue('t', 'x'), disconnect('x')));
    const order: string[] = [];
    const lea = centre.agent('lea');
    lea.phone.on((event) => {
      if (event.type === 'offered') lea.phone.accept();
      if (event.type === 'connected') {
        order.push(event.contactId);
        centre.at(5, () => lea.phone.hangUp());
      }
      if (event.type === 'after-call-work') lea.phone.completeAfterCallWork();
    });
    centre.answerWith(normal);
    const early = centre.call('early').call;
    await centre.play(5);
    const twins = ['x', 'y'].map((lane) => centre.call(lane).call.contactId);
    await centre.play(5);
    centre.answerWith(urgent);
    const late = centre.call('late').call;
    await centre.play(5);
    lea.phone.setStatus('Available');
    await centre.play(120);
    expect(order).toEqual([late.contactId, early.contactId, ...twins.sort()]);
  });

  it('is full at its capacity: the flow takes QueueAtCapacity', async () => {
    const centre = await Centre.open();
    const queues = await centre.staff(['aide'], []);
    const hours = centre.part.connect.instance.hours.byName('always');
    const tiny = await centre.create('Queue', 'Tiny', {
      Name: 'tiny',
      HoursOfOperationArn: hours?.arn ?? '',
      MaxContacts: 1,
    });
    expect(queues['aide']).toBeDefined();
    centre.answerWith(
      await centre.flow(
        'plein',
        flow(setQueue('q', tiny.ref, 't'), toQueue('t', 'complet'), say('complet', 'Complet.', 'x'), disconnect('x')),
      ),
    );
    const first = centre.call('a');
    await centre.play(1);
    const second = centre.call('b');
    await centre.play(30);
    expect(first.call.ended).toBe(false);
    expect(second.heard.map((event) => (event.type === 'prompt' ? event.text : event.type))).toEqual([
      'Complet.',
      'ended',
    ]);
    expect(centre.part.connect.metricSum('QueueCapacityExceededError')).toBe(1);
  });

  it('runs the queue flow of the hook again and again, with the position the caller is at', async () => {
    const positions: unknown[] = [];
    const centre = await Centre.open();
    const queues = await centre.staff(['aide'], []);
    const waiting = await centre.flow(
      'attente',
      flow(
        {
          Identifier: 'mesures',
          Type: 'GetMetricData',
          Parameters: {},
          Transitions: { NextAction: 'dit', Errors: [{ NextAction: 'dit', ErrorType: 'NoMatchingError' }] },
        },
        say('dit', 'Position $.Metrics.Contact.PositionInQueue sur $.Metrics.Queue.Size.', 'boucle'),
        loopMessages('boucle', 'Musique.', '30', 'mesures'),
        endFlow('fin'),
      ),
      'CUSTOMER_QUEUE',
    );
    centre.answerWith(
      await centre.flow(
        'a',
        flow(
          hook('h', 'CustomerQueue', waiting, 'q'),
          setQueue('q', queues['aide'] ?? '', 't'),
          toQueue('t', 'x'),
          disconnect('x'),
        ),
      ),
    );
    const first = centre.call('a');
    await centre.play(1);
    const second = centre.call('b');
    second.call.hear((event) => {
      if (event.type === 'prompt' && event.text.startsWith('Position')) positions.push(event.text);
    });
    await centre.play(20);
    first.call.hangUp();
    await centre.play(25);
    expect(positions).toEqual(['Position 2 sur 2.', 'Position 1 sur 1.']);
  });

  it('hands a contact to another queue as a new contact of the same chain', async () => {
    const centre = await Centre.open();
    const queues = await centre.staff(['aide', 'bourses'], ['lea']);
    const waiting = await centre.flow(
      'attente',
      flow(
        loopMessages('boucle', 'Musique.', '20', 'part'),
        moveToQueue('part', queues['bourses'] ?? '', 'fin'),
        endFlow('fin'),
      ),
      'CUSTOMER_QUEUE',
    );
    centre.answerWith(
      await centre.flow(
        'a',
        flow(
          hook('h', 'CustomerQueue', waiting, 'q'),
          setQueue('q', queues['aide'] ?? '', 't'),
          toQueue('t', 'x'),
          disconnect('x'),
        ),
      ),
    );
    const { call } = centre.call('a');
    await centre.play(25);
    const lea = centre.agent('lea');
    lea.phone.setStatus('Available');
    lea.phone.on((event) => {
      if (event.type === 'offered') lea.phone.accept();
      if (event.type === 'connected') centre.at(10, () => call.hangUp());
      if (event.type === 'after-call-work') lea.phone.completeAfterCallWork();
    });
    await centre.play(200);
    const records = centre
      .records()
      .sort((a, b) => String(a['InitiationMethod']).localeCompare(String(b['InitiationMethod'])));
    expect(records).toMatchObject([
      {
        InitiationMethod: 'INBOUND',
        ContactId: call.contactId,
        Agent: null,
        Queue: { Name: 'aide' },
        NextContactId: expect.any(String),
      },
      {
        InitiationMethod: 'QUEUE_TRANSFER',
        InitialContactId: call.contactId,
        PreviousContactId: call.contactId,
        Queue: { Name: 'bourses' },
        Agent: { Username: 'lea' },
      },
    ]);
  });
});

describe('the quota of concurrent calls', () => {
  it('turns the eleventh caller away busy, without a record but counted', async () => {
    const centre = await Centre.open();
    const queues = await centre.staff(['aide'], []);
    centre.answerWith(
      await centre.flow('a', flow(setQueue('q', queues['aide'] ?? '', 't'), toQueue('t', 'x'), disconnect('x'))),
    );
    const calls = Array.from({ length: 11 }, (_, index) => centre.call(`caller/${String(index).padStart(2, '0')}`));
    await centre.play(5);
    const turnedAway = calls.filter(({ call }) => call.ended);
    expect(turnedAway.map(({ heard }) => heard)).toEqual([[expect.objectContaining({ type: 'ended', by: 'busy' })]]);
    for (const { call } of calls) call.hangUp();
    await centre.play(120);
    expect(centre.records()).toHaveLength(10);
    expect(centre.part.connect.metricSum('CallsBreachingConcurrencyQuota')).toBe(1);
    centre.call('again');
    await centre.play(5);
    expect(centre.part.connect.metricSum('CallsBreachingConcurrencyQuota')).toBe(1);
  });
});

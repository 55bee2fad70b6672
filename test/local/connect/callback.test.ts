import { describe, expect, it } from 'vitest';
import type { PhoneCall } from '../../../local/connect/index.ts';
import { Centre } from './support/centre.ts';
import {
  attributes,
  callbackNumber,
  createCallback,
  disconnect,
  endFlow,
  flow,
  hook,
  loopMessages,
  setQueue,
  toQueue,
} from './support/flows.ts';

const number = '+33612345678';

/** Every caller is offered, and takes, a callback after 10 s in the queue. */
async function withCallbacks(attempts = '1'): Promise<Centre> {
  const centre = await Centre.open();
  const queues = await centre.staff(['aide'], ['lea']);
  const waiting = await centre.flow(
    'attente',
    flow(
      loopMessages('boucle', 'Musique.', '10', 'numero'),
      callbackNumber('numero', '$.CustomerEndpoint.Address', 'cree'),
      createCallback('cree', attempts, '60', 'fin'),
      disconnect('fin'),
    ),
    'CUSTOMER_QUEUE',
  );
  const plain = await centre.flow(
    'patience',
    flow(loopMessages('boucle', 'Musique.', '600', 'fin'), endFlow('fin')),
    'CUSTOMER_QUEUE',
  );
  const start = (name: string, queueFlow: string) =>
    centre.flow(
      name,
      flow(
        attributes('a', { scheme: 'AIDE' }, 'h'),
        hook('h', 'CustomerQueue', queueFlow, 'q'),
        setQueue('q', queues['aide'] ?? '', 't'),
        toQueue('t', 'x'),
        disconnect('x'),
      ),
    );
  centre.answerWith(await start('rappel', waiting));
  plainFlow = await start('attendre', plain);
  return centre;
}
let plainFlow = '';

function busyAgent(centre: Centre, talkSeconds = 30) {
  const lea = centre.agent('lea');
  lea.phone.on((event) => {
    if (event.type === 'offered') lea.phone.accept();
    if (event.type === 'connected') centre.at(talkSeconds, () => lea.phone.hangUp());
    if (event.type === 'after-call-work') centre.at(5, () => lea.phone.completeAfterCallWork());
  });
  return lea;
}

describe('a callback that keeps the place', () => {
  it('rings an agent first, at the place of the caller, then the customer', async () => {
    const centre = await withCallbacks();
    const asked = centre.call('a', number);
    await centre.play(12);
    expect(asked.call.ended).toBe(true);
    centre.answerWith(plainFlow);
    const later = centre.call('b', '+33611111111');
    await centre.play(30);
    const heard: string[] = [];
    centre.part.connect.onRing(number, (ring) => {
      expect(ring).toMatchObject({ number, from: centre.number, engaged: false });
      ring.call.hear((event) => void heard.push(event.type));
      return { kind: 'answer', afterSeconds: 8 };
    });
    const lea = busyAgent(centre);
    lea.phone.setStatus('Available');
    await centre.play(300);
    const callback = lea.seen.find((event) => event.type === 'offered');
    expect(callback).toMatchObject({
      initiationMethod: 'CALLBACK',
      initialContactId: asked.call.contactId,
      attributes: { scheme: 'AIDE' },
    });
    expect(lea.seen.slice(0, 6).map(({ type }) => type)).toEqual([
      'status',
      'offered',
      'whisper',
      'dialling',
      'connected',
      'after-call-work',
    ]);
    expect(heard).toEqual(['connected', 'ended']);
    expect(later.heard.map(({ type }) => type)).toContain('connected');
    const records = centre.records();
    expect(records.find((record) => record['InitiationMethod'] === 'CALLBACK')).toMatchObject({
      InitialContactId: asked.call.contactId,
      PreviousContactId: asked.call.contactId,
      CustomerEndpoint: { Address: number },
      ConnectedToSystemTimestamp: expect.any(String),
      Agent: { Username: 'lea', AgentInteractionDuration: 30 },
      Queue: { Name: 'aide' },
      Attributes: { scheme: 'AIDE' },
    });
    expect(records.find((record) => record['ContactId'] === asked.call.contactId)).toMatchObject({
      DisconnectReason: 'CONTACT_FLOW_DISCONNECT',
      Agent: null,
      InitialContactId: null,
      NextContactId: expect.any(String),
    });
  });

  it('that nobody answers is a record without ConnectedToSystemTimestamp; a further attempt is a contact of its own', async () => {
    const centre = await withCallbacks('2');
    const asked = centre.call('a', number);
    await centre.play(12);
    let rings = 0;
    centre.part.connect.onRing(number, () => {
      rings += 1;
      return rings === 1 ? { kind: 'no-answer' } : { kind: 'answer', afterSeconds: 3 };
    });
    const lea = busyAgent(centre);
    lea.phone.setStatus('Available');
    await centre.play(600);
    expect(rings).toBe(2);
    const [first, second, ...rest] = centre
      .records()
      .filter((record) => record['InitiationMethod'] === 'CALLBACK')
      .sort((a, b) => String(a['InitiationTimestamp']).localeCompare(String(b['InitiationTimestamp'])));
    expect(rest).toEqual([]);
    expect(first).toMatchObject({
      DisconnectReason: 'TELECOM_UNANSWERED',
      ConnectedToSystemTimestamp: null,
      InitialContactId: asked.call.contactId,
      Agent: { Username: 'lea', AgentInteractionDuration: 0 },
    });
    expect(second).toMatchObject({
      DisconnectReason: 'AGENT_DISCONNECT',
      ConnectedToSystemTimestamp: expect.any(String),
      PreviousContactId: first?.['ContactId'],
      InitialContactId: asked.call.contactId,
    });
  });

  it('ends with after-call work for the agent when the customer hangs up at once', async () => {
    const centre = await withCallbacks();
    centre.call('a', number);
    await centre.play(12);
    let call: PhoneCall | undefined;
    centre.part.connect.onRing(number, (ring) => {
      call = ring.call;
      ring.call.hear((event) => {
        if (event.type === 'connected') call?.hangUp();
      });
      centre.at(6, () => ring.answer());
    });
    const lea = busyAgent(centre);
    lea.phone.setStatus('Available');
    await centre.play(200);
    expect(call?.ended).toBe(true);
    expect(lea.phone.contactState).toBeUndefined();
    expect(centre.records().filter((record) => record['InitiationMethod'] === 'CALLBACK')).toMatchObject([
      { DisconnectReason: 'CUSTOMER_DISCONNECT', Agent: { AfterContactWorkDuration: 5 } },
    ]);
    expect(centre.part.connect.liveCalls(number)).toBe(0);
  });
});
